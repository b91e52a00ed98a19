// Articles
// What was read, with how many entities each article names.
// Chapter: What is held
//
// $since (date): published on this day, month or year, or later
// $until (date): published on it, or earlier
//
// Example: since=2024
MATCH (n:Article)
WHERE ($since IS NULL OR n.published >= left($since, size(n.published)))
  AND ($until IS NULL OR left(n.published, size(coalesce($until, ''))) <= $until)
OPTIONAL MATCH (known:Entity)-[:MENTIONED_IN]->(n)
RETURN n.article AS article, n.title AS title, n.published AS published, n.source AS source, n.url AS url,
       n.characters AS characters, count(known) AS entities
ORDER BY article
