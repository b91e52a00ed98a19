"""The ruler's rules on hand-made cases; the numbers were worked out by hand."""

from typing import Any

import pytest

from extract.evaluate import Score, evaluate, pair
from extract.gold import read_gold
from extract.matching import normal_name, normal_title, resolver, same_amount, same_date, same_title
from tests import samples

PEOPLE = [
    {"type": "Person", "name": "Ann Lee", "aliases": ["the chief"]},
    {"type": "Person", "name": "Bob Stone"},
    {"type": "Person", "name": "Eve Stone"},
    {"type": "Company", "name": "Acme Corp.", "aliases": ["the company"]},
    {"type": "Organization", "name": "Bolt Foundation"},
    {"type": "Product", "name": "Widget"},
]
Fact = dict[str, Any]


def fact(type_: str, subject: str | None, target: str | None, **qualifiers: Any) -> Fact:
    return {"type": type_, "subject": subject, "object": target, **qualifiers}


def lines(gold: list[Fact], found: list[Fact]) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    return [{"article": "a", "entities": PEOPLE, "facts": gold}], {"a": {"article": "a", "facts": found}}


def facts(gold: list[Fact], found: list[Fact]) -> Score:
    return evaluate(*lines(gold, found)).facts


def strict(gold: list[Fact], found: list[Fact]) -> Score:
    return evaluate(*lines(gold, found)).strict


RIGHT, WRONG, NONE = Score(1, 0, 0), Score(0, 1, 1), Score(0, 0, 1)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Ann Lee", RIGHT),
        ("ann lee", RIGHT),
        ("Lee", RIGHT),
        ("A. Lee", RIGHT),
        ("A Lee", RIGHT),
        ("Ann Marie Lee", RIGHT),
        ("Ms. Ann Lee", RIGHT),
        ("Dr Lee", RIGHT),
        ("Ann Lee’s", RIGHT),
        ("the Chief", RIGHT),
        ("“Ann Lee,”", RIGHT),
        ("Bob Lee", WRONG),
        ("Ann", WRONG),
        ("Bob Stone", WRONG),
        ("the boss", WRONG),
        (None, WRONG),
    ],
)
def test_a_person_is_found_by_alias_title_and_surname(subject: str | None, expected: Score) -> None:
    assert facts([fact("FOUNDED", "Ann Lee", "Acme Corp.")], [fact("FOUNDED", subject, "Acme")]) == expected


def test_a_surname_of_two_people_is_nobody() -> None:
    resolve = resolver(PEOPLE)
    assert (resolve("Stone"), resolve("Eve Stone"), resolve("E. Stone"), resolve(None)) == (
        "?stone",
        "Eve Stone",
        "?e. stone",
        None,
    )


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("The Acme Corp.", "acme"),
        ("ACME, Inc.", "acme"),
        ("Acme’s", "acme"),
        ("Judge Ann Lee", "ann lee"),
        ("Acme Group Ltd", "acme group"),
        ("Lee & Co.", "lee &"),
        ("Coca-Cola", "coca cola"),
        ("U.S.", "u.s"),
    ],
)
def test_names_are_compared_in_short_form(name: str, short: str) -> None:
    assert normal_name(name) == short


def test_ends_may_change_places_only_where_the_type_is_symmetric() -> None:
    ends, turned = ("Acme Corp.", "Bolt Foundation"), ("Bolt Foundation", "Acme")
    assert facts([fact("PARTNERED_WITH", *ends)], [fact("PARTNERED_WITH", *turned)]) == RIGHT
    assert facts([fact("COMPETES_WITH", *ends)], [fact("COMPETES_WITH", *turned)]) == RIGHT
    assert facts([fact("OWNS", *ends)], [fact("OWNS", *turned)]) == WRONG
    assert facts([fact("OWNS", *ends)], [fact("ACQUIRED", *ends)]) == WRONG


def test_a_missing_object_matches_only_a_missing_object() -> None:
    gold = [fact("EMAILED", "Ann Lee", None)]
    assert facts(gold, [fact("EMAILED", "Ann Lee", None)]) == RIGHT
    assert facts(gold, [{"type": "EMAILED", "subject": "Lee"}]) == RIGHT
    assert facts(gold, [fact("EMAILED", "Ann Lee", "Acme")]) == WRONG


