"""Counts → precision, recall and F1."""

from collections.abc import Iterable
from typing import NamedTuple


class Score(NamedTuple):
    """Right answers among those given, answers found among those wanted (the same number but for overlaps)."""

    right: int = 0
    given: int = 0
    found: int = 0
    wanted: int = 0

    def plus(self, other: "Score") -> "Score":
        """Both counts together."""
        return Score(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """Right among given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Found among wanted."""
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  ({self.wanted} wanted)"


def counted(right: int, given: int, wanted: int) -> Score:
    """A score in which each answer matches one wanted."""
    return Score(right, given, right, wanted)


def total(scores: Iterable[Score]) -> Score:
    """All counts together."""
    found = Score()
    for score in scores:
        found = found.plus(score)
    return found
