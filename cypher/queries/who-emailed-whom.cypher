// Who emailed whom
// Emails, memos, letters and text messages; the recipient is empty where none is named.
// Chapter: Disputes and messages
//
// $name (text): a party, by name or alias, in any case
// $status (status): only what is told so
// $since (date): nothing surely before this day, month or year
// $until (date): nothing surely after it
// $article (text): only what this article says
//
// Example: name="Sam Altman" until=2018
MATCH (a:Entity)-[r:EMAILED]->(b:Entity)
WITH a, b, r, split(replace(coalesce(r.date, ''), '~', ''), '/') AS span
WHERE ($name IS NULL
       OR any(known IN [a.name, b.name] + coalesce(a.aliases, []) + coalesce(b.aliases, [])
              WHERE toLower(known) = toLower($name)))
  AND ($status IS NULL OR r.status = $status)
  AND ($since IS NULL OR (r.date IS NOT NULL AND span[-1] >= left($since, size(span[-1]))))
  AND ($until IS NULL OR (r.date IS NOT NULL AND left(span[0], size(coalesce($until, ''))) <= $until))
  AND ($article IS NULL OR $article IN r.articles)
RETURN a.name AS sender, CASE WHEN b:Email THEN null ELSE b.name END AS recipient, r.kind AS kind, r.date AS date,
       r.status AS status, r.source AS source, r.article AS article, r.sentence AS sentence, r.id AS edge
ORDER BY sender, coalesce(recipient, ''), coalesce(date, ''), edge
