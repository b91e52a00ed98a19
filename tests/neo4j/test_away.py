"""What is said where no server can be reached; these need none."""

import pytest

from extract.errors import StoreError
from graph.stores.neo4j import open_neo4j, refuse_old


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        ("bolt://127.0.0.1:1", "no Neo4j answers there"),
        ("nonsense", "this is no address of a server"),
        ("http://localhost:7474", "this is no address of a server"),
    ],
)
def test_a_server_that_is_away_is_named(uri: str, words: str) -> None:
    with pytest.raises(StoreError, match=words) as problem:
        open_neo4j(uri, password="test-password")
    assert str(problem.value).startswith(uri)
    assert "\n" not in str(problem.value)


def test_a_server_that_is_too_old_is_named() -> None:
    with pytest.raises(StoreError, match=r"^bolt://x: Neo4j 4\.4\.30 is too old; newsgraph needs 5 or newer$"):
        refuse_old("bolt://x", "Neo4j/4.4.30")


@pytest.mark.parametrize("agent", ["Neo4j/5.0.0", "Neo4j/5.26.30", "Neo4j/2025.10.1", "Neo4j/dev", "something else"])
def test_a_server_that_is_new_enough_is_taken(agent: str) -> None:
    refuse_old("bolt://x", agent)
