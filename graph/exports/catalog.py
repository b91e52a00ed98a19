"""The table of formats: a new one is a file beside this one and a row here."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from extract.errors import ExportError
from graph.exports import csv, cypher, ftm, gexf, graphml, html, json, jsonl, rdf
from graph.exports.files import write_file, write_folder
from graph.records import Graph


class Exporter(NamedTuple):
    """A format: `render` gives the pieces of one file, or `folder` the files of a folder, by name."""

    name: str
    meaning: str
    suffix: str
    render: Callable[[Graph], Iterable[str]] | None = None
    folder: Callable[[Graph], Mapping[str, Iterable[str]]] | None = None
    ours: frozenset[str] = frozenset()
    """Names that the files of a folder can have; a folder that holds others is never replaced."""


_ROWS = (
    Exporter("json", "node-link JSON, whole: can be read back; NetworkX, D3", ".json", json.render),
    Exporter("jsonl", "a node or relationship a line, with labels and properties", ".jsonl", jsonl.render),
    Exporter("graphml", "Gephi, yEd, igraph, NetworkX", ".graphml", graphml.render),
    Exporter("gexf", "Gephi, with dates for its timeline", ".gexf", gexf.render),
    Exporter("csv", "a folder for `neo4j-admin database import`, a file a type", "", folder=csv.folder, ours=csv.OURS),
    Exporter("cypher", "a script of constraints and MERGE statements for cypher-shell", ".cypher", cypher.render),
    Exporter("ftm", "FollowTheMoney entities, for Aleph", ".ftm.json", ftm.render),
    Exporter("rdf", "Turtle with schema.org and PROV terms", ".ttl", rdf.render),
    Exporter("html", "one page that shows the graph in any browser, without a network", ".html", html.render),
)

EXPORTERS: Mapping[str, Exporter] = MappingProxyType({row.name: row for row in _ROWS})


def exporter(name: str) -> Exporter:
    """The row of a format; ExportError where there is none."""
    row = EXPORTERS.get(name.lower())
    if row is None:
        raise ExportError(f"no format {name!r}; there are {', '.join(EXPORTERS)}")
    return row


def export(graph: Graph, name: str, target: Path) -> None:
    """Write the graph in a format, whole or not at all."""
    row = exporter(name)
    if row.folder is not None:
        write_folder(target, row.folder(graph), row.ours)
    elif row.render is not None:
        write_file(target, row.render(graph))
