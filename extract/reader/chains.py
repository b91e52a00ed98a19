"""Scores of anaphors against earlier mentions → whom each stands for, by name.

"He" may point to another "he" further up, which points to "Ann Lee": what an anaphor gives to a pronoun or a
description before it passes on to the names that this one stands for.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.reader.mentions import Mentions
from extract.reader.pairs import Pairs
from extract.reader.records import Antecedent

Floats = NDArray[np.float32]
_LEAST = 0.005


def resolve(
    mentions: Mentions, pairs: Pairs, scores: Floats, alone: Floats, plural_from: float, temperature: float = 1.0
) -> list[Antecedent]:
    """`scores` [pairs, 2] (which one; one of them), `alone` [mentions, 2] (nobody; several) → antecedents, in order.

    A `temperature` above 1 makes the choice less sure of itself, as its mistakes on unseen articles ask for.
    """
    found: list[Antecedent] = []
    names: dict[int, dict[int, float]] = {
        number: {number: 1.0} for number, span in enumerate(mentions.spans) if span.kind == "name"
    }
    several: set[int] = set()
    numbers, starts = np.unique(pairs.left, return_index=True)
    bounds = [*starts.tolist(), len(pairs.left)]
    for number, (low, high) in zip(numbers.tolist(), pairwise(bounds), strict=True):
        options = pairs.right[low:high].tolist()
        plural = bool(_sigmoid(alone[number, 1]) >= plural_from)
        if plural:
            shares = _sigmoid(scores[low:high, 1])
            reached = _strongest(options, shares, names)
            none = 1 - max(reached.values(), default=0.0)
        else:
            raw = np.append(scores[low:high, 0], alone[number, 0]).astype(np.float64) / temperature
            weights = np.exp(raw - raw.max())
            shares = weights[:-1] / weights.sum()
            reached = _summed(options, shares, names, several)
            none = max(0.0, 1 - sum(reached.values()))
        names[number] = reached
        if plural:
            several.add(number)
        best = sorted(
            ((one, round(share, 5)) for one, share in reached.items() if share >= _LEAST),
            key=lambda pair: (-pair[1], pair[0]),
        )
        candidates = tuple((int(mentions.order[one]), share) for one, share in best)
        found.append(Antecedent(int(mentions.order[number]), candidates, round(float(none), 5), plural))
    return found


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -30, 30))), dtype=np.float32)


def _summed(
    options: list[int], shares: NDArray[np.float64], names: dict[int, dict[int, float]], several: set[int]
) -> dict[int, float]:
    """One person: what goes to a pronoun goes on to its names; what goes to a group is lost."""
    reached: dict[int, float] = {}
    for option, share in zip(options, shares.tolist(), strict=True):
        if option in several:
            continue
        for name, part in names.get(option, {}).items():
            reached[name] = reached.get(name, 0.0) + share * part
    return reached


def _strongest(options: list[int], shares: Floats, names: dict[int, dict[int, float]]) -> dict[int, float]:
    """A group: each name as surely as the surest way to it."""
    reached: dict[int, float] = {}
    for option, share in zip(options, shares.tolist(), strict=True):
        for name, part in names.get(option, {}).items():
            reached[name] = max(reached.get(name, 0.0), share * part)
    return reached
