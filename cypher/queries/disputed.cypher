// What is disputed
// Facts that are alleged or denied, or that articles tell in different ways: one row for each sentence, so that
// both sides can be read one below the other.
// Chapter: Across all facts
//
// $name (text): a party, by name or alias, in any case
// $article (text): only what this article says
//
// Example: name="OpenAI"
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.sentence IS NOT NULL
  AND ($name IS NULL
       OR any(known IN [a.name, b.name] + coalesce(a.aliases, []) + coalesce(b.aliases, [])
              WHERE toLower(known) = toLower($name)))
  AND ($article IS NULL OR $article IN r.articles)
  AND any(told IN r.statuses WHERE told IN ['alleged', 'denied'] OR told <> r.statuses[0])
UNWIND range(0, size(r.sentences) - 1) AS i
RETURN a.name AS subject, type(r) AS relation,
       CASE WHEN b:Email OR b:Funding OR b:Lawsuit THEN null ELSE b.name END AS object,
       coalesce(r.date, r.since, r.until) AS date, r.title AS title, r.amount AS amount, r.currency AS currency,
       r.status AS held_as, r.statuses[i] AS status,
       CASE r.sources[i] WHEN 'article' THEN null ELSE r.sources[i] END AS source,
       r.articles[i] AS article, r.sentences[i] AS sentence, r.id AS edge
ORDER BY relation, subject, coalesce(object, ''), edge, i
