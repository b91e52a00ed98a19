r"""Graph → a script of Cypher for cypher-shell, Browser or any openCypher engine, with all values written into it.

    cypher-shell -u neo4j -f graph.cypher

The statements are those of a load, so that running the script twice changes nothing. A value is a literal
whose text cannot end its quotes: backslashes and quotes are escaped, and a backslash never stands before a
`u`, since Neo4j reads `\u0027` as a quote before it looks at quotes at all.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from cypher import schema, upsert
from graph.records import Graph
from graph.stores import stamps

ROWS = 100
"""Rows a statement: enough to be quick, few enough that every engine still parses it."""

_ESCAPES = {"\\": r"\\", "'": r"\'", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\b": r"\b", "\f": r"\f"}
_SPECIAL = re.compile(r"[\\'\n\r\t\b\f]")


def render(graph: Graph) -> Iterator[str]:
    """Constraints and indexes, then nodes, then links, `;` after each statement."""
    yield "// Written by newsgraph. Running it again changes nothing.\n"
    yield from (f"{statement};\n" for statement in schema.statements())
    for labels, nodes in _grouped(
        (node.labels, {"id": node.id, "properties": node.properties}) for node in stamps.nodes(graph)
    ):
        yield from _statements(upsert.merge_nodes(labels), nodes)
    for kind, links in _grouped(
        (link.type, {"id": link.id, "start": link.start, "end": link.end, "properties": link.properties})
        for link in stamps.links(graph)
    ):
        yield from _statements(upsert.merge_links(kind), links)


def literal(value: Any) -> str:
    """A value as Cypher text: string, number, boolean, list or map with plain keys."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    return repr(value).replace("e+", "e")


def _text(value: str) -> str:
    escaped = _SPECIAL.sub(lambda match: _ESCAPES[match[0]], value)
    return "'" + escaped.replace(r"\\u", r"\\' + 'u") + "'"


def _grouped(items: Iterable[tuple[Any, dict[str, Any]]]) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    found = sorted(items, key=lambda item: item[0])
    for key, group in groupby(found, key=lambda item: item[0]):
        yield key, [row for _, row in group]


def _statements(text: str, rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    for at in range(0, len(rows), ROWS):
        lines = ",\n  ".join(literal(row) for row in rows[at : at + ROWS])
        yield text.replace("$rows", f"[\n  {lines}\n]", 1) + ";\n"
