import pytest

from extract.errors import GraphError, OntologyError
from graph.records import Graph
from graph.spans import span
from graph.subgraph import Selection, find, subgraph
from tests.exports.graphs import SCRIPT, large, small


def kinds(graph: Graph) -> list[str]:
    return sorted(edge.type for edge in graph.edges)


def names(graph: Graph) -> set[str]:
    return {entity.name for entity in graph.entities}


def whole(graph: Graph) -> None:
    ids = {entity.id for entity in graph.entities}
    articles = {article.id for article in graph.articles}
    for edge in graph.edges:
        assert {edge.subject, edge.object, edge.event or edge.object} <= ids
        assert {one.article for one in edge.evidence} <= articles
    for entity in graph.entities:
        assert {one.article for one in entity.appearances} <= articles


def test_a_selection_of_nothing_is_the_graph_itself() -> None:
    assert subgraph(small(), Selection()) is small()


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(types=("FUNDED", "sued")), ["FUNDED", "SUED"]),
        (Selection(types=("Lawsuit",)), ["SUED"]),
        (Selection(types=("Person", "Company")), ["EMAILED", "FOUNDED", "FUNDED", "HELD_ROLE", "SUED"]),
        (Selection(types=("held-role",)), ["HELD_ROLE"]),
        (Selection(statuses=("denied", "failed")), ["ACQUIRED", "OWNS"]),
        (Selection(since="2024"), ["SUED"]),
        (Selection(until="2016"), ["EMAILED", "FUNDED"]),
        (Selection(since="2020-01", until="2021"), ["HELD_ROLE"]),
        (Selection(articles=("a1",)), ["FOUNDED", "FUNDED", "HELD_ROLE"]),
        (Selection(articles=("a1",), statuses=("alleged",)), ["FUNDED"]),
        (Selection(around=("Oslo",)), ["HEADQUARTERED_IN"]),
        (Selection(around=("lee",), hops=0), []),
        (Selection(around=("Robot 9",), hops=2, types=("ACQUIRED",)), ["ACQUIRED", "ACQUIRED"]),
    ],
)
def test_a_selection_keeps_what_it_names_and_is_whole(selection: Selection, expected: list[str]) -> None:
    part = subgraph(small(), selection)
    assert kinds(part) == expected
    whole(part)


def test_hops_reach_as_far_as_said() -> None:
    assert names(subgraph(small(), Selection(around=("Robot 9",), hops=1))) == {"Robot 9", "North Fund"}
    assert "Acme" in names(subgraph(small(), Selection(around=("Robot 9",), hops=2)))
    assert SCRIPT in names(subgraph(small(), Selection(around=("Robot 9",), hops=3)))
    whole(subgraph(large(300, 900), Selection(around=("Name 7",), hops=2)))


def test_entities_of_a_type_stay_without_a_fact() -> None:
    assert names(subgraph(small(), Selection(types=("Person", "Place")))) >= {"Ann Lee", SCRIPT, "Oslo"}


def test_strangers_are_refused_with_what_is_near() -> None:
    with pytest.raises(GraphError, match="did you mean Ann Lee"):
        find(small(), ["Anne Lee"])
    with pytest.raises(GraphError, match="no article 'a3'"):
        subgraph(small(), Selection(articles=("a3",)))
    with pytest.raises(OntologyError, match="no type 'Planet'"):
        subgraph(small(), Selection(types=("Planet",)))
    with pytest.raises(OntologyError, match="no status 'doubted'"):
        subgraph(small(), Selection(statuses=("doubted",)))
    with pytest.raises(GraphError, match="is no date"):
        subgraph(small(), Selection(since="yesterday"))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02~", "2016-02-01", "2016-02-29"),
        ("2015-05-21", "2015-05-21", "2015-05-21"),
        ("2015/2018-03", "2015-01-01", "2018-03-31"),
        ("2015/..", "2015-01-01", None),
        ("/2018", None, "2018-12-31"),
    ],
)
def test_a_date_spans_the_days_it_can_mean(text: str, first: str | None, last: str | None) -> None:
    assert span(text) == (first, last)


@pytest.mark.parametrize("text", ["", "soon", "2016-13", "2015-02-30", "/", None])
def test_what_is_no_date_spans_nothing(text: str | None) -> None:
    assert span(text) is None
