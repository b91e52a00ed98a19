// Who held which role
// Offices and employments, with the title in the article's words and when it was held.
// Chapter: People and companies
//
// $name (text): a party, by name or alias, in any case
// $title (text): words of the title, in any case
// $status (status): only what is told so
// $since (date): nothing surely before this day, month or year
// $until (date): nothing surely after it
// $article (text): only what this article says
//
// Example: name="OpenAI" title=chief
MATCH (a:Entity)-[r:HELD_ROLE]->(b:Entity)
WITH a, b, r,
     split(replace(coalesce(r.since, ''), '~', ''), '/')[0] AS first,
     split(replace(coalesce(r.until, ''), '~', ''), '/')[-1] AS last
WHERE ($name IS NULL
       OR any(known IN [a.name, b.name] + coalesce(a.aliases, []) + coalesce(b.aliases, [])
              WHERE toLower(known) = toLower($name)))
  AND ($title IS NULL OR toLower(r.title) CONTAINS toLower($title))
  AND ($status IS NULL OR r.status = $status)
  AND ($since IS NULL OR (coalesce(r.since, r.until) IS NOT NULL AND last >= left($since, size(last))))
  AND ($until IS NULL OR (coalesce(r.since, r.until) IS NOT NULL AND left(first, size(coalesce($until, ''))) <= $until))
  AND ($article IS NULL OR $article IN r.articles)
RETURN a.name AS person, r.title AS title, b.name AS organization, r.since AS since, r.until AS until,
       r.status AS status, r.source AS source, r.article AS article, r.sentence AS sentence, r.id AS edge
ORDER BY person, organization, coalesce(since, ''), coalesce(until, ''), coalesce(title, ''), edge
