// Who funded whom
// Gifts, investments, loans and rounds: one row for each with a sum or a date of its own,
// and one for a total that is told. Sums of different currencies are not converted.
// Chapter: Money
//
// $name (text): a party, by name or alias, in any case
// $least (number): sums that can be this much or more, in any currency
// $status (status): only what is told so
// $since (date): nothing surely before this day, month or year
// $until (date): nothing surely after it
// $article (text): only what this article says
//
// Example: name="Elon Musk" least=1000000
MATCH (a:Entity)-[r:FUNDED]->(b:Entity)
WITH a, b, r, split(replace(coalesce(r.date, ''), '~', ''), '/') AS span
WHERE ($name IS NULL
       OR any(known IN [a.name, b.name] + coalesce(a.aliases, []) + coalesce(b.aliases, [])
              WHERE toLower(known) = toLower($name)))
  AND ($least IS NULL OR coalesce(r.amount, r.amount_max, r.amount_min) >= $least)
  AND ($status IS NULL OR r.status = $status)
  AND ($since IS NULL OR (r.date IS NOT NULL AND span[-1] >= left($since, size(span[-1]))))
  AND ($until IS NULL OR (r.date IS NOT NULL AND left(span[0], size(coalesce($until, ''))) <= $until))
  AND ($article IS NULL OR $article IN r.articles)
RETURN a.name AS funder, b.name AS funded,
       r.amount AS amount, r.amount_min AS amount_min, r.amount_max AS amount_max, r.currency AS currency,
       r.kind AS kind, r.date AS date,
       r.status AS status, r.source AS source, r.article AS article, r.sentence AS sentence, r.id AS edge
ORDER BY funder, funded, coalesce(date, ''), edge
