// Where they have their headquarters
// Which organisation is based in which city, region or country.
// Chapter: People and companies
//
// $name (text): a party, by name or alias, in any case
// $status (status): only what is told so
// $article (text): only what this article says
//
// Example: name="San Francisco"
MATCH (a:Entity)-[r:HEADQUARTERED_IN]->(b:Entity)
WHERE ($name IS NULL
       OR any(known IN [a.name, b.name] + coalesce(a.aliases, []) + coalesce(b.aliases, [])
              WHERE toLower(known) = toLower($name)))
  AND ($status IS NULL OR r.status = $status)
  AND ($article IS NULL OR $article IN r.articles)
RETURN a.name AS organization, b.name AS place,
       r.status AS status, r.source AS source, r.article AS article, r.sentence AS sentence, r.id AS edge
ORDER BY organization, place, edge
