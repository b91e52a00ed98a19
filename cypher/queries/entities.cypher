// Entities
// Who and what the articles name, with aliases and how often; events like suits and emails are left out.
// Chapter: What is held
//
// $like (text): letters of the name or of an alias, in any case
// $type (type): only Person, Organization (companies too), Company, Product or Place
// $article (text): only what this article names
//
// Example: type=Company like=open
MATCH (n:Entity)
WHERE NOT (n:Article OR n:Email OR n:Funding OR n:Lawsuit)
  AND ($like IS NULL
       OR any(known IN [n.name] + coalesce(n.aliases, []) WHERE toLower(known) CONTAINS toLower($like)))
  AND ($type IS NULL OR $type IN labels(n))
  AND ($article IS NULL OR $article IN coalesce(n.articles, []))
RETURN n.name AS name, CASE WHEN n:Company THEN 'Company' ELSE head([x IN labels(n) WHERE x <> 'Entity']) END AS type,
       n.aliases AS aliases, size(coalesce(n.articles, [])) AS articles, coalesce(n.mentions, 0) AS mentions, n.id AS id
ORDER BY name, id
