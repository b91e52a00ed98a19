from pathlib import Path

import networkx as nx
import pytest

from graph.exports.catalog import export
from tests.exports.graphs import SCRIPT, small

igraph = pytest.importorskip("igraph", reason="GraphML is read back by igraph: pip install igraph")


def test_igraph_reads_graphml(tmp_path: Path) -> None:
    export(small(), "graphml", tmp_path / "g.graphml")
    found = igraph.Graph.Read_GraphML(str(tmp_path / "g.graphml"))
    names = {vertex["id"]: vertex["name"] for vertex in found.vs}
    assert {entity.id: entity.name for entity in small().entities}.items() <= names.items()
    assert SCRIPT in names.values()
    facts = {edge["ref"]: edge for edge in found.es}
    for edge in small().edges:
        there = facts[edge.id]
        assert (names[found.vs[there.source]["id"]], there["kind"]) == (names[edge.subject], edge.type)
        assert there["status"] == edge.status
        assert there["sentence"] == edge.evidence[0].sentence.replace("\x0b", " ")
        if edge.qualifiers.amount is not None:
            assert there["amount"] == edge.qualifiers.amount


def test_columns_have_one_type_each(tmp_path: Path) -> None:
    export(small(), "graphml", tmp_path / "g.graphml")
    found = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    types: dict[str, set[type]] = {}
    for _, _, data in found.edges(data=True):
        for key, value in data.items():
            types.setdefault(key, set()).add(type(value))
    assert {key: kinds for key, kinds in types.items() if len(kinds) > 1} == {}
    assert found.number_of_nodes() == len(small().entities) + len(small().articles)
