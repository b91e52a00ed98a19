"""Who is one over several articles, and why."""

import time

import pytest

from extract.errors import JudgementError
from extract.records import Extraction
from graph.build import build
from graph.judgements import Member, different, same
from graph.names import compare, is_name, key
from graph.resolve import resolve
from tests.graph.invented import extraction

Named = tuple[str, ...]


def articles(*named: Named | list[Named]) -> list[Extraction]:
    """An article for each name or list of names: a, b, c, …; a name is its type, itself, and its aliases."""
    lists = [one if isinstance(one, list) else [one] for one in named]
    return [extraction(chr(ord("a") + i), names, []) for i, names in enumerate(lists)]


def called(*named: Named | list[Named]) -> list[str]:
    """Names of the graph's entities."""
    return sorted(entity.name for entity in build(articles(*named)).entities)


def reasons(*named: Named | list[Named]) -> set[str]:
    """Why names were left ambiguous."""
    return {choice.reason for one in resolve(articles(*named)).ambiguities for choice in one.candidates}


@pytest.mark.parametrize(
    "named",
    [
        [("Person", "Ann Lee"), ("Person", "Ann Lee"), ("Person", "Dr. Ann Lee")],
        [("Person", "Zoë Novák"), ("Person", "Zoe Novak")],
        [("Person", "Zoë Łuczak"), ("Person", "Zoe Luczak")],
        [("Person", "ZoeNovak"), ("Person", "Zoe Novak")],
        [("Company", "Monvale MNVL"), ("Company", "Monvale")],
        [("Person", "Walter G. Prokop"), ("Person", "Walter Prokop")],
        [("Person", "Walter G. Prokop"), ("Person", "Walter Gordon Prokop")],
        [("Person", "Bob Lee"), ("Person", "Robert Lee")],
        [("Person", "Ann Lee", "Annabel Lee-Roy"), ("Person", "Annabel Lee-Roy")],
        [("Company", "Acme Corp."), ("Company", "The Acme Company"), ("Organization", "ACME")],
        [("Company", "Open Door"), ("Company", "OpenDoor")],
        [("Organization", "Maritime Transport Authority", "MTA"), ("Organization", "MTA")],
        [("Company", "Harbour Gazette Media", "Harbour Gazette"), ("Company", "Harbour Gazette")],
        [("Product", "Robot-9"), ("Product", "the Robot 9")],
        [("Place", "U.S."), ("Place", "the United States")],
    ],
)
def test_names_of_one_join_across_articles(named: list[Named]) -> None:
    assert len(called(*named)) == 1


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ([("Person", "Lee"), ("Person", "Lee")], "one name alone, in several articles"),
        ([("Person", "Ann Lee", "Lee"), ("Person", "Lee")], "family name alone"),
        ([("Person", "A. Lee"), ("Person", "Ann Lee")], "initial and family name agree"),
        ([("Person", "Ilya Sutskevar"), ("Person", "Ilya Sutskevor")], "one letter differs"),
        ([("Person", "Sam Davis"), ("Person", "Sam Davis Jr.")], "another suffix"),
        ([("Company", "Monvale"), ("Company", "Monvale Steel Corp")], "beginning of the other name"),
        ([("Organization", "MTA"), ("Organization", "Maritime Transport Authority")], "initials of the other name"),
        ([("Company", "Monvale Stel"), ("Company", "Monvale Steel")], "one letter differs"),
    ],
)
def test_what_is_not_safe_is_listed_and_not_joined(named: list[Named], reason: str) -> None:
    assert len(called(*named)) == 2
    assert reasons(*named) == {reason}


@pytest.mark.parametrize(
    "named",
    [
        [("Person", "Ann Lee"), ("Person", "Bob Lee")],
        [("Person", "Walter G. Prokop"), ("Person", "Walter H. Prokop")],
        [("Person", "Raymond Tice Jr."), ("Person", "Raymond Tice III")],
        [("Person", "Joan Smithson"), ("Person", "John Smithson")],
        [("Person", "Enzo Bellandi"), ("Company", "Bellandi")],
        [("Person", "Enzo Bellandi"), ("Company", "Enzo Bellandi")],
        [("Company", "Acme", "the company"), ("Company", "Bolt", "the company")],
        [("Person", "Ann Lee", "the billionaire"), ("Person", "Bob Roe", "the billionaire")],
        [("Person", "McCarthy"), ("Person", "Mc Carthy Poe")],
        [("Company", "Monvale USA"), ("Company", "Monvale UAE")],
        [("Product", "Robot 3"), ("Product", "Robot 4")],
        [("Product", "Robotics 2019"), ("Product", "Robotics 2020")],
        [("Company", "Monvale Iron"), ("Company", "Monvale Steel")],
        [("Place", "Paris"), ("Place", "Perth")],
    ],
)
def test_names_of_two_never_join_and_are_not_even_listed(named: list[Named]) -> None:
    assert len(called(*named)) == 2
    assert not reasons(*named)


