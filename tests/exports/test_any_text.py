"""Whatever an article says, no format breaks on it: names and sentences of any characters come back."""

import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.exports import ftm, gexf, graphml, jsonl
from graph.exports import json as node_link
from graph.exports.catalog import export
from graph.exports.flat import clean
from graph.records import Graph
from graph.view.page import page_data, render
from tests.exports.graphs import small
from tests.exports.test_csv import read

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


def saying(name: str, sentence: str) -> Graph:
    """The small graph in which one entity bears the name and one fact the sentence."""
    graph = small()
    entity = graph.entities[0].model_copy(update={"name": name, "aliases": (name,)})
    first = graph.edges[0]
    edge = first.model_copy(update={"evidence": (first.evidence[0].model_copy(update={"sentence": sentence}),)})
    return Graph(articles=graph.articles, entities=(entity, *graph.entities[1:]), edges=(edge, *graph.edges[1:]))


@settings(max_examples=60, deadline=None)
@given(name=TEXTS, sentence=TEXTS)
def test_any_name_and_sentence_come_back(name: str, sentence: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    graph = saying(name, sentence)
    folder = tmp_path_factory.mktemp("any")
    export(graph, "json", folder / "g.json")
    assert node_link.read(folder / "g.json") == graph
    lines = [json.loads(line) for line in "".join(jsonl.render(graph)).split("\n")[:-1]]
    assert name in {line["properties"].get("name") for line in lines}
    export(graph, "csv", folder / "csv")
    rows = [row for path in (folder / "csv").glob("*.csv") for row in read(path)]
    assert name in {row.get("name") for row in rows}
    assert sentence in {row.get("sentence") for row in rows}
    for found in (graphml, gexf):
        tree = ElementTree.fromstring("".join(found.render(graph)).encode())
        texts = {*tree.itertext(), *(value for one in tree.iter() for value in one.attrib.values())}
        assert clean(name).replace("\r", "\n") in {text.replace("\r", "\n") for text in texts}
    assert all(json.loads(line)["id"] for line in "".join(ftm.render(graph)).split("\n")[:-1])
    data = re.search(r'id="data">(.*?)</script>', "".join(render(graph)), re.S)
    assert data is not None and json.loads(data[1]) == page_data(graph)


@settings(max_examples=40, deadline=None)
@given(name=TEXTS, sentence=TEXTS)
def test_turtle_holds_any_name_and_sentence(name: str, sentence: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    rdflib = pytest.importorskip("rdflib", reason="Turtle is read back by rdflib: pip install rdflib")
    target = tmp_path_factory.mktemp("any") / "g.ttl"
    export(saying(name, sentence), "rdf", target)
    found = {str(value) for value in rdflib.Graph().parse(target, format="turtle").objects()}
    assert {name, sentence} <= found
