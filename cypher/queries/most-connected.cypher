// The most connected
// Who takes part in most facts, told as having happened or not, and with how many others.
// Chapter: What is held
//
// $type (type): only Person, Organization (companies too), Company, Product or Place
// $limit (number): how many rows; 20 if not given
//
// Example: type=Person limit=5
MATCH (n:Entity)-[r]-(other:Entity)
WHERE r.sentence IS NOT NULL
  AND NOT (n:Article OR n:Email OR n:Funding OR n:Lawsuit)
  AND ($type IS NULL OR $type IN labels(n))
WITH n, count(DISTINCT r.id) AS facts,
     count(DISTINCT CASE WHEN r.status IN ['asserted', 'alleged'] THEN null ELSE r.id END) AS not_happened,
     count(DISTINCT CASE WHEN other:Email OR other:Funding OR other:Lawsuit THEN null ELSE other.id END) AS others
RETURN n.name AS name, CASE WHEN n:Company THEN 'Company' ELSE head([x IN labels(n) WHERE x <> 'Entity']) END AS type,
       facts, facts - not_happened AS happened, others, n.id AS id
ORDER BY facts DESC, name, id
LIMIT coalesce($limit, 20)
