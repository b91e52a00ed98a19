// What was planned, tried or failed
// Facts that are not told as having happened: intended, threatened, attempted, turned down.
// Chapter: Across all facts
//
// $name (text): a party, by name or alias, in any case
// $article (text): only what this article says
//
// Example: name="Elon Musk"
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.sentence IS NOT NULL
  AND ($name IS NULL
       OR any(known IN [a.name, b.name] + coalesce(a.aliases, []) + coalesce(b.aliases, [])
              WHERE toLower(known) = toLower($name)))
  AND ($article IS NULL OR $article IN r.articles)
  AND r.status IN ['planned', 'attempted', 'failed']
RETURN a.name AS subject, type(r) AS relation,
       CASE WHEN b:Email OR b:Funding OR b:Lawsuit THEN null ELSE b.name END AS object,
       coalesce(r.date, r.since, r.until) AS date, r.title AS title, r.amount AS amount, r.currency AS currency,
       r.status AS status, r.source AS source, r.article AS article, r.sentence AS sentence, r.id AS edge
ORDER BY status, relation, subject, coalesce(object, ''), edge
