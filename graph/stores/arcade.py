"""The one place that knows arcadedb: a Cypher engine in this process, on a folder of files.

A copy is written once, by the engine's bulk call, and from then on only opened for reading, so that any
number of processes can ask one copy at the same time, and none leaves a lock behind.
"""

import importlib
import inspect
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from cypher import schema
from extract.errors import QueryError, StoreError
from graph.progress import Progress
from graph.records import Graph
from graph.rows import role_links
from graph.stores import Row, stamps

TWIN = "arcadedb_embedded"
MODULES = ("arcadedb", TWIN)
"""Import names of the native engine and of its twin on a Java machine; the first that imports is used."""

CHUNK = 10_000
"""Rows that cross into the engine at once."""

_NO_ENGINE = (
    "the embedded Cypher engine is not installed: pip install arcadedb (there are wheels for Linux, Windows and Macs "
    "with Apple silicon); elsewhere use Neo4j: `docker compose up -d`, `newsgraph load`, then ask with "
    "--uri bolt://localhost:7687"
)
_WRAPPING = re.compile(
    r"(?:(?:Query|Command) failed|Reading the result set failed): ?"
    r"|\b(?:\w+\.)+\w+Exception: ?(?!null)"
    r"| \(caused by .*null\)$"
)


def engine(logs: Path) -> ModuleType:
    """The engine's module; its log goes into `logs`, nothing to the terminal. StoreError where there is none."""
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(logs))
    for name in MODULES:
        try:
            module = importlib.import_module(name)
        except (ImportError, OSError):
            continue
        if name == TWIN:
            _start_quietly(module, logs)
        return module
    raise StoreError(_NO_ENGINE)


def shares(module: ModuleType) -> bool:
    """Whether copies can be opened for reading only, and so by many processes; the twin of 26.10 can't."""
    return "read_only" in inspect.signature(module.open_database).parameters


def _start_quietly(module: ModuleType, logs: Path) -> None:
    """Start the twin's Java machine, once a process, without its log on the terminal."""
    if importlib.import_module("jpype").isJVMStarted():
        return
    logs.mkdir(parents=True, exist_ok=True)
    settings = logs / "silent.properties"
    settings.write_text(".level=OFF\n", encoding="ascii")
    module.jvm.start_jvm(jvm_args=[f"-Djava.util.logging.config.file={settings}"])


def write(module: ModuleType, folder: Path, graph: Graph, progress: Progress) -> None:
    """Write the graph's rows, stamped, into a new database in `folder`, which must not be there yet."""
    try:
        database = module.create_database(str(folder))
    except module.ArcadeDBError as problem:
        raise StoreError(f"cannot make the embedded copy in {folder}: {reason(problem)}") from problem
    try:
        for statement in _types():
            database.command("sql", statement)
        with database.graph_batch() as batch:
            addresses = _write_nodes(batch, graph, progress)
            _write_links(batch, graph, addresses, progress)
    except module.ArcadeDBError as problem:
        raise StoreError(f"cannot fill the embedded copy in {folder}: {reason(problem)}") from problem
    finally:
        database.close()


def _write_nodes(batch: Any, graph: Graph, progress: Progress) -> dict[str, str]:
    """The engine's address of each node, by the node's id."""
    total = len(graph.articles) + len(graph.entities)
    addresses: dict[str, str] = {}
    for labels, chunk in _chunks((node.labels, node) for node in stamps.nodes(graph)):
        found = batch.create_vertices(_type_name(labels), [node.properties for node in chunk])
        addresses.update(zip((node.id for node in chunk), found, strict=True))
        progress("nodes", len(addresses), total)
    return addresses


def _write_links(batch: Any, graph: Graph, addresses: Mapping[str, str], progress: Progress) -> None:
    roles = {link.id for edge in graph.edges for link in role_links(edge)}
    total = len(graph.edges) + len(roles) + sum(len(entity.appearances) for entity in graph.entities)
    done = 0
    for kind, chunk in _chunks((link.type, link) for link in stamps.links(graph)):
        starts = [addresses[link.start] for link in chunk]
        ends = [addresses[link.end] for link in chunk]
        batch.new_edges(starts, kind, ends, [link.properties for link in chunk])
        done += len(chunk)
        progress("links", done, total)


def attach(module: ModuleType, folder: Path) -> Any:
    """The database in `folder`, opened for reading; None where the engine can't read it."""
    only = {"read_only": True} if shares(module) else {}
    try:
        return module.open_database(str(folder), **only)
    except module.ArcadeDBError:
        return None


def ask(module: ModuleType, database: Any, text: str, parameters: Mapping[str, Any]) -> list[Row]:
    """Rows of a reading statement as plain values; whatever the engine refuses is a QueryError with its reason."""
    try:
        found = database.query("opencypher", text, dict(parameters)).to_list()
    except module.ArcadeDBError as problem:
        why = reason(problem)
        if "is not idempotent" in why:
            raise QueryError("this statement writes; questions only read") from problem
        raise QueryError(why) from problem
    return [{key: _plain(value) for key, value in row.items()} for row in found]


def reason(problem: Exception) -> str:
    """The engine's own words without the names of its classes, on one line."""
    return " ".join(_WRAPPING.sub("", str(problem)).split()) or "the engine gives no reason"


def _type_name(labels: tuple[str, ...]) -> str:
    """The engine's name for nodes of several labels: ("Entity", "Person") → "Entity~Person"."""
    return "~".join(sorted(labels))


def _types() -> Iterator[str]:
    for label in (schema.ENTITY, *schema.special_labels()):
        yield f"CREATE VERTEX TYPE `{label}` BUCKETS 1"
    for labels in schema.label_sets():
        parents = ", ".join(f"`{label}`" for label in sorted(labels))
        yield f"CREATE VERTEX TYPE `{_type_name(labels)}` EXTENDS {parents} BUCKETS 1"
    for kind in schema.link_types():
        yield f"CREATE EDGE TYPE `{kind}` BUCKETS 1"


def _chunks(rows: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, list[Any]]]:
    """Rows gathered by their key, at most CHUNK at a time, whatever order they come in."""
    waiting: dict[Any, list[Any]] = {}
    for key, row in rows:
        waiting.setdefault(key, []).append(row)
        if len(waiting[key]) >= CHUNK:
            yield key, waiting.pop(key)
    yield from waiting.items()


def _plain(value: Any) -> Any:
    """A whole node or link → a map of its properties, with `labels` or `type` beside them."""
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "toJSON"):  # a whole node or link of the twin is an object of its Java machine
        return _plain(json.loads(str(value.toJSON(True))))
    if not isinstance(value, Mapping):
        return value if isinstance(value, str | int | float | bool | None) else str(value)
    kind = value.get("@type")
    if kind is None:
        return {key: _plain(one) for key, one in value.items()}
    told = {key: _plain(value[key]) for key in sorted(value) if not key.startswith("@")}
    if kind in schema.link_types():
        return {"type": kind, **told}
    return {"labels": sorted(kind.split("~")), **told}
