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
