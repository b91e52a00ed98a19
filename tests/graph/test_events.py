"""Suits, messages and sums as nodes of their own."""

from typing import Any

import pytest

from graph import rows
from graph.build import build
from graph.records import Entity, Graph
from tests.graph.invented import extraction

NAMED: list[tuple[str, ...]] = [
    ("Person", "Ann Lee"),
    ("Person", "Bob Roe"),
    ("Company", "Acme"),
    ("Company", "Bolt"),
    ("Company", "Cray"),
]


def graph_of(*facts: dict[str, Any], sentence: str | None = None) -> Graph:
    return build([extraction("a", NAMED, list(facts), sentence)])


def events(graph: Graph) -> list[Entity]:
    return sorted((one for one in graph.entities if one.properties), key=lambda one: one.name)


def fact(text: str, **more: Any) -> dict[str, Any]:
    """`fact("Ann Lee SUED Acme")`."""
    subject, relation, target = next(
        (text.partition(f" {name} ")[0], name, text.partition(f" {name} ")[2])
        for name in ("SUED", "EMAILED", "FUNDED", "RAISED")
        if f" {name}" in f"{text} "
    )
    return {"type": relation, "subject": subject.removesuffix(f" {relation}"), "object": target or None, **more}


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ([fact("Ann Lee SUED Acme", date="2024-02-29")], "Ann Lee v. Acme, 2024-02-29"),
        ([fact("Ann Lee SUED Acme", status="planned")], "Ann Lee v. Acme (planned)"),
        ([fact("Ann Lee SUED Acme"), fact("Ann Lee SUED Bolt")], "Ann Lee v. Acme and Bolt"),
        ([fact("Ann Lee SUED Acme"), fact("Bob Roe SUED Acme")], "Ann Lee and Bob Roe v. Acme"),
        ([fact("Ann Lee EMAILED Bob Roe", date="2018")], "Email from Ann Lee to Bob Roe, 2018"),
        ([fact("Ann Lee EMAILED Bob Roe"), fact("Ann Lee EMAILED Acme")], "Email from Ann Lee to Acme and Bob Roe"),
        ([fact("Ann Lee EMAILED", kind="memo")], "Memo from Ann Lee"),
        ([fact("Ann Lee FUNDED Acme", amount=15000000, currency="USD", date="2016")],
         "Funding of Acme by Ann Lee: 15,000,000 USD, 2016"),
        ([fact("Ann Lee FUNDED Acme", amount_min=10, amount_max=99, currency="EUR")],
         "Funding of Acme by Ann Lee: 10 to 99 EUR"),
        ([fact("Acme RAISED", amount=5, status="failed")], "Funding of Acme: 5 (failed)"),
        ([fact("Acme RAISED", amount=5), fact("Bolt FUNDED Acme"), fact("Cray FUNDED Acme")],
         "Funding of Acme by Bolt and Cray: 5"),
    ],
)  # fmt: skip
def test_an_event_and_its_name(facts: list[dict[str, Any]], name: str) -> None:
    graph = graph_of(*facts, sentence="One sentence tells it all.")
    assert [one.name for one in events(graph)] == [name]
    assert {edge.event for edge in graph.edges} == {events(graph)[0].id}
    assert len(graph.edges) == len(facts)


@pytest.mark.parametrize(
    "facts",
    [
        [fact("Ann Lee SUED Acme"), fact("Acme SUED Ann Lee")],
        [fact("Ann Lee SUED Acme", date="2020"), fact("Ann Lee SUED Bolt", date="2021")],
        [fact("Ann Lee SUED Acme"), fact("Ann Lee SUED Bolt", status="planned")],
        [fact("Ann Lee EMAILED Bob Roe"), fact("Bob Roe EMAILED Ann Lee")],
        [fact("Ann Lee EMAILED Bob Roe", date="2015"), fact("Ann Lee EMAILED Bob Roe", date="2016")],
        [fact("Ann Lee FUNDED Acme", amount=5), fact("Ann Lee FUNDED Acme", amount=7)],
        [fact("Ann Lee FUNDED Acme", amount=5), fact("Bob Roe FUNDED Acme", amount=7)],
        [fact("Ann Lee FUNDED Acme", amount=5), fact("Ann Lee FUNDED Bolt", amount=5)],
        [fact("Acme RAISED", amount=5), fact("Bolt FUNDED Acme", amount=7)],
        [fact("Acme RAISED", amount=5, date="2015"), fact("Bolt FUNDED Acme", amount=5, date="2016")],
        [fact("Acme RAISED", amount=5, status="planned"), fact("Bolt FUNDED Acme", amount=5)],
    ],
)
def test_two_events_stay_two_even_in_one_sentence(facts: list[dict[str, Any]]) -> None:
    assert len(events(graph_of(*facts, sentence="One sentence tells it all."))) == 2


def test_two_suits_of_two_sentences_are_two() -> None:
    assert len(events(graph_of(fact("Ann Lee SUED Acme"), fact("Ann Lee SUED Bolt")))) == 2


def test_a_round_and_its_gift_meet_over_two_articles_by_their_sum() -> None:
    one = extraction("a", NAMED, [fact("Acme RAISED", amount=5, currency="USD", date="2015")])
    two = extraction("b", NAMED, [fact("Bolt FUNDED Acme", amount=5, currency="USD", date="2015-05")])
    (event,) = events(build([one, two]))
    assert event.properties == {"amount": 5, "currency": "USD", "date": "2015-05", "status": "asserted"}
    assert [(one.article, one.count) for one in event.appearances] == [("a", 1), ("b", 1)]


def test_what_has_no_object_points_to_its_event() -> None:
    graph = graph_of(fact("Acme RAISED", amount=5), fact("Ann Lee EMAILED"))
    assert all(edge.object == edge.event for edge in graph.edges)


def test_every_party_is_joined_to_the_event() -> None:
    graph = graph_of(fact("Ann Lee SUED Acme"), fact("Ann Lee SUED Bolt"), sentence="Lee sued Acme and Bolt.")
    names = {one.id: one.name for one in graph.entities}
    roles = sorted((link.type, names[link.start]) for link in rows.links(graph) if link.type.endswith("_IN")
                   and link.end == events(graph)[0].id)  # fmt: skip
    assert roles == [("DEFENDANT_IN", "Acme"), ("DEFENDANT_IN", "Bolt"), ("PLAINTIFF_IN", "Ann Lee")]


def test_an_event_is_asserted_as_soon_as_one_of_its_facts_is() -> None:
    graph = graph_of(
        fact("Acme RAISED", amount=5), fact("Bolt FUNDED Acme", amount=5, status="alleged"), sentence="Acme raised 5."
    )
    assert [one.properties["status"] for one in events(graph)] == ["asserted"]
