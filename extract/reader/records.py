"""What the reader is asked about and what it answers: plain values, offsets in characters of the text."""

from dataclasses import dataclass
from typing import NamedTuple

TYPES = ("Person", "Company", "Organization", "Product", "Place")
"""Types of names, in the order of the model's labels."""
MONEY = "Money"
KINDS = ("name", "nominal", "pronoun", "money")


class Span(NamedTuple):
    """A stretch of the text: a name, a description, a pronoun or a sum of money; `type` may be unknown."""

    start: int
    end: int
    type: str | None
    kind: str


class FoundSpan(NamedTuple):
    """A span that the reader found itself, with its certainty in 0..1 and, for names, the probability of each type."""

    start: int
    end: int
    type: str | None
    kind: str
    score: float
    type_scores: dict[str, float]

    @property
    def span(self) -> Span:
        """The same stretch without scores."""
        return Span(self.start, self.end, self.type, self.kind)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun or a description stands for.

    `index` and the candidates' indices count in the spans asked about; candidates are names, best first.
    For a singular mention the candidates' scores and `none_score` sum to one, and the scores of several
    mentions of one entity may be added up. For a plural one (`plural`) each score is a probability of its own.
    """

    index: int
    candidates: tuple[tuple[int, float], ...]
    none_score: float
    plural: bool


class PairScore(NamedTuple):
    """How surely the text says that `subject` stands in a relation to `object` (None: to nobody named).

    For RAISED the object is the sum of money; for FUNDED and ACQUIRED either end may be one.
    `status` gives a probability to each way of telling it.
    """

    subject: int
    object: int | None
    type: str
    score: float
    status: dict[str, float]
