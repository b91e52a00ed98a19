"""What is said where no server can be reached; these need none."""

import pytest

from extract.errors import StoreError
from graph.stores.neo4j import open_neo4j


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
