"""ONTOLOGY → CYPHER TEXT: schema, upserts and the catalogue of questions; it knows no driver."""
