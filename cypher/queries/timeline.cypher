// Timeline
// What happened when, oldest first: every fact with a date; roles and holdings when they began and when they ended.
// Chapter: Across all facts
//
// $name (text): a party, by name or alias, in any case
// $status (status): only what is told so
// $since (date): nothing surely before this day, month or year
// $until (date): nothing surely after it
// $article (text): only what this article says
//
// Example: name="OpenAI" since=2015 until=2019
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.sentence IS NOT NULL
  AND ($name IS NULL
       OR any(known IN [a.name, b.name] + coalesce(a.aliases, []) + coalesce(b.aliases, [])
              WHERE toLower(known) = toLower($name)))
  AND ($status IS NULL OR r.status = $status)
  AND ($article IS NULL OR $article IN r.articles)
UNWIND [{date: r.date, phase: ''}, {date: r.since, phase: ' began'}, {date: r.until, phase: ' ended'}] AS moment
WITH a, b, r, moment, split(replace(coalesce(moment.date, ''), '~', ''), '/') AS span
WHERE moment.date IS NOT NULL
  AND ($since IS NULL OR span[-1] >= left($since, size(span[-1])))
  AND ($until IS NULL OR left(span[0], size(coalesce($until, ''))) <= $until)
RETURN moment.date AS date, type(r) + moment.phase AS what, a.name AS subject,
       CASE WHEN b:Email OR b:Funding OR b:Lawsuit THEN null ELSE b.name END AS object,
       r.title AS title, r.amount AS amount, r.currency AS currency,
       r.status AS status, r.source AS source, r.article AS article, r.sentence AS sentence, r.id AS edge
ORDER BY span[0], date, subject, what, edge
