"""Graph → a disposable copy that answers Cypher in this process; no server, no set-up.

Copies lie in `DIR/.cypher`, one folder a state of the graph, named by a digest of what it was made of. They are
only ever opened for reading, so that many processes can ask one copy. Where the folder of the graph can't be
written, the copy is built in a temporary folder and goes with the store.
"""

import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping
from hashlib import file_digest
from pathlib import Path
from typing import Any

from cypher import upsert
from cypher.schema import link_types
from extract.errors import GraphError, StoreError
from graph.folder import GRAPH
from graph.progress import Progress
from graph.records import Graph
from graph.stores import Loaded, Row, arcade, copies, stamps

PLACE = ".cypher"
"""The folder of copies, inside the folder of a graph; it may be deleted at any time."""

_lock = threading.Lock()
_open: dict[Path, tuple[Any, int]] = {}
"""Copies that this process has open, and for how many stores: the engine opens each only once a process."""


class EmbeddedStore:
    """Holds a graph in a copy of its own and answers Cypher; see `graph.stores.Store`."""

    def __init__(self, home: Path | None = None) -> None:
        """Keep copies in `home`; where that can't be written, or without one, in a temporary folder."""
        self._temporary: list[Path] = []
        self._writable = home is not None and copies.usable(home)
        self._home = home.resolve() if home is not None else self._aside()
        self._engine = arcade.engine(self._home / "log" if self._writable else Path(tempfile.gettempdir()))
        if not arcade.shares(self._engine):
            self._writable, self._home = False, self._aside()
        self._copy: Path | None = None
        self._database: Any = None

    def open(self, key: str, graph: Callable[[], Graph], progress: Progress | None = None) -> None:
        """Answer from the copy called `key`; where there is none, or a broken one, from a new copy of `graph()`."""
        self._let_go()
        copy = self._home / key
        if copies.whole(copy) and self._attach(copy):
            return
        if not self._writable:
            copy = self._aside() / key
        shutil.rmtree(copy, ignore_errors=True)
        held = graph()
        with copies.building(copy) as fresh:
            arcade.write(self._engine, fresh, held, progress or _silent)
        copies.sweep(copy.parent, key)
        if not self._attach(copy):
            raise StoreError(f"the embedded copy in {copy} cannot be read; delete {copy.parent} and ask again")

    def load(self, graph: Graph, progress: Progress | None = None) -> Loaded:
        """Make a copy of the graph and say what differs from the copy before."""
        before = {} if self._database is None else self._fingerprints()
        after = {
            row.id: str(row.properties[upsert.FINGERPRINT])
            for rows in (stamps.nodes(graph), stamps.links(graph))
            for row in rows
        }
        if before != after or self._database is None:
            self.open(stamps.stamp(sorted(after.items())), lambda: graph, progress)
        return Loaded(
            created=len(after.keys() - before.keys()),
            updated=sum(before[key] != after[key] for key in after.keys() & before.keys()),
            removed=len(before.keys() - after.keys()),
        )

    def run(self, text: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Rows of a reading statement; QueryError for one that writes or that the engine can't read."""
        if self._database is None:
            raise StoreError("the store holds no graph: it is closed, or none was loaded")
        return arcade.ask(self._engine, self._database, text, parameters or {})

    def close(self) -> None:
        """Let go of the copy, and delete it if it is a temporary one."""
        self._let_go()
        for folder in self._temporary:
            shutil.rmtree(folder, ignore_errors=True)

    def _fingerprints(self) -> dict[str, str]:
        rows = self.run(upsert.held_nodes())
        for kind in link_types():
            rows += self.run(upsert.held_links(kind))
        return {row["id"]: row["fingerprint"] for row in rows}

    def _attach(self, copy: Path) -> bool:
        with _lock:
            database, users = _open.get(copy, (None, 0))
            if database is None:
                database = arcade.attach(self._engine, copy)
            if database is not None:
                _open[copy] = (database, users + 1)
        self._copy, self._database = copy, database
        return database is not None

    def _let_go(self) -> None:
        if self._database is None or self._copy is None:
            return
        with _lock:
            database, users = _open.pop(self._copy)
            if users > 1:
                _open[self._copy] = (database, users - 1)
            else:
                database.close()
        self._database = None

    def _aside(self) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="newsgraph-")).resolve()
        self._temporary.append(folder)
        return folder


def open_embedded(folder: Path, graph: Callable[[], Graph], progress: Progress | None = None) -> EmbeddedStore:
    """The store of the graph in a folder; `graph` reads it, and is called only where a new copy is needed."""
    path = folder / GRAPH
    try:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as problem:
        raise GraphError(
            f"{folder}: no graph here; build one with: newsgraph build ARTICLES --graph {folder}"
        ) from problem
    except OSError as problem:
        raise GraphError(f"{path}: {problem.strerror}") from problem
    store = EmbeddedStore(folder / PLACE)
    try:
        store.open(digest[:16], graph, progress)
    except BaseException:
        store.close()
        raise
    return store


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
