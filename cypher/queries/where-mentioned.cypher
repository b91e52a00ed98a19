// Where an entity is mentioned
// The articles that name it, and how often.
// Chapter: What is held
//
// $name (text, required): its name or an alias, in any case
//
// Example: name="Sam Altman"
MATCH (n:Entity)-[m:MENTIONED_IN]->(place:Article)
WHERE any(known IN [n.name] + coalesce(n.aliases, []) WHERE toLower(known) = toLower($name))
RETURN n.name AS name, place.article AS article, place.title AS title, place.published AS published, m.count AS mentions
ORDER BY name, article, m.id
