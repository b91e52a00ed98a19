"""Graph → NetworkX: the graph in memory, for algorithms and exports."""

import networkx as nx

from graph import rows
from graph.records import Graph


def network(graph: Graph) -> "nx.MultiDiGraph[str]":
    """Nodes by id with `labels` and their properties; links keyed by id with `type` and their properties."""
    whole: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in rows.nodes(graph):
        whole.add_node(node.id, labels=list(node.labels), **node.properties)
    for link in rows.links(graph):
        whole.add_edge(link.start, link.end, key=link.id, type=link.type, **link.properties)
    return whole
