"""Pairs that the reader scores → candidates, with the office that a pair is about."""

from dataclasses import dataclass

import pytest

from extract import voices
from extract.reader import Reading, Span
from extract.reader.records import PairScore
from tests.relations.sketch import sketch


@dataclass
class OnePair:
    """Says one thing of the first person and the last body that it is asked about."""

    type: str = "HELD_ROLE"

    def relations(self, spans: list[Span], floor: float) -> tuple[PairScore, ...]:
        assert floor == voices.FLOOR
        person = next(i for i, span in enumerate(spans) if span.type == "Person")
        body = max(i for i, span in enumerate(spans) if span.type == "Company")
        return (PairScore(person, body, self.type, 0.8, {"asserted": 1.0}),)


def titles(marked: str) -> list[object]:
    scene, _, _ = sketch(marked)
    reading: Reading = OnePair()  # type: ignore[assignment]
    return [candidate.qualifiers.get("title") for candidate in voices.propose(scene, reading)]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[Ann Lee|Person] was CEO of [Torstar|Company] and is treasurer of [Acme|Company].", ["treasurer"]),
        ("[Ann Lee|Person] is chairman and chief executive of [Acme|Company].", ["chairman", "chief executive"]),
        ("[Ann Lee|Person] heads [Acme|Company].", ["head"]),
        ("[Ann Lee|Person] left [Acme|Company].", [None]),
    ],
)
def test_the_office_stands_between_person_and_body(marked: str, found: list[object]) -> None:
    assert titles(marked) == found


def test_ends_in_two_sentences_are_told_apart_from_ends_in_one() -> None:
    reading: Reading = OnePair()  # type: ignore[assignment]
    for marked, apart in (
        ("[Ann Lee|Person] left [Acme|Company].", False),
        ("[Ann Lee|Person] left. [Acme|Company] fell.", True),
    ):
        scene, _, _ = sketch(marked)
        (candidate,) = voices.propose(scene, reading)
        assert candidate.apart is apart


@dataclass
class Gifts:
    """Two people give one body money; each person and the body are tied to sums of the text."""

    sums: list[int]

    def relations(self, spans: list[Span], floor: float) -> tuple[PairScore, ...]:
        people = [i for i, span in enumerate(spans) if span.type == "Person"]
        body = next(i for i, span in enumerate(spans) if span.type == "Company")
        money = [i for i, span in enumerate(spans) if span.kind == "money"]
        told = {"asserted": 1.0}
        found = [PairScore(person, body, "FUNDED", 0.9, told) for person in people]
        found += [PairScore(person, money[n], "FUNDED", 0.8, told) for person, n in zip(people, self.sums, strict=True)]
        found += [PairScore(one, body, "FUNDED", 0.7, told) for one in money[:2]]
        return tuple(found)


def test_each_giver_has_the_sum_that_both_ends_are_tied_to() -> None:
    scene, _, _ = sketch(
        "[Ann Lee|Person] put $1 million and [Bo Ray|Person] $2 million into [Acme|Company], now worth $9 million."
    )
    told = {}
    for sums in ([0, 1], [1, 0], [2, 2]):
        reading: Reading = Gifts(sums)  # type: ignore[assignment]
        found = voices.propose(scene, reading)
        told[tuple(sums)] = [(c.subject.text, c.qualifiers.get("amount")) for c in found if c.subject]
    assert told[0, 1] == [("Ann Lee", 1_000_000), ("Bo Ray", 2_000_000)]
    assert told[1, 0] == [("Ann Lee", 2_000_000), ("Bo Ray", 1_000_000)]
    assert told[2, 2] == [("Ann Lee", None), ("Bo Ray", None)]
