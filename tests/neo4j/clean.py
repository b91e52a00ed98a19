"""A server between two tests: everything is taken away but the schema."""

from neo4j import GraphDatabase

from tests.conftest import Server


def clean(server: Server) -> None:
    """Delete all nodes and links, ours and foreign ones."""
    with (
        GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        driver.session(database="neo4j") as session,
    ):
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
