"""Mentions → which pairs the heads look at, and the whole numbers that stand for what lies between them."""

from typing import NamedTuple

import numpy as np

from extract.ontology import RELATIONS
from extract.reader.mentions import CLASSES, TYPE_CODES, Mentions
from extract.reader.pieces import Bools, Ints, Pieces
from extract.reader.records import MONEY, Span

RELATION_TYPES = tuple(RELATIONS)
SYMMETRIC = tuple(column for column, relation in enumerate(RELATIONS.values()) if relation.symmetric)
"""Numbers of the relations that have no direction."""
PRICED = ("FUNDED", "ACQUIRED")
"""Relations whose sum is told as a pair of its own with each end: giver and sum, sum and receiver."""
STATUSES = ("asserted", "alleged", "denied", "planned", "attempted", "failed")
BEFORE, AFTER = 60, 10
"""How many mentions before an anaphor, and names after it, may be what it stands for."""
REACH = 2
"""Sentences at most between the ends of a relation."""
_TYPES = len(TYPE_CODES) + 1
_NAME, _NOMINAL, _PRONOUN, _MONEY = range(4)

LINK_SIZES = (20, 14, 8, 6, CLASSES * CLASSES, 8, _TYPES * CLASSES, 16)
"""Sizes of the feature tables of the antecedent head."""
PAIR_SIZES = (20, 10, _TYPES * _TYPES, 16, 6, 6, CLASSES, CLASSES, 4)
"""Sizes of the feature tables of the relation head."""


class Pairs(NamedTuple):
    """Pairs of mentions by number; `features` [pairs, tables] count in the tables of one head."""

    left: Ints
    right: Ints
    features: Ints
    window: Ints
    """The window in which both ends are read (relations only)."""


def _allowed() -> Bools:
    table = np.zeros((_TYPES, _TYPES, len(RELATION_TYPES)), dtype=bool)
    for column, relation in enumerate(RELATIONS.values()):
        objects = relation.objects or ((MONEY,) if relation.name == "RAISED" else ())
        for subject in relation.subjects:
            for target in objects:
                table[TYPE_CODES[subject], TYPE_CODES[target], column] = True
                if relation.name in PRICED:
                    table[TYPE_CODES[subject], TYPE_CODES[MONEY], column] = True
                    table[TYPE_CODES[MONEY], TYPE_CODES[target], column] = True
    return table


ALLOWED = _allowed()
"""[subject type, object type, relation]: what the ontology's domains and ranges let through."""
EMAILED = RELATION_TYPES.index("EMAILED")


def _log(values: Ints, top: int) -> Ints:
    return np.asarray(np.minimum(np.log2(np.abs(values) + 1), top), dtype=np.int64)


def anaphors(mentions: Mentions) -> Ints:
    """Numbers of the mentions that stand for something named elsewhere."""
    return np.flatnonzero((mentions.kind == _NOMINAL) | (mentions.kind == _PRONOUN))


def link_pairs(mentions: Mentions) -> Pairs:
    """Each anaphor with the mentions before it and the names after it that it may stand for."""
    wanted = np.flatnonzero(mentions.kind != _MONEY)
    names = np.flatnonzero(mentions.kind == _NAME)
    left: list[int] = []
    right: list[int] = []
    for index in anaphors(mentions).tolist():
        here = int(np.searchsorted(wanted, index))
        later = int(np.searchsorted(names, index, side="right"))
        options = [*wanted[max(0, here - BEFORE) : here].tolist(), *names[later : later + AFTER].tolist()]
        left += [index] * len(options)
        right += options
    i, j = np.array(left, dtype=np.int64), np.array(right, dtype=np.int64)
    return Pairs(i, j, _link_features(mentions, i, j), np.zeros(len(i), dtype=np.int64))


def _link_features(m: Mentions, i: Ints, j: Ints) -> Ints:
    gap = m.low[i] - m.low[j]
    apart = m.sentence[i] - m.sentence[j]
    quotes = np.where(m.quoted[i] == 0, 0, 2) + np.where(m.quoted[j] == 0, 0, 1)
    quotes = np.where((quotes == 3) & (m.quoted[i] == m.quoted[j]), 4, quotes)
    nested = np.where((m.low[j] <= m.low[i]) & (m.high[i] <= m.high[j]), 1, 0)
    nested = np.where((m.low[i] <= m.low[j]) & (m.high[j] <= m.high[i]), 2, nested)
    overlap = np.array([_overlap(m, a, b) for a, b in zip(i.tolist(), j.tolist(), strict=True)], dtype=np.int64)
    repeats = _repeats(m)
    between = np.abs(i - j)
    columns = (
        _log(gap, 9) + np.where(gap < 0, 10, 0),
        np.clip(apart, -3, 10) + 3,
        overlap,
        quotes,
        m.word_class[i] * CLASSES + m.word_class[j],
        _log(repeats[j], 3) + np.where(nested > 0, 4, 0) * (nested == 1),
        m.type[j] * CLASSES + m.word_class[i],
        np.minimum(between, 7) + np.where(nested == 2, 8, 0),
    )
    return np.stack(columns, axis=1) if len(i) else np.zeros((0, len(LINK_SIZES)), dtype=np.int64)


