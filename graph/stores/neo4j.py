"""Graph ⇄ a Neo4j server over Bolt: what differs is written, in batches that can be repeated; what is asked only reads.

A load reads the fingerprints of what the database holds of ours, and writes the difference in managed transactions.
Every statement merges by id, so that a load that died is completed by the next one; nodes and links without a
fingerprint are not ours and stay as they are.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions
from neo4j import graph as answers

from cypher import schema, upsert
from extract.errors import QueryError, StoreError
from graph import rows
from graph.progress import Progress
from graph.records import Held
from graph.rows import Link, Node
from graph.stores import Loaded, Row, stamps

URI, USER, DATABASE = "bolt://localhost:7687", "neo4j", "neo4j"
"""Defaults; `$NEO4J_URI`, `$NEO4J_USER` and `$NEO4J_DATABASE` come before them."""
BATCH = 1000
"""Rows a transaction."""
OLDEST = 5
_SCHEMES = ("bolt", "neo4j", "bolt+s", "neo4j+s", "bolt+ssc", "neo4j+ssc")


class _Held(NamedTuple):
    """A link as the database holds it."""

    type: str
    start: str
    end: str
    fingerprint: str


class Neo4jStore:
    """A database on a Neo4j server; see `graph.stores.Store`."""

    def __init__(self, driver: neo4j.Driver, database: str, address: str) -> None:
        """Take a driver that is connected; `address` names the server in messages."""
        self._driver: neo4j.Driver | None = driver
        self._database = database
        self._address = address

    def load(self, graph: Held, progress: Progress | None = None) -> Loaded:
        """Make what the database holds of ours equal to the graph, and say what changed."""
        tell = progress or _silent
        for text in schema.statements():
            self._write(text, None)
        wanted = {node.id for node in rows.nodes(graph)}
        self._refuse_foreign(sorted(wanted))
        nodes = {row["id"]: row["fingerprint"] for row in self._read(upsert.held_nodes())}
        links = {
            row["id"]: _Held(kind, row["start_id"], row["end_id"], row["fingerprint"])
            for kind in schema.link_types()
            for row in self._read(upsert.held_links(kind))
        }
        counts = {"created": 0, "updated": 0}
        removed = self._remove_links(graph, links) if links else 0
        self._merge(
            stamps.nodes(graph), nodes, lambda row: row.labels, upsert.merge_nodes, _node_row, counts, "nodes", tell
        )
        known = {key: held.fingerprint for key, held in links.items()}
        self._merge(
            stamps.links(graph), known, lambda row: row.type, upsert.merge_links, _link_row, counts, "links", tell
        )
        gone = sorted(nodes.keys() - wanted)
        for batch in _batches({"id": key} for key in gone):
            self._write(upsert.delete_nodes(), batch)
        return Loaded(counts["created"], counts["updated"], removed + len(gone))

    def run(self, text: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Rows of a reading statement as plain values; QueryError for one that writes or that Neo4j can't read."""
        return [{key: _plain(value) for key, value in row.items()} for row in self._read(text, parameters)]

    def close(self) -> None:
        """Close the connections."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None

    def _remove_links(self, graph: Held, links: Mapping[str, _Held]) -> int:
        """Delete links that are gone, and those whose type or ends have changed; how many are gone."""
        after = {link.id: (link.type, link.start, link.end) for link in rows.links(graph) if link.id in links}
        moved = {key for key, held in links.items() if key in after and after[key] != held[:3]}
        gone = {key for key in links if key not in after}
        for kind in sorted({links[key].type for key in gone | moved}):
            doomed = (
                {"id": key, "start": links[key].start, "end": links[key].end}
                for key in sorted(gone | moved)
                if links[key].type == kind
            )
            for batch in _batches(doomed):
                self._write(upsert.delete_links(kind), batch)
        return len(gone)

    def _merge(
        self,
        found: Iterable[Any],
        held: Mapping[str, str],
        key: Callable[[Any], Any],
        statement: Callable[[Any], str],
        plain: Callable[[Any], dict[str, Any]],
        counts: dict[str, int],
        stage: str,
        tell: Progress,
    ) -> None:
        """Write the rows that are new or differ, gathered by what their statement depends on."""
        waiting: dict[Any, list[dict[str, Any]]] = {}
        written = total = 0
        for row in found:
            total += 1
            before = held.get(row.id)
            if before == row.properties[upsert.FINGERPRINT]:
                continue
            counts["created" if before is None else "updated"] += 1
            batch = waiting.setdefault(key(row), [])
            batch.append(plain(row))
            if len(batch) >= BATCH:
                self._write(statement(key(row)), batch)
                written += len(batch)
                tell(stage, written, max(total, written))
                batch.clear()
        for group in sorted(waiting, key=str):
            if waiting[group]:
                self._write(statement(group), waiting[group])
        tell(stage, total, total)

    def _refuse_foreign(self, ids: list[str]) -> None:
        for start in range(0, len(ids), BATCH):
            taken = self._read(upsert.foreign_nodes(), {"ids": ids[start : start + BATCH]})
            if taken:
                raise StoreError(
                    f"{self._address}: a node that newsgraph did not write has the id {taken[0]['id']!r}; "
                    "rename it, or load into another database"
                )

    def _read(self, text: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        if self._driver is None:
            raise StoreError("the store is closed")
        if not text.strip():
            raise QueryError("the statement is empty")
        with (
            _errors(self._address, self._database),
            self._driver.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session,
        ):
            return session.execute_read(_rows, text, dict(parameters or {}))

    def _write(self, text: str, batch: list[dict[str, Any]] | None) -> None:
        if self._driver is None:
            raise StoreError("the store is closed")
        parameters = {} if batch is None else {"rows": batch}
        with _errors(self._address, self._database), self._driver.session(database=self._database) as session:
            session.execute_write(_run, text, parameters)


def open_neo4j(
    uri: str, user: str | None = None, password: str | None = None, database: str | None = None
) -> Neo4jStore:
    """Connect to a server; StoreError says in words for people why it can't be."""
    name = database or os.environ.get("NEO4J_DATABASE") or DATABASE
    if urlsplit(uri).scheme not in _SCHEMES:
        raise StoreError(f"{uri}: this is no address of a server; it begins with {', '.join(_SCHEMES)}")
    auth = (user or os.environ.get("NEO4J_USER") or USER, password) if password else None
    with _errors(uri, name):
        try:
            driver = neo4j.GraphDatabase.driver(
                uri, auth=auth, connection_timeout=10, max_transaction_retry_time=30, notifications_min_severity="OFF"
            )
        except (ValueError, exceptions.ConfigurationError) as problem:
            raise StoreError(f"{uri}: this is no address of a server: {problem}") from problem
    try:
        with _errors(uri, name):
            driver.verify_connectivity()
            agent = str(driver.get_server_info().agent)
        refuse_old(uri, agent)
        store = Neo4jStore(driver, name, uri)
        store.run("RETURN 1 AS one")
    except BaseException:
        driver.close()
        raise
    return store


