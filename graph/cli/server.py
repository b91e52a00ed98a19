"""A Neo4j server: load, browser."""
