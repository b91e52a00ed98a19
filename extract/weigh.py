"""Voices → one score: how likely a candidate is right, from each voice's measured precision.

A rule speaks with the precision it showed on the marked articles (`relations/precision.json`), the reader with
its own score; a logistic function joins both, with a bias for each relation type. Its coefficients
(`judge.json`) are fitted by `python -m extract.training.calibrate` on articles that neither was trained on.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Any

from extract.scene import Candidate
from extract.voices import READER

FLOOR = 0.4
"""A rule that was right less often than this is not heard."""
_PRIOR = 0.7
_WEIGHT = 4.0
_SILENT = 0.03
"""The reader's score of what it did not propose."""


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


NAMES = ("reader", "rule", "ruled", "agreed", "pairs", "pronouns", "nominals")
"""The features of a pair, in the order of `features`."""


def features(candidates: Sequence[Candidate]) -> tuple[float, ...]:
    """What speaks for a pair, by `NAMES`.

    Log odds of the reader's best score and of the best rule's precision, whether a rule speaks, whether both do,
    how many more pairs of mentions the reader is sure of, and how many ends of the plainest candidate are pronouns
    and descriptions, which may stand for somebody else.
    """
    scores = sorted((c.score for c in candidates if c.voice == READER), reverse=True)
    rules = [precision(voice) for voice in sorted({c.voice for c in candidates if c.voice != READER})]
    reader = _odds(scores[0] if scores else _SILENT)
    rule = _odds(max(rules)) if rules else 0.0
    pronouns, nominals = min((_kinds(c) for c in candidates), key=lambda kinds: (sum(kinds), kinds))
    return (
        reader,
        rule,
        float(bool(rules)),
        float(bool(rules) and bool(scores) and scores[0] > 0.5),
        log(1 + sum(score > 0.5 for score in scores)),
        pronouns,
        nominals,
    )


def _kinds(candidate: Candidate) -> tuple[float, float]:
    kinds = [end.kind for end in (candidate.subject, candidate.object) if end is not None]
    return float(kinds.count("pronoun")), float(kinds.count("nominal"))


def weigh(relation: str, candidates: Sequence[Candidate]) -> float:
    """How likely it is that what the candidates say of one pair is right, 0 to 1."""
    weights = coefficients()
    values = dict(zip(NAMES, features(candidates), strict=True))
    total: float = weights["bias"][relation] + sum(weights[name] * value for name, value in values.items())
    return 1 / (1 + exp(-total))


def threshold(relation: str) -> float:
    """The score that a claim of this type needs."""
    return float(coefficients()["threshold"][relation])


def _odds(p: float) -> float:
    p = min(0.999, max(0.001, p))
    return log(p / (1 - p))