def test_a_name_that_fits_two_joins_neither() -> None:
    named = [("Person", "Walter G. Prokop"), ("Person", "Walter H. Prokop"), ("Person", "Walter Prokop")]
    assert called(*named) == ["Walter G. Prokop", "Walter H. Prokop", "Walter Prokop"]
    assert {reason.rpartition(", ")[2] for reason in reasons(*named)} == {"but it fits several"}
    short = [("Company", "Ford Motor", "FM"), ("Organization", "Frontline Medicine", "FM"), ("Organization", "FM")]
    assert called(*short) == ["FM", "Ford Motor", "Frontline Medicine"]


def test_what_one_article_names_apart_another_does_not_join() -> None:
    both: list[Named] = [("Company", "Harbour Gazette"), ("Company", "Harbour Gazette Media", "Harbour Gazette")]
    named = (both, ("Company", "Harbour Gazette"), ("Company", "Harbour Gazette Media"))
    assert called(*named) == ["Harbour Gazette", "Harbour Gazette Media"]
    assert {one.rpartition("but ")[2] for one in reasons(*named)} == {"an article names both"}


def test_company_kept_makes_a_near_name_sure() -> None:
    around: list[Named] = [("Company", "Acme"), ("Company", "Bolt")]
    near: tuple[Named, Named] = ("Person", "A. Prokop"), ("Person", "Adam Prokop")
    assert len(called([*around, near[0]], [*around, near[1]])) == 3
    (join,) = resolve(articles([*around, near[0]], [*around, near[1]])).joins
    assert (join.score, join.reason) == (0.85, "initial and family name agree; 2 named beside both")
    assert len(called([*around, near[0]], near[1])) == 4


def test_a_short_form_needs_an_article_that_uses_it_and_company() -> None:
    around: list[Named] = [("Person", "Ann Lee"), ("Person", "Bob Roe")]
    full, bare = ("Company", "Monvale Steel Corp", "Monvale"), ("Company", "Monvale")
    assert called([*around, full], [*around, bare]) == ["Ann Lee", "Bob Roe", "Monvale Steel Corp"]
    assert called(full, bare) == ["Monvale", "Monvale Steel Corp"]


def test_the_name_is_a_full_one_and_the_most_frequent() -> None:
    assert called(("Company", "Acme Corp"), ("Company", "Acme"), ("Company", "Acme")) == ["Acme"]
    assert called(("Person", "Walter Gordon Prokop"), ("Person", "Walter Prokop"), ("Person", "Walter Prokop")) == [
        "Walter Prokop"
    ]
    (entity,) = build(
        articles(("Organization", "Maritime Transport Authority", "MTA"), ("Organization", "MTA"))
    ).entities
    assert (entity.name, entity.aliases) == ("Maritime Transport Authority", ("MTA",))


def test_aliases_are_names_not_descriptions() -> None:
    (entity,) = build(articles(("Person", "Ann Lee", "Lee", "Ms. Lee", "the Acme CEO", "her mentor"))).entities
    assert entity.aliases == ("Lee", "Ms. Lee")


def test_one_type_by_the_vote_of_all_mentions() -> None:
    (entity,) = build(articles(("Organization", "Acme"), ("Company", "Acme"), ("Company", "Acme"))).entities
    assert entity.type == "Company"


def test_a_judgement_joins_what_names_do_not() -> None:
    told = articles(("Person", "Ann Lee"), ("Person", "Lady Byron"), ("Person", "Lee"))
    ann, lady, lee = (Member(family="Person", name=name) for name in ("Ann Lee", "Lady Byron", "Lee"))
    assert len(build(told, [same(ann, lady)]).entities) == 2
    assert len(build(told, [same(ann, lady), same(lee, ann)]).entities) == 1
    assert [join.reason for join in resolve(told, [same(ann, lady)]).joins] == ["judged to be the same"]


