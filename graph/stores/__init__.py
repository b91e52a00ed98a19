"""Where a graph can be kept and asked: the one protocol that every store keeps.

`open_store` in `graph.stores.catalog` picks one; the contract test in `tests/` runs on all of them.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from graph.progress import Progress
from graph.records import Graph

Row = dict[str, Any]


class Loaded(NamedTuple):
    """What a load changed: nodes and links created, updated and removed."""

    created: int = 0
    updated: int = 0
    removed: int = 0


class Store(Protocol):
    """Holds one graph and answers Cypher.

    `load` makes the store equal to the graph and says what changed (loading twice changes nothing);
    `run` asks a reading statement with bound parameters and gives rows of plain values; a statement that
    writes raises QueryError; a server that is away raises StoreError.
    """

    def load(self, graph: Graph, progress: Progress | None = None) -> Loaded:
        """Make the store equal to the graph, and nothing else in it touched."""
        ...

    def run(self, text: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Rows of a reading statement, in its order."""
        ...

    def close(self) -> None:
        """Let go of files and connections; a closed store answers nothing."""
        ...
