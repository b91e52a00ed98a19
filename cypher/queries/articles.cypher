// Articles
// What was read, with how many entities each article names.
// Chapter: What is held
//
// $since (date): published on this day, month or year, or later
// $until (date): published on it, or earlier
//
// Example: since=2024
MATCH (n:Article)
WITH n, coalesce(n.published, '') AS day
WHERE ($since IS NULL OR (day <> '' AND day >= left($since, size(day))))
  AND ($until IS NULL OR (day <> '' AND left(day, size(coalesce($until, ''))) <= $until))
OPTIONAL MATCH (known:Entity)-[:MENTIONED_IN]->(n)
RETURN n.article AS article, n.title AS title, n.published AS published, n.source AS source, n.url AS url,
       n.characters AS characters, count(known) AS entities
ORDER BY article
