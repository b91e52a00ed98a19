// Everything about one entity
// Every fact in which it takes part, on either side.
// Chapter: Across all facts
//
// $name (text, required): its name or an alias, in any case
// $status (status): only what is told so
// $article (text): only what this article says
//
// Example: name="Sam Altman"
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.sentence IS NOT NULL
  AND any(known IN [a.name, b.name] + coalesce(a.aliases, []) + coalesce(b.aliases, [])
          WHERE toLower(known) = toLower($name))
  AND ($status IS NULL OR r.status = $status)
  AND ($article IS NULL OR $article IN r.articles)
RETURN a.name AS subject, type(r) AS relation,
       CASE WHEN b:Email OR b:Funding OR b:Lawsuit THEN null ELSE b.name END AS object,
       r.date AS date, r.since AS since, r.until AS until, r.title AS title,
       r.amount AS amount, r.amount_min AS amount_min, r.amount_max AS amount_max, r.currency AS currency,
       r.kind AS kind, r.court AS court, r.claim AS claim, r.for_whom AS for_whom, r.venue AS venue,
       r.status AS status, r.source AS source, r.article AS article, r.sentence AS sentence, r.id AS edge
ORDER BY relation, subject, coalesce(object, ''), coalesce(date, since, until, ''), edge