def test_a_judgement_holds_apart_what_names_join() -> None:
    told = articles(("Person", "Bob Lee"), ("Person", "Robert Lee"), ("Person", "Bob Lee"))
    bob, robert = (Member(family="Person", name=name) for name in ("Bob Lee", "Robert Lee"))
    assert len(build(told).entities) == 1
    assert len(build(told, [different(robert, bob)]).entities) == 2
    assert resolve(told, [different(robert, bob)]).ambiguities == ()


def test_two_spellings_of_one_name_can_be_held_apart() -> None:
    told = articles(("Company", "Bolt"), ("Company", "Bolt Ltd"), ("Company", "BOLT"))
    bolt, limited = (Member(family="Organization", name=name) for name in ("Bolt", "Bolt Ltd"))
    assert len(build(told).entities) == 1
    graph = build(told, [different(bolt, limited)])
    assert sorted((one.name, one.aliases) for one in graph.entities) == [("Bolt", ("BOLT",)), ("Bolt Ltd", ())]


def test_one_article_can_be_told_apart_from_all_others() -> None:
    told = articles(*[("Person", "Ann Lee")] * 4)
    everyone, there = Member(family="Person", name="Ann Lee"), Member(family="Person", name="Ann Lee", article="b")
    graph = build(told, [different(everyone, there)])
    assert [entity.name for entity in graph.entities] == ["Ann Lee", "Ann Lee"]
    assert sorted(len(entity.appearances) for entity in graph.entities) == [1, 3]
    assert max(graph.entities, key=lambda one: len(one.appearances)).id == build(told).entities[0].id


def test_judgements_that_contradict_each_other_are_refused() -> None:
    told = articles(("Person", "Ann Lee"), ("Person", "Bo Roe"), ("Person", "Cy Poe"))
    ann, bo, cy = (Member(family="Person", name=name) for name in ("Ann Lee", "Bo Roe", "Cy Poe"))
    with pytest.raises(JudgementError, match="hold them apart"):
        build(told, [same(ann, bo), same(bo, cy), different(ann, cy)])


def test_a_judgement_on_nobody_waits_for_its_article() -> None:
    told = articles(("Person", "Ann Lee"))
    nobody = same(Member(family="Person", name="Ann Lee"), Member(family="Person", name="Bo Roe"))
    assert build(told, [nobody]) == build(told)


@pytest.mark.parametrize(
    ("family", "text", "expected"),
    [
        ("Person", "Ann Lee", True),
        ("Person", "Lee", True),
        ("Person", "the Acme CEO", False),
        ("Person", "Acme’s CEO", False),
        ("Person", "her former mentor", False),
        ("Person", "chairman Ann Lee", False),
        ("Organization", "the Gazette", True),
        ("Organization", "the company", False),
        ("Organization", "Monvale’s own start-up", False),
        ("Organization", "University of Leeds", True),
        ("Organization", "株式会社", True),
    ],
)
def test_a_name_and_a_description(family: str, text: str, expected: bool) -> None:
    assert is_name(family, text) is expected


@pytest.mark.parametrize("name", ["", " ", "...", "日本", "Ωmega", "the", "Inc.", "Mr.", "'s", "🦉", "A" * 5000])
def test_odd_names_have_keys_and_compare(name: str) -> None:
    for family in ("Person", "Organization", "Product", "Place"):
        assert key(family, name) or not name.strip()
        assert compare(family, name, "Ann Lee") is None
        assert compare(family, "Ann Lee", name) is None


def test_ten_thousand_articles_resolve_in_seconds() -> None:
    given = ("Ada", "Bea", "Cy", "Dov", "Eva", "Finn", "Gus", "Hal", "Ida", "Jon")
    told = [
        extraction(
            f"story-{i:05}",
            [
                ("Person", f"{given[i % 10]} Surname{i * 7919 % 3000}", f"Surname{i * 7919 % 3000}"),
                ("Company", f"National Company Number {i % 2500}"),
                ("Organization", f"Institute of Subject {i % 900}", "ISX"),
                ("Product", f"Product {i % 500}"),
            ],
            [],
        )
        for i in range(10_000)
    ]
    start = time.process_time()
    resolve(told)
    assert time.process_time() - start < 60
