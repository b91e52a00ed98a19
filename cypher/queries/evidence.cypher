// The evidence of one fact
// Every sentence that says it, best first, with its place in the article's text, how it is told and who says so.
// Chapter: Across all facts
//
// $edge (text, required): the id of the fact, from the last column of another answer
//
// Example: edge=funded-0123456789abcdef
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.sentence IS NOT NULL
  AND r.id = $edge
UNWIND range(0, size(r.sentences) - 1) AS i
RETURN i + 1 AS rank, a.name AS subject, type(r) AS relation,
       CASE WHEN b:Email OR b:Funding OR b:Lawsuit THEN null ELSE b.name END AS object,
       r.statuses[i] AS status, CASE r.sources[i] WHEN 'article' THEN null ELSE r.sources[i] END AS source,
       r.articles[i] AS article, r.starts[i] AS sentence_start, r.ends[i] AS sentence_end, r.sentences[i] AS sentence
ORDER BY rank
