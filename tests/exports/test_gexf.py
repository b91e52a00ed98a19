from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from extract import ontology
from graph.exports.catalog import export
from graph.exports.gexf import COLOURS
from tests.exports.graphs import SCRIPT, large, small

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("gexf.rng")))


@pytest.mark.parametrize("graph", [small(), large(60, 200)])
def test_the_document_is_as_the_format_says(graph, tmp_path: Path) -> None:
    export(graph, "gexf", tmp_path / "g.gexf")
    document = etree.parse(tmp_path / "g.gexf")
    SCHEMA.assertValid(document)
    names = {"g": "http://gexf.net/1.3"}
    nodes = set(document.xpath("//g:node/@id", namespaces=names))
    ends = document.xpath("//g:edge/@source | //g:edge/@target", namespaces=names)
    assert set(ends) <= nodes
    for of in ("node", "edge"):
        declared = document.xpath(f"//g:attributes[@class='{of}']/g:attribute/@id", namespaces=names)
        assert len(declared) == len(set(declared))
        assert set(document.xpath(f"//g:{of}//g:attvalue/@for", namespaces=names)) <= set(declared)


def test_networkx_reads_names_dates_and_statuses(tmp_path: Path) -> None:
    export(small(), "gexf", tmp_path / "g.gexf")
    found = nx.read_gexf(tmp_path / "g.gexf", version="1.3")
    assert {entity.name for entity in small().entities} <= {data["name"] for _, data in found.nodes(data=True)}
    assert SCRIPT in {data["label"] for _, data in found.nodes(data=True)}
    edges = {data["ref"]: data for *_, data in found.edges(data=True)}
    for edge in small().edges:
        assert (edges[edge.id]["kind"], edges[edge.id]["status"]) == (edge.type, edge.status)
        assert edges[edge.id]["sentence"] == edge.evidence[0].sentence.replace("\x0b", " ")
    spans = {data["kind"]: (data.get("start"), data.get("end")) for data in edges.values() if "status" in data}
    assert spans["FUNDED"] == ("2016-02-01", "2016-02-29")
    assert spans["HELD_ROLE"] == ("2019-01-01", "2021-05-31")
    assert spans["EMAILED"] == ("2015-01-01", "2018-12-31")
    assert spans["FOUNDED"] == (None, None)


def test_every_type_has_a_colour() -> None:
    assert set(COLOURS) == {*ontology.ENTITIES, ontology.ARTICLE}
