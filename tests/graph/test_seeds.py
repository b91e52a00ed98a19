"""What a perfect extraction of the seeds becomes."""

from graph.build import build
from graph.check import check
from graph.records import Graph
from graph.resolve import resolve
from tests.samples import seeds


def facts(graph: Graph, relation: str) -> set[tuple[str, str, str]]:
    names = {one.id: one.name for one in graph.entities}
    return {(names[one.subject], names[one.object], one.status) for one in graph.edges if one.type == relation}


def test_one_person_and_one_company_over_five_articles() -> None:
    graph = build(seeds())
    over = {one.name: len(one.appearances) for one in graph.entities if not one.properties}
    assert {name for name, count in over.items() if count == 5} == {"Elon Musk", "Sam Altman", "OpenAI", "Tesla"}
    assert len([one for one in graph.entities if "Musk" in one.name and one.type == "Person"]) == 1
    assert resolve(seeds()).ambiguities == ()


def test_the_seeds_graph_is_sound() -> None:
    assert check(build(seeds()), seeds()) == []


def test_four_gifts_and_a_promise_of_one_donor_stay_apart() -> None:
    graph = build(seeds())
    names = {one.id: one.name for one in graph.entities}
    gifts = [
        (edge.qualifiers.amount, edge.qualifiers.amount_min, edge.status)
        for edge in graph.edges
        if (edge.type, names[edge.subject], names[edge.object]) == ("FUNDED", "Elon Musk", "OpenAI")
    ]
    assert sorted(gifts, key=str) == [
        (15000000, None, "alleged"),
        (20000000, None, "alleged"),
        (44000000, None, "alleged"),
        (None, 10000000, "asserted"),
        (None, None, "asserted"),
        (None, None, "planned"),
    ]


def test_the_threat_and_the_suit_are_two_lawsuits_each_against_both() -> None:
    suits = sorted(one.name for one in build(seeds()).entities if one.type == "Lawsuit")
    assert suits == [
        "Elon Musk v. OpenAI and Sam Altman, 2023~ (planned)",
        "Elon Musk v. OpenAI and Sam Altman, 2024~",
    ]


def test_what_failed_is_not_told_as_done() -> None:
    bought = facts(build(seeds()), "ACQUIRED")
    assert ("Elon Musk", "OpenAI", "failed") in bought
    assert ("Elon Musk", "OpenAI", "asserted") not in bought
    assert ("Google", "DeepMind", "asserted") in bought


def test_a_fact_of_several_articles_is_one_edge_with_all_their_sentences() -> None:
    graph = build(seeds())
    names = {one.id: one.name for one in graph.entities}
    (edge,) = [
        one
        for one in graph.edges
        if (one.type, names[one.subject], names[one.object]) == ("FOUNDED", "Elon Musk", "OpenAI")
    ]
    assert edge.qualifiers.date == "2015"
    assert len({one.article for one in edge.evidence}) == 4