def refuse_old(uri: str, agent: str) -> None:
    """StoreError where the server calls itself older than `OLDEST`: "Neo4j/4.4.30"; one that says no number passes."""
    version = agent.rpartition("/")[2]
    major = version.split(".")[0]
    if major.isdigit() and int(major) < OLDEST:
        raise StoreError(f"{uri}: Neo4j {version} is too old; newsgraph needs {OLDEST} or newer")


@contextmanager
def _errors(address: str, database: str) -> Iterator[None]:
    """The driver's errors as ours, on one line, without a stack."""
    try:
        yield
    except exceptions.AuthError as problem:
        raise StoreError(f"{address}: wrong user or password; set NEO4J_PASSWORD, and --user where needed") from problem
    except exceptions.ConstraintError as problem:
        raise StoreError(f"{address}: other data in {database} breaks a constraint: {_words(problem)}") from problem
    except exceptions.ClientError as problem:
        raise _client_error(problem, address, database) from problem
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired, OSError) as problem:
        raise StoreError(f"{address}: no Neo4j answers there ({_words(problem)}); is the server running?") from problem
    except (exceptions.Neo4jError, exceptions.DriverError) as problem:
        raise StoreError(f"{address}: {_words(problem)}") from problem


def _client_error(problem: exceptions.ClientError, address: str, database: str) -> StoreError | QueryError:
    code = str(problem.code or "")
    if "DatabaseNotFound" in code:
        return StoreError(f"{address}: there is no database {database!r}; Community has only 'neo4j'")
    if "AccessMode" in code or "Writing in read access mode" in str(problem):
        return QueryError("this statement writes; questions only read")
    if ".Schema." in code:
        return StoreError(f"{address}: other data in {database} is in the way: {_words(problem)}")
    if ".Security." in code:
        return StoreError(f"{address}: {_words(problem)}")
    return QueryError(_words(problem))


def _words(problem: Exception) -> str:
    message = getattr(problem, "message", None) or str(problem)
    return " ".join(str(message).split())[:500]


def _rows(transaction: neo4j.ManagedTransaction, text: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    result = transaction.run(text, parameters)
    keys = list(result.keys())
    return [dict(zip(keys, record.values(), strict=True)) for record in result]


def _run(transaction: neo4j.ManagedTransaction, text: str, parameters: dict[str, Any]) -> None:
    transaction.run(text, parameters).consume()


def _node_row(node: Node) -> dict[str, Any]:
    return {"id": node.id, "properties": node.properties}


def _link_row(link: Link) -> dict[str, Any]:
    return {"id": link.id, "start": link.start, "end": link.end, "properties": link.properties}


def _batches(found: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for row in found:
        batch.append(row)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _plain(value: Any) -> Any:
    """Nodes and links as maps with their labels or type first, dates as ISO strings."""
    if isinstance(value, answers.Node):
        return {"labels": sorted(value.labels), **_sorted(dict(value))}
    if isinstance(value, answers.Relationship):
        return {"type": value.type, **_sorted(dict(value))}
    if isinstance(value, answers.Path):
        return [
            _plain(one) for pair in zip(value.nodes, (*value.relationships, None), strict=True) for one in pair if one
        ]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "iso_format"):
        return value.iso_format()
    return value


def _sorted(properties: dict[str, Any]) -> dict[str, Any]:
    return {key: _plain(properties[key]) for key in sorted(properties)}


def _silent(stage: str, done: int, total: int) -> None:
    """Say nothing."""
