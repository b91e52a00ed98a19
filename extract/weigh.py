"""Voices → one score: how likely a candidate is right, from each voice's measured precision.

A rule speaks with the precision it showed on the marked articles (`relations/precision.json`), the reader with
its own score; a logistic function joins both, with a bias for each relation type. Its coefficients
(`judge.json`) are fitted by `python -m extract.training.calibrate` on articles that neither was trained on.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log, prod
from typing import Any, NamedTuple

from extract.scene import Candidate
from extract.voices import READER

FLOOR = 0.4
"""A rule that was right less often than this is not heard."""
_PRIOR = 0.7
_WEIGHT = 4.0
_SILENT = 0.05
"""The reader's score of what it did not propose."""
_TRUST = 0.9
"""How far a single pair of the reader's may go towards certainty."""


class Ends(NamedTuple):
    """Type, subject and object (indices of entities) of what is claimed."""

    type: str
    subject: int
    object: int | None


@cache
def precisions() -> Mapping[str, tuple[int, int]]:
    """Rule → how often it was right and wrong on the marked articles."""
    whole = json.loads(files("extract.relations").joinpath("precision.json").read_text("utf-8"))
    return {rule: (int(count["right"]), int(count["wrong"])) for rule, count in whole.items()}


@cache
def coefficients() -> Mapping[str, Any]:
    """`bias` by relation type, a weight for each of `NAMES`, `threshold` by type."""
    whole: dict[str, Any] = json.loads(files("extract").joinpath("judge.json").read_text("utf-8"))
    return whole


def precision(rule: str) -> float:
    """A rule's precision, drawn towards 0.7 by four cases; a rule that never spoke has 0.7."""
    right, wrong = precisions().get(rule, (0, 0))
    return (right + _PRIOR * _WEIGHT) / (right + wrong + _WEIGHT)


def heard(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates whose voices are above their floors."""
    return [c for c in candidates if c.voice == READER or precision(c.voice) >= FLOOR]


NAMES = ("reader", "alone", "together", "rule", "ruled", "agreed", "apart", "pronouns", "nominals", "other")
"""The features of a pair, in the order of `features`."""


def features(candidates: Sequence[Candidate], other: float = 0.0) -> tuple[float, ...]:
    """What speaks for a pair, by `NAMES`.

    The reader's best score, once times how surely both ends are who they are taken for and once alone, and the
    chance that any of its pairs is right; the best rule's precision times that sureness, whether a rule speaks and
    whether both do; whether the ends never stand in one sentence; how many ends of the plainest candidate are
    pronouns and descriptions; and the best score (`best`) of another relation between the same two. Log odds,
    counts and yes or no.
    """
    read = [c for c in candidates if c.voice == READER]
    rules = [c for c in candidates if c.voice != READER]
    scored = max((c.score * c.sure for c in read), default=_SILENT)
    missed = prod(1 - _TRUST * c.score * c.sure for c in read) if read else 1 - _SILENT
    pronouns, nominals = min((_kinds(c) for c in candidates), key=lambda kinds: (sum(kinds), kinds))
    return (
        _odds(scored),
        _odds(max((c.score for c in read), default=_SILENT)),
        _odds(1 - missed),
        _odds(max(precision(c.voice) * c.sure for c in rules)) if rules else 0.0,
        float(bool(rules)),
        float(bool(rules) and scored > 0.5),
        float(all(c.apart for c in candidates)),
        pronouns,
        nominals,
        _odds(max(other, _SILENT)),
    )


def best(candidates: Sequence[Candidate]) -> float:
    """The best that any voice says for a pair, 0 to 1."""
    return max(((c.score if c.voice == READER else precision(c.voice)) * c.sure for c in candidates), default=0.0)


def others(groups: Mapping[Ends, Sequence[Candidate]]) -> dict[Ends, float]:
    """For each pair the best score of another relation between the same two."""
    scores = {ends: best(candidates) for ends, candidates in groups.items()}
    rivals: dict[tuple[int, int | None], list[Ends]] = {}
    for ends in groups:
        rivals.setdefault((ends.subject, ends.object), []).append(ends)
    return {
        ends: max((scores[one] for one in rivals[ends.subject, ends.object] if one != ends), default=0.0)
        for ends in groups
    }


def _kinds(candidate: Candidate) -> tuple[float, float]:
    kinds = [end.kind for end in (candidate.subject, candidate.object) if end is not None]
    return float(kinds.count("pronoun")), float(kinds.count("nominal"))


def weigh(relation: str, candidates: Sequence[Candidate], other: float = 0.0) -> float:
    """How likely it is that what the candidates say of one pair is right, 0 to 1; `other` as in `features`."""
    weights = coefficients()
    values = dict(zip(NAMES, features(candidates, other), strict=True))
    total: float = weights["bias"][relation] + sum(weights[name] * value for name, value in values.items())
    return 1 / (1 + exp(-total))


def threshold(relation: str) -> float:
    """The score that a claim of this type needs."""
    return float(coefficients()["threshold"][relation])


def _odds(p: float) -> float:
    p = min(0.999, max(0.001, p))
    return log(p / (1 - p))
