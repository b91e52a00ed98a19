"""Every question, asked in many ways, gives the rows that plain Python takes from the records."""

import pytest

from cypher.catalog import questions
from extract import ontology
from graph.records import Graph
from graph.stores import Store
from tests.cypher.asked import ways
from tests.cypher.oracle import ANSWERS, expected
from tests.cypher.world import HOSTILE


@pytest.mark.parametrize("name", list(questions()))
def test_rows_and_their_order(name: str, asked_store: Store, asked_graph: Graph) -> None:
    for given in ways(questions()[name], asked_graph):
        rows = asked_store.run(questions()[name].text, given)
        wanted = expected(name, asked_graph, given)
        assert rows == wanted, given


def test_every_question_has_its_oracle() -> None:
    assert set(ANSWERS) == set(questions())


def test_every_question_finds_something(asked_store: Store, asked_graph: Graph) -> None:
    """A question that is always empty is not tested."""
    silent = [
        name
        for name, question in questions().items()
        if not any(asked_store.run(question.text, given) for given in ways(question, asked_graph))
    ]
    assert silent == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str, world_store: Store, world_graph: Graph) -> None:
    before = world_store.run("MATCH (n) RETURN count(n) AS nodes")
    for name, question in questions().items():
        for parameter in question.parameters:
            if parameter.kind == "text":
                given = dict.fromkeys(one.name for one in question.parameters)
                given |= {one.name: "x" for one in question.parameters if one.required} | {parameter.name: text}
                assert world_store.run(question.text, given) == expected(name, world_graph, given)
    assert world_store.run("MATCH (n) RETURN count(n) AS nodes") == before
    assert world_store.run("RETURN $text AS text", {"text": text}) == [{"text": text}]


def test_hostile_names_come_back_unharmed(world_store: Store) -> None:
    rows = world_store.run("MATCH (n:Person) WHERE size(n.aliases) = 1 RETURN n.aliases[0] AS alias, n.name AS name")
    found = {row["alias"]: row["name"] for row in rows}
    assert found.items() >= {(text, f"{text} {i}") for i, text in enumerate(HOSTILE)}


def test_texts_name_only_what_the_ontology_has() -> None:
    """The words that a question takes from the ontology are all of them, so that a new type is not forgotten."""
    path = questions()["path-between"].text
    assert f"[:{'|'.join(sorted(ontology.RELATIONS))}*" in path
    happened = [row.name for row in ontology.STATUSES.values() if row.happened]
    assert str(happened) in questions()["most-connected"].text
    undone = [row.name for row in ontology.STATUSES.values() if not row.happened and row.name != "denied"]
    assert str(undone) in questions()["planned-and-failed"].text
    for question in questions().values():
        if "Email" in question.text and question.name != "who-emailed-whom":
            assert all(f":{event}" in question.text for event in ontology.EVENTS), question.name
