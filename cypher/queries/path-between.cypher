// Paths between two entities
// The shortest chains of facts from one to the other, at most three of one length and none longer than six;
// each step shows how its fact is told.
// Chapter: Across all facts
//
// $from (text, required): where to begin, by name or alias, in any case
// $to (text, required): where to end
//
// Example: from="Elon Musk" to="Microsoft"
MATCH (a:Entity)
WHERE any(known IN [a.name] + coalesce(a.aliases, []) WHERE toLower(known) = toLower($from))
WITH collect(a) AS begins
MATCH (b:Entity)
WHERE any(known IN [b.name] + coalesce(b.aliases, []) WHERE toLower(known) = toLower($to))
UNWIND begins AS a
WITH a, b
WHERE a.id <> b.id
MATCH way = allShortestPaths((a)-[:ACQUIRED|COMPETES_WITH|DEVELOPED|EMAILED|FOUNDED|FUNDED|HEADQUARTERED_IN|HELD_ROLE|INTERVIEWED|OWNS|PARTNERED_WITH|RAISED|RECRUITED|SUED*..6]-(b))
WITH relationships(way) AS steps
WITH steps, reduce(key = '', step IN steps | key + step.id + ' ') AS key
ORDER BY size(steps), key
WITH collect(steps) AS ways
WITH [way IN ways WHERE size(way) = size(ways[0])][..3] AS ways
UNWIND range(0, size(ways) - 1) AS i
UNWIND range(0, size(ways[i]) - 1) AS j
WITH i + 1 AS path, j + 1 AS step, ways[i][j] AS r
RETURN path, step, startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object,
       coalesce(r.date, r.since, r.until) AS date,
       r.status AS status, r.source AS source, r.article AS article, r.sentence AS sentence, r.id AS edge
ORDER BY path, step
