"""Graph → a NetworkX multigraph whose attributes are text and numbers only, for formats that know no more.

Lists become one text, joined by " | "; sums are always floats, so that a column has one type; control
characters that XML cannot hold become spaces. Nodes and links carry a `label` to be shown.
"""

import re

import networkx as nx

from extract import ontology
from graph import rows
from graph.exports.captions import caption
from graph.records import Graph

Flat = dict[str, str | int | float | bool]

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SUMS = {row.column for row in ontology.QUALIFIERS.values() if row.kind == "number"}


def flat(graph: Graph) -> "nx.MultiDiGraph[str]":
    """Nodes by id, links by id as key; `kind` is the entity type or relation type."""
    whole: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    captions = {edge.id: caption(edge) for edge in graph.edges}
    for node in rows.nodes(graph):
        label = clean(str(node.properties["name"]))
        whole.add_node(node.id, label=label, kind=node.labels[-1], **_flat(node.properties))
    for link in rows.links(graph):
        label = clean(captions.get(link.id, link.type.replace("_", " ")))
        whole.add_edge(link.start, link.end, key=link.id, label=label, kind=link.type, **_flat(link.properties))
    return whole


def clean(text: str) -> str:
    """The text with a space for every character that XML 1.0 cannot hold."""
    return _UNFIT.sub(" ", text)


def _flat(properties: rows.Properties) -> Flat:
    """`kind` steps back to `sort`, since it is the type here, and `id` to `ref`, since files have ids of their own."""
    found: Flat = {}
    for key, value in properties.items():
        name = {"id": "ref", "kind": "sort"}.get(key, key)
        if isinstance(value, list):
            found[name] = clean(" | ".join(map(str, value)))
        elif isinstance(value, str):
            found[name] = clean(value)
        else:
            found[name] = float(value) if key in _SUMS else value
    return found
