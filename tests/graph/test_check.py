"""Every way in which a graph can be unsound is named."""

from typing import Any

import pytest

from extract.records import Extraction
from graph.build import build
from graph.check import check
from graph.judgements import Member, same
from graph.records import Graph
from graph.report import ONE_END, report
from graph.resolve import resolve
from tests.graph.invented import extraction

TOLD = extraction(
    "a",
    [("Person", "Ann Lee"), ("Company", "Acme"), ("Company", "Bolt")],
    [
        {"type": "FOUNDED", "subject": "Ann Lee", "object": "Acme"},
        {"type": "OWNS", "subject": "Acme", "object": "Bolt"},
        {"type": "SUED", "subject": "Ann Lee", "object": "Bolt"},
    ],
)


def changed(part: str, number: int, **fields: Any) -> Graph:
    graph = build([TOLD])
    rows = list(getattr(graph, part))
    rows[number] = rows[number].model_copy(update=fields)
    return graph.model_copy(update={part: tuple(rows)})


def founded(graph: Graph) -> int:
    return next(i for i, edge in enumerate(graph.edges) if edge.type == "FOUNDED")


def test_a_sound_graph_has_no_problem() -> None:
    assert check(build([TOLD]), [TOLD]) == []
    assert check(Graph()) == []


@pytest.mark.parametrize(
    ("graph", "problem"),
    [
        (changed("edges", 0, subject="nobody"), "ends at nobody, which is no entity"),
        (changed("edges", 0, evidence=()), "has no evidence"),
        (changed("edges", founded(build([TOLD])), type="HEADQUARTERED_IN"), "domain of HEADQUARTERED_IN violated"),
        (changed("edges", founded(build([TOLD])), type="EMAILED", event="nowhere"), "ends at nowhere"),
        (changed("articles", 0, id="b"), "cites a, which is no article here"),
        (changed("articles", 0, id="b"), "appears in a, which is no article here"),
        (changed("articles", 0, digest="0" * 64), "article a is not the text that the graph was built from"),
        (changed("entities", 0, id="zzz"), "entity ids are not sorted"),
        (build([TOLD]).model_copy(update={"edges": build([TOLD]).edges * 2}), "stands 2 times"),
    ],
)
def test_what_is_unsound_is_named(graph: Graph, problem: str) -> None:
    assert any(problem in one for one in check(graph, [TOLD])), check(graph, [TOLD])


def test_a_sentence_that_stands_elsewhere_is_named() -> None:
    graph = build([TOLD])
    evidence = graph.edges[0].evidence[0]
    moved = changed("edges", 0, evidence=(evidence.model_copy(update={"start": evidence.start + 1}),))
    assert [one for one in check(moved, [TOLD]) if "does not stand at" in one]
    assert check(moved) == []


def test_a_claim_whose_parties_became_one_is_counted_not_told() -> None:
    decided = [same(Member(family="Organization", name="Acme"), Member(family="Organization", name="Bolt"))]
    told: list[Extraction] = [TOLD]
    graph = build(told, decided)
    assert sorted(edge.type for edge in graph.edges) == ["FOUNDED", "SUED"]
    assert check(graph, told) == []
    assert report(told, graph, resolve(told, decided)).rejections == {ONE_END: {"OWNS": 1}}
