"""Dates, sums and circumstances go to the candidate that they belong to."""

import pytest

from extract import qualify
from extract.scene import Candidate
from tests.relations.sketch import sketch


def read(marked: str, word: str, relation_type: str, **given: str) -> dict[str, str | int | float]:
    scene, _, _ = sketch(marked)
    trigger = next(token.i for token in scene.doc if token.text == word)
    candidate = Candidate(relation_type, scene.mentions[0], scene.mentions[1], trigger, "test", qualifiers=given)
    return qualify.read(scene, candidate).given()


@pytest.mark.parametrize(
    ("marked", "word", "relation_type", "expected"),
    [
        (
            "[Ann Lee|Person] gave [Acme|Company] $2 million in 2015.",
            "gave",
            "FUNDED",
            {"date": "2015", "amount": 2_000_000, "currency": "USD"},
        ),
        (
            "[Acme|Company] bought [Bo|Company] for $5 million in May 2012 and sold [Cy|Company] in 2018.",
            "bought",
            "ACQUIRED",
            {"date": "2012-05", "amount": 5_000_000, "currency": "USD"},
        ),
        ("[Acme|Company], founded in 1994, bought [Bo|Company] in 2006.", "bought", "ACQUIRED", {"date": "2006"}),
        (
            "[Ann Lee|Person] was chief executive of [Acme|Company] from 2012 to 2015.",
            "executive",
            "HELD_ROLE",
            {"start": "2012", "end": "2015"},
        ),
        ("[Ann Lee|Person] left [Acme|Company] in 2018.", "left", "HELD_ROLE", {"end": "2018"}),
        ("[Ann Lee|Person] joined [Acme|Company] in 2012.", "joined", "HELD_ROLE", {"start": "2012"}),
        ("[Ann Lee|Person] has led [Acme|Company] since 2009.", "led", "HELD_ROLE", {"start": "2009"}),
        ("[Ann Lee|Person] was hired from [Acme|Company] in 1982.", "hired", "HELD_ROLE", {"end": "1982"}),
        ("[Acme|Company] bought [Bo|Company] from its founder in 1982.", "bought", "OWNS", {"start": "1982"}),
        ("[Ann Lee|Person] (12 May 1943 - 2 June 2006) ran [Acme|Company].", "ran", "HELD_ROLE", {}),
        (
            "[Acme|Company] sued [Bo|Company] in the High Court in 2014, alleging fraud.",
            "sued",
            "SUED",
            {"date": "2014", "court": "High Court", "claim": "fraud"},
        ),
        (
            "[Ann Lee|Person] sent [Bob Day|Person] a letter in June 2011.",
            "sent",
            "EMAILED",
            {"date": "2011-06", "kind": "letter"},
        ),
    ],
)
def test_each_type_bears_its_own(marked: str, word: str, relation_type: str, expected: dict[str, str | int]) -> None:
    assert read(marked, word, relation_type) == expected


def test_what_a_voice_has_read_itself_stays() -> None:
    found = read("[Ann Lee|Person] founded [Acme|Company] in 2015.", "founded", "FOUNDED", date="2014-03")
    assert found == {"date": "2014-03"}


def test_a_type_bears_no_qualifier_that_its_row_does_not_name() -> None:
    assert read("[Acme|Company] competed with [Bo|Company] for $2 million in 2015.", "competed", "COMPETES_WITH") == {}


@pytest.mark.parametrize(
    ("marked", "amount"),
    [
        ("[Acme|Company|o] raised $4 million from [Bo|Company|s] and [Cy|Company].", None),
        ("[Acme|Company|o] has taken $4 million from investors including [Bo|Company|s].", None),
        ("[Acme|Company|o] raised $4 million from [Bo|Company|s].", 4_000_000),
        ("[Bo|Company|s] and [Cy|Company] each gave [Acme|Company|o] $4 million.", 4_000_000),
    ],
)
def test_a_rounds_total_is_no_givers_share(marked: str, amount: int | None) -> None:
    scene, subjects, objects = sketch(marked)
    by_name = {mention.text: mention for mention in scene.mentions}
    trigger = next(token.i for token in scene.doc if token.text in ("raised", "taken", "gave"))
    candidate = Candidate("FUNDED", by_name[subjects[0]], by_name[objects[0]], trigger, "test")
    assert qualify.read(scene, candidate).amount == amount
