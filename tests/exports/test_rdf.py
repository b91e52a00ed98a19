from pathlib import Path
from typing import Any

import pytest

from extract import ontology
from graph.exports.catalog import export
from graph.records import Graph
from tests.exports.graphs import NASTY, SCRIPT, large, small

rdflib = pytest.importorskip("rdflib", reason="Turtle is read back by rdflib: pip install rdflib")

PREFIXES = """
PREFIX ng: <urn:newsgraph:term:> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/> PREFIX prov: <http://www.w3.org/ns/prov#>
"""


def parsed(graph: Graph, folder: Path) -> Any:
    export(graph, "rdf", folder / "g.ttl")
    return rdflib.Graph().parse(folder / "g.ttl", format="turtle")


def ask(found: Any, text: str) -> list[tuple[Any, ...]]:
    return [
        tuple(value.toPython() if value is not None else None for value in row) for row in found.query(PREFIXES + text)
    ]


@pytest.mark.parametrize("graph", [small(), large(60, 200)])
def test_every_fact_comes_back_with_its_ends_status_and_sentences(graph: Graph, tmp_path: Path) -> None:
    found = parsed(graph, tmp_path)
    rows = ask(
        found,
        """SELECT ?fact ?subject ?type ?object ?status ?sentence ?start ?article WHERE {
             ?fact a rdf:Statement ; rdf:subject ?subject ; rdf:predicate ?type ; rdf:object ?object ;
                   ng:status ?status ; ng:evidence ?one .
             ?one schema:text ?sentence ; ng:start ?start ; prov:wasQuotedFrom/schema:identifier ?article . }""",
    )
    expected = {
        (f"urn:newsgraph:{edge.id}", f"urn:newsgraph:{edge.subject}", f"urn:newsgraph:term:{edge.type}",
         f"urn:newsgraph:{edge.object}", f"urn:newsgraph:term:{edge.status}", one.sentence, one.start, one.article)
        for edge in graph.edges for one in edge.evidence
    }  # fmt: skip
    assert set(rows) == expected


def test_only_what_is_asserted_is_a_triple_of_its_own(tmp_path: Path) -> None:
    found = parsed(small(), tmp_path)
    for edge in small().edges:
        ends = f"<urn:newsgraph:{edge.subject}> ng:{edge.type} <urn:newsgraph:{edge.object}>"
        assert found.query(f"{PREFIXES} ASK {{ {ends} }}").askAnswer == (edge.status == "asserted"), edge.type
    founders = ask(found, "SELECT ?name WHERE { ?body schema:founder/schema:name ?name }")
    assert founders == [("Ann Lee",)]
    assert ask(found, "SELECT ?x WHERE { ?x schema:owns|schema:location ?y }") == []


def test_texts_sums_and_sources_come_back_as_they_were(tmp_path: Path) -> None:
    found = parsed(small(), tmp_path)
    names = {row[0] for row in ask(found, "SELECT ?n WHERE { ?x schema:name|schema:alternateName ?n }")}
    assert {SCRIPT, NASTY, "Ann Lee", "the engineer"} <= names
    gift = ask(
        found,
        """SELECT ?amount ?date ?who
           WHERE { ?f rdf:predicate ng:FUNDED ; ng:amount ?amount ; ng:date ?date ; ng:saidBy ?who }""",
    )
    assert gift == [(15000000, "2016-02~", "the suit")]


def test_the_vocabulary_explains_itself(tmp_path: Path) -> None:
    found = parsed(Graph(), tmp_path)
    labelled = ask(found, "SELECT ?term WHERE { ?term a rdf:Property }")
    assert {row[0].rsplit(":", 1)[1] for row in labelled} == set(ontology.RELATIONS)