@pytest.mark.parametrize(
    ("gold", "found", "expected", "wholly"),
    [
        ("asserted", "asserted", RIGHT, RIGHT),
        ("asserted", "alleged", RIGHT, WRONG),
        ("alleged", None, RIGHT, WRONG),
        (None, "asserted", RIGHT, RIGHT),
        ("asserted", "denied", WRONG, WRONG),
        ("asserted", "planned", WRONG, WRONG),
        ("planned", "failed", RIGHT, WRONG),
        ("denied", "attempted", RIGHT, WRONG),
        ("failed", "alleged", WRONG, WRONG),
    ],
)
def test_told_as_having_happened_or_not(gold: str | None, found: str | None, expected: Score, wholly: Score) -> None:
    one = [fact("ACQUIRED", "Acme Corp.", "Widget", **({"status": gold} if gold else {}))]
    other = [fact("ACQUIRED", "Acme", "Widget", **({"status": found} if found else {}))]
    assert facts(one, other) == expected
    assert strict(one, other) == wholly


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("2015", "2015-05-21", True),
        ("2015-05-21", "2015", True),
        ("2015-05", "2015-06", False),
        ("2015~", "2015", True),
        ("2015/2018", "2015", True),
        (None, "2015", True),
        ("", None, True),
        ("2015", None, False),
        ("2015", "201", False),
        ("2015", "2016", False),
    ],
)
def test_dates_are_equal_at_the_coarser_of_the_two(gold: str | None, found: str | None, same: bool) -> None:
    assert same_date(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ({"amount": 1000}, {"amount": 1000}, True),
        ({"amount": 1000}, {"amount": 1005}, True),
        ({"amount": 1000}, {"amount": 1006}, False),
        ({"amount": 1000}, {}, False),
        ({"amount": 1000}, {"amount_min": 1000, "amount_max": 1000}, False),
        ({"amount_min": 10, "amount_max": 99}, {"amount": 50}, True),
        ({"amount_min": 10, "amount_max": 99}, {"amount_min": 10, "amount_max": 20}, True),
        ({"amount_min": 10, "amount_max": 99}, {"amount": 100}, False),
        ({"amount_min": 10, "amount_max": 99}, {}, False),
        ({"amount_min": 10}, {"amount": 1_000_000}, True),
        ({}, {"amount": 5}, True),
    ],
)
def test_sums_are_equal_within_half_a_percent_or_a_range(gold: Fact, found: Fact, same: bool) -> None:
    assert same_amount(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("chief executive", "CEO", True),
        ("Chief Executive Officer", "CEO and founder", True),
        ("co-chair", "cochair of the board", False),
        ("chairman", "chairwoman", True),
        ("board member", "member", True),
        ("reporter", "editor", False),
        ("reporter", None, False),
        (None, "editor", True),
    ],
)
def test_titles_are_equal_where_one_holds_the_other(gold: str | None, found: str | None, same: bool) -> None:
    assert same_title(gold, found) is same
    assert normal_title("Chief Financial Officer") == "cfo"


def test_gifts_on_one_pair_are_told_apart_by_their_sums() -> None:
    def gift(amount: float | None = None, **more: Any) -> Fact:
        return fact("FUNDED", "Ann Lee", "Acme Corp.", **({"amount": amount} if amount else {}), **more)

    gold = [gift(15e6, date="2016"), gift(20e6, date="2017"), gift(None, amount_min=1e7, amount_max=99e6)]
    assert facts(gold, gold) == Score(3, 0, 0)
    assert facts(gold, [gift(20e6), gift(15e6)]) == Score(2, 0, 1)
    assert facts(gold, [gift(30e6)]) == Score(1, 0, 2), "within the vague range"
    assert facts(gold, [gift(5e6)]) == Score(0, 1, 3)
    assert facts(gold, [gift()]) == Score(0, 1, 3), "no sum where there are several"
    assert facts([gift(15e6)], [gift()]) == RIGHT, "one and one, and none claimed"
    assert strict([gift(15e6)], [gift()]) == WRONG
    assert facts([gift(15e6)], [gift(5e6)]) == WRONG
    assert facts([gift()], [gift(5e6)]) == WRONG, "a sum that gold does not have"
    assert facts([gift()], [gift()]) == RIGHT
    assert facts([gift(15e6)], [gift(15e6), gift(15e6)]) == Score(1, 1, 0)
    assert facts([gift(15e6)], [gift(), gift()]) == Score(0, 2, 1)
    bought = fact("ACQUIRED", "Ann Lee", "Acme Corp.", amount=5)
    assert facts([bought], [bought | {"amount": 6}]) == RIGHT, "only funding is told apart by sums"


def test_what_has_most_qualifiers_right_is_paired_first() -> None:
    gold = [
        fact("HELD_ROLE", "Ann Lee", "Acme Corp.", title="chair", start="2015"),
        fact("HELD_ROLE", "Ann Lee", "Acme Corp.", title="chief executive", end="2018"),
    ]
    found = [
        fact("HELD_ROLE", "Ann Lee", "Acme Corp.", title="CEO", end="2018-03"),
        fact("HELD_ROLE", "Ann Lee", "Acme Corp.", title="chairman", start="2016"),
        fact("HELD_ROLE", "Ann Lee", "Acme Corp.", title="adviser"),
    ]
    result = evaluate(*lines(gold, found))
    assert (result.facts, result.strict) == (Score(2, 1, 0), Score(1, 2, 1))
    assert result.qualifiers == {"start": (0, 1), "end": (1, 1), "title": (2, 2), "status": (2, 2)}
    pairs, missed, extra = pair(gold, found, by_amount=False)
    assert [(one["title"], other["title"]) for one, other in pairs] == [
        ("chief executive", "CEO"),
        ("chair", "chairman"),
    ]
    assert (missed, [left["title"] for left in extra]) == ([], ["adviser"])


