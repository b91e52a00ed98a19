"""Graph → GraphML, for Gephi, yEd, igraph and NetworkX; written by NetworkX itself."""

from collections.abc import Iterator

from networkx.readwrite.graphml import GraphMLWriter

from graph.exports.flat import flat
from graph.records import Graph


def render(graph: Graph) -> Iterator[str]:
    """The whole document; the pure-Python writer, whatever else is installed, so that bytes are the same."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield str(GraphMLWriter(flat(graph), named_key_ids=False))
    yield "\n"
