"""Voices → one score: how likely a candidate is right, from each voice's measured precision.

A rule speaks with the precision it showed on the marked articles (`relations/precision.json`, smoothed
towards a half); the reader speaks with its score. Voices are joined as independent evidence.
"""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp, log

from extract.scene import Candidate

FLOOR = 0.45
"""A rule that was right less often than this does not speak alone or with others."""
THRESHOLD = 0.5
_PRIOR = 0.5
_WEIGHT = 4.0


@cache
def precisions() -> dict[str, tuple[int, int]]:
    """Rule → how often it was right and wrong on the marked articles; empty where nothing was measured."""
    path = files("extract.relations").joinpath("precision.json")
    if not path.is_file():
        return {}
    return {rule: (int(c["right"]), int(c["wrong"])) for rule, c in json.loads(path.read_text("utf-8")).items()}


def precision(rule: str) -> float:
    """A rule's precision, smoothed: 0.75 where nothing was measured, else drawn towards a half by four cases."""
    if rule not in precisions():
        return 0.75
    right, wrong = precisions()[rule]
    return (right + _PRIOR * _WEIGHT) / (right + wrong + _WEIGHT)


def weigh(relation: str, candidates: Sequence[Candidate]) -> tuple[float, list[Candidate]]:
    """The score of one pair (0 to 1), and the candidates whose voices are above their floors."""
    speaking = [c for c in candidates if (c.score if c.voice == "reader" else precision(c.voice)) >= FLOOR]
    odds = 0.0
    for voice in sorted({c.voice for c in speaking}):
        best = max(c.score for c in speaking if c.voice == voice)
        p = min(0.98, best if voice == "reader" else precision(voice))
        odds += log(p / (1 - p))
    return (1 / (1 + exp(-odds)) if speaking else 0.0), speaking


def threshold(relation: str) -> float:
    """The score that a claim of this type needs."""
    return THRESHOLD
