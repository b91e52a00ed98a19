"""The stores that one contract and all questions are tested on; one that is added here is tested like the others."""

from pathlib import Path

import pytest

from graph.stores import Store
from graph.stores.embedded import EmbeddedStore

KINDS = (
    pytest.param("embedded", id="embedded"),
    pytest.param("neo4j", id="neo4j", marks=pytest.mark.neo4j),
)


def open_kind(kind: str, request: pytest.FixtureRequest, folder: Path) -> Store:
    """An empty store of this kind; the caller closes it."""
    if kind == "embedded":
        return EmbeddedStore(folder / "copies")
    if kind == "neo4j":
        from graph.stores.neo4j import open_neo4j
        from tests.neo4j.clean import clean

        server = request.getfixturevalue("neo4j_server")
        clean(server)
        return open_neo4j(server.uri, server.user, server.password)
    raise AssertionError(f"no store {kind}")