def test_entities_are_persons_and_organisations_once_each() -> None:
    gold = [{"article": "a", "entities": PEOPLE, "facts": []}]
    found = [
        {"type": "Person", "name": "Lee"},
        {"type": "Person", "name": "Ann Lee"},
        {"type": "Organization", "name": "Acme"},
        {"type": "Person", "name": "Bolt Foundation"},
        {"type": "Company", "name": "Widget"},
        {"type": "Place", "name": "London"},
        {"type": "Company", "name": "Nobody Ltd"},
    ]
    result = evaluate(gold, {"a": {"article": "a", "entities": found, "facts": []}})
    assert result.entities == Score(2, 3, 3)
    assert evaluate(gold, {}).entities == Score(0, 0, 5)


def test_an_article_without_a_prediction_is_all_missed_and_types_are_apart() -> None:
    gold, _ = lines([fact("FOUNDED", "Ann Lee", "Acme Corp."), fact("RAISED", "Acme Corp.", None, amount=5)], [])
    result = evaluate(gold, {"other": {"article": "other", "facts": [fact("FOUNDED", "x", "y")]}})
    assert result.types == {"FOUNDED": NONE, "RAISED": NONE}
    assert (result.facts.precision, result.facts.recall, result.facts.f1) == (0.0, 0.0, 0.0)
    assert [(miss.kind, miss.fact["type"]) for miss in result.misses] == [("missed", "FOUNDED"), ("missed", "RAISED")]


def test_precision_recall_and_f1() -> None:
    score = Score(3, 1, 2)
    assert (round(score.precision, 3), round(score.recall, 3), round(score.f1, 3)) == (0.75, 0.6, 0.667)


def spoiled(number: int, one: Fact) -> list[Fact]:
    """What a careless extraction makes of the gold facts, by their number."""
    made = dict(one)
    if number % 7 == 0:
        return []
    if number % 5 == 0:
        made["status"] = "planned" if one["status"] == "asserted" else "asserted"
    if number % 4 == 0 and one.get("object"):
        made["subject"], made["object"] = one["object"], one["subject"]
    if number % 3 == 0:
        made = {key: value for key, value in made.items() if key not in ("date", "end", "title", "amount")}
    if number % 6 == 1:
        made["subject"] = one["subject"].split()[-1].upper()
    return [made, dict(made)] if number % 11 == 0 else [made]


def test_a_careless_extraction_of_the_seeds_scores_as_recorded() -> None:
    """The numbers are those of the annotation guide's reference scorer."""
    golds = read_gold(samples.GOLD)
    found = {g["article"]: {**g, "facts": [m for n, f in enumerate(g["facts"]) for m in spoiled(n, f)]} for g in golds}
    result = evaluate(golds, found)
    assert (result.facts, result.strict) == (Score(57, 41, 51), Score(49, 49, 59))
    assert [round(getattr(result.facts, name), 3) for name in ("precision", "recall", "f1")] == [0.582, 0.528, 0.553]
    assert [round(getattr(result.strict, name), 3) for name in ("precision", "recall", "f1")] == [0.5, 0.454, 0.476]
    assert result.entities == Score(62, 0, 0)
    assert result.qualifiers == {
        "date": (18, 20),
        "start": (2, 3),
        "end": (0, 1),
        "amount": (3, 3),
        "title": (5, 9),
        "status": (56, 57),
    }
    assert {name: tuple(score) for name, score in result.types.items()} == {
        "ACQUIRED": (3, 3, 4),
        "COMPETES_WITH": (4, 1, 0),
        "DEVELOPED": (2, 4, 3),
        "EMAILED": (13, 7, 8),
        "FOUNDED": (7, 4, 5),
        "FUNDED": (6, 7, 7),
        "HEADQUARTERED_IN": (0, 0, 1),
        "HELD_ROLE": (10, 7, 9),
        "INTERVIEWED": (3, 2, 2),
        "OWNS": (4, 2, 4),
        "PARTNERED_WITH": (0, 1, 1),
        "RAISED": (1, 1, 1),
        "RECRUITED": (2, 1, 2),
        "SUED": (2, 1, 4),
    }


def test_perfect_extraction_scores_one() -> None:
    golds = read_gold(samples.GOLD)
    result = evaluate(golds, {one.article.id: one.prediction() for one in samples.seeds()})
    assert (result.facts.f1, result.strict.f1, result.entities.f1) == (1.0, 1.0, 1.0)
