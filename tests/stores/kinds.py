"""The stores that one contract and all questions are tested on; one that is added here is tested like the others."""

from pathlib import Path

import pytest

from graph.stores import Store
from graph.stores.embedded import EmbeddedStore

KINDS = (pytest.param("embedded", id="embedded"),)


def open_kind(kind: str, request: pytest.FixtureRequest, folder: Path) -> Store:
    """An empty store of this kind; the caller closes it."""
    if kind == "embedded":
        return EmbeddedStore(folder / "copies")
    raise AssertionError(f"no store {kind}")
