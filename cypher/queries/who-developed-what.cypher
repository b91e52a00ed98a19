// Who developed what
// Who built, released, launched or published which product.
// Chapter: People and companies
//
// $name (text): a party, by name or alias, in any case
// $status (status): only what is told so
// $since (date): nothing surely before this day, month or year
// $until (date): nothing surely after it
// $article (text): only what this article says
//
// Example: name="ChatGPT"
MATCH (a:Entity)-[r:DEVELOPED]->(b:Entity)
WITH a, b, r, split(replace(coalesce(r.date, ''), '~', ''), '/') AS span
WHERE ($name IS NULL
       OR any(known IN [a.name, b.name] + coalesce(a.aliases, []) + coalesce(b.aliases, [])
              WHERE toLower(known) = toLower($name)))
  AND ($status IS NULL OR r.status = $status)
  AND ($since IS NULL OR (r.date IS NOT NULL AND span[-1] >= left($since, size(span[-1]))))
  AND ($until IS NULL OR (r.date IS NOT NULL AND left(span[0], size(coalesce($until, ''))) <= $until))
  AND ($article IS NULL OR $article IN r.articles)
RETURN a.name AS developer, b.name AS developed, r.date AS date,
       r.status AS status, r.source AS source, r.article AS article, r.sentence AS sentence, r.id AS edge
ORDER BY developer, developed, coalesce(date, ''), edge