def _overlap(m: Mentions, i: int, j: int) -> int:
    """How the surfaces of an anaphor and a candidate agree."""
    if m.kind[i] == _PRONOUN or m.kind[j] == _PRONOUN:
        return 1 if m.key[i] == m.key[j] else 0
    one, other = m.words[i], m.words[j]
    if not one or not other:
        return 0
    if one == other:
        return 2
    if one[-1] == other[-1]:
        return 3
    if set(one) & set(other):
        return 4
    initials = "".join(word[0] for word in other)
    return 5 if len(initials) > 1 and initials in one else 0


def _repeats(m: Mentions) -> Ints:
    """How often each mention's surface has stood in the text up to it, itself left out."""
    counts: dict[str, int] = {}
    found = []
    for key in m.key:
        found.append(counts.get(key, 0))
        counts[key] = found[-1] + 1
    return np.array(found, dtype=np.int64)


def relation_pairs(mentions: Mentions, pieces: Pieces) -> Pairs:
    """Ordered pairs within REACH that some relation's types allow; one with itself is mail to nobody."""
    m, left, right, window = mentions, [], [], []
    mail = np.asarray(ALLOWED[:, :, EMAILED].any(axis=1))
    for a in range(len(m.spans)):
        if not ALLOWED[m.type[a]].any() and not ALLOWED[:, m.type[a]].any():
            continue
        for b in range(a, len(m.spans)):
            if m.sentence[b] - m.sentence[a] > REACH:
                break
            ways = [(a, a)] if a == b and mail[m.type[a]] else []
            if a != b:
                ways = [(x, y) for x, y in ((a, b), (b, a)) if ALLOWED[m.type[x], m.type[y]].any()]
            if not ways:
                continue
            place = pieces.window(int(min(m.low[a], m.low[b])), int(max(m.high[a], m.high[b])))
            if place is None:
                continue
            for x, y in ways:
                left.append(x)
                right.append(y)
                window.append(place)
    i, j = np.array(left, dtype=np.int64), np.array(right, dtype=np.int64)
    return Pairs(i, j, _pair_features(m, i, j), np.array(window, dtype=np.int64))


def _pair_features(m: Mentions, i: Ints, j: Ints) -> Ints:
    gap = m.low[j] - m.low[i]
    inside = (m.low[j] <= m.low[i]) & (m.high[i] <= m.high[j])
    around = (m.low[i] <= m.low[j]) & (m.high[j] <= m.high[i])
    nested = np.where(i == j, 3, np.where(inside, 1, np.where(around, 2, 0)))
    quotes = np.where(m.quoted[i] == 0, 0, 2) + np.where(m.quoted[j] == 0, 0, 1)
    columns = (
        _log(gap, 9) + np.where(gap < 0, 10, 0),
        np.clip(m.sentence[j] - m.sentence[i], -REACH, REACH) + REACH,
        m.type[i] * _TYPES + m.type[j],
        m.kind[i] * 4 + m.kind[j],
        np.minimum(np.abs(i - j), 5),
        np.where((quotes == 3) & (m.quoted[i] == m.quoted[j]), 4, quotes),
        m.word_class[i],
        m.word_class[j],
        nested,
    )
    return np.stack(columns, axis=1) if len(i) else np.zeros((0, len(PAIR_SIZES)), dtype=np.int64)


def allowed(mentions: Mentions, pairs: Pairs) -> Bools:
    """[pairs, relations]: what the types of the ends let through; of a pair with itself only mail."""
    table = ALLOWED[mentions.type[pairs.left], mentions.type[pairs.right]].copy()
    alone = pairs.left == pairs.right
    table[alone] = False
    table[alone, EMAILED] = True
    return table


def is_anaphor(span: Span) -> bool:
    """Whether a span stands for something named elsewhere."""
    return span.kind in ("nominal", "pronoun")
