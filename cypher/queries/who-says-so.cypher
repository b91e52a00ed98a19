// Who says so
// The sources that articles name, with how many facts rest on each and how they are told.
// Chapter: Across all facts
//
// $source (text): words of the source's name, in any case
// $article (text): only what this article says
//
// Example: source=complaint
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.sentence IS NOT NULL
UNWIND range(0, size(r.sentences) - 1) AS i
WITH r, r.sources[i] AS source, r.statuses[i] AS status, r.articles[i] AS article
WHERE source <> 'article'
  AND ($source IS NULL OR toLower(source) CONTAINS toLower($source))
  AND ($article IS NULL OR article = $article)
RETURN source, article, status, count(DISTINCT r.id) AS facts
ORDER BY source, article, status
