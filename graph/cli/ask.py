"""Questions: query, cypher, show."""
