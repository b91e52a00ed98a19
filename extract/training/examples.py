"""Marked articles and labelled documents → arrays that the model is trained on."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import spacy
from numpy.typing import NDArray
from tokenizers import Tokenizer

from extract import money
from extract.reader import pairs as pairing
from extract.reader import tags
from extract.reader.mentions import THIRD, Mentions, describe
from extract.reader.pieces import Bools, Ints, Pieces, cut
from extract.reader.records import MONEY, Span
from extract.training import tagged
from extract.training.corpora import WITHOUT_REST, Labelled
from extract.training.tagged import Fact, Marked, Marking

Floats = NDArray[np.float32]
_WORDS = spacy.blank("en")
_WORD = re.compile(r"[A-Za-z]+")
_LABELS = {"PERSON": ("Person",), "ORG": ("Company", "Organization"), "LOC": ("Place",)}


class Links(NamedTuple):
    """Anaphors with their candidates: `gold` marks the right ones, `plural` the anaphors that stand for several."""

    mentions: Mentions
    pairs: pairing.Pairs
    gold: Bools
    plural: Bools
    """By mention."""
    referring: Bools
    """By mention: it stands for somebody."""


class Relations(NamedTuple):
    """Pairs of mentions with the relations that hold between them."""

    mentions: Mentions
    entities: tuple[tuple[int, ...], ...]
    """By mention; sums of money have a negative number."""
    pairs: pairing.Pairs
    gold: Floats
    weight: Floats
    status: Ints
    """-1 where nothing holds or two ways of telling are mixed."""


class Example(NamedTuple):
    """A text ready for training; `links` and `relations` only for marked news."""

    pieces: Pieces
    target: Bools
    """[pieces, WIDTH]: the labels that the annotation lets through."""
    links: Links | None
    relations: Relations | None


def labelled(document: Labelled, tokenizer: Tokenizer) -> Example:
    """A document of an open corpus: only names count, and its coarser labels let through several of ours."""
    pieces = cut(document.text, tokenizer)
    target = np.ones((len(pieces.ids), tags.WIDTH), dtype=bool)
    names = np.zeros((len(pieces.ids), tags.NAMES.high), dtype=bool)
    names[:, 0] = True
    product = tags.NAMES.kinds.index("Product")
    if document.corpus in WITHOUT_REST:
        names[:, 1 + 2 * product : 3 + 2 * product] = True
    for start, end, label in document.names:
        for offset, index in enumerate(_words(pieces, start, end)):
            kinds = _LABELS.get(label, ("Product",))
            names[index] = False
            names[index, 0] = label == "MISC"
            for kind in kinds:
                names[index, 1 + 2 * tags.NAMES.kinds.index(kind) + (offset > 0)] = True
    target[:, : tags.NAMES.high] = names
    return Example(pieces, target, None, None)


def marked(marking: Marking, tokenizer: Tokenizer) -> Example:
    """A marked article: everything counts."""
    pieces = cut(marking.text, tokenizer)
    target = np.zeros((len(pieces.ids), tags.WIDTH), dtype=bool)
    outer, inner = nested([m for m in marking.mentions if m.kind == "nominal"])
    names, _ = nested([m for m in marking.mentions if m.kind == "name"])
    pronouns = [m for m in marking.mentions if m.kind == "pronoun"]
    for layer, mentions in ((tags.NAMES, names), (tags.OUTER, outer), (tags.INNER, inner), (tags.PRONOUNS, pronouns)):
        target[:, layer.low] = True
        for mention in mentions:
            kind = layer.kinds.index(mention.type if layer is tags.NAMES else mention.kind)
            for offset, index in enumerate(_words(pieces, mention.start, mention.end)):
                target[index, layer.low : layer.high] = False
                target[index, layer.low + 1 + 2 * kind + (offset > 0)] = True
    return Example(pieces, target, links(marking, pieces), relations(marking, pieces))


def nested(mentions: Iterable[Marked]) -> tuple[list[Marked], list[Marked]]:
    """The outermost mentions, and the outermost of those inside them."""
    outer: list[Marked] = []
    inner: list[Marked] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not outer or mention.start >= outer[-1].end:
            outer.append(mention)
        elif not inner or mention.start >= inner[-1].end:
            inner.append(mention)
    return outer, inner


def _words(pieces: Pieces, start: int, end: int) -> Ints:
    low, high = pieces.locate(start, end)
    return low + np.flatnonzero(pieces.first[low : high + 1])


def link_spans(marking: Marking) -> list[tuple[Span, tuple[int, ...]]]:
    """All marked mentions, names alone with their type, and the pronouns that nobody marked, which stand for nobody."""
    spans = [(Span(m.start, m.end, m.type if m.kind == "name" else None, m.kind), m.entities) for m in marking.mentions]
    taken = {(m.start, m.end) for m in marking.mentions}
    for found in _WORD.finditer(marking.text):
        if found.group().lower() in THIRD and found.span() not in taken and found.group() != "US":
            spans.append((Span(*found.span(), None, "pronoun"), ()))
    return spans


def links(marking: Marking, pieces: Pieces) -> Links:
    """Gold antecedents: every candidate that stands for the same, or for some of a group."""
    spans = link_spans(marking)
    mentions = describe(marking.text, pieces, [span for span, _ in spans])
    entities = [frozenset(spans[index][1]) for index in mentions.order]
    pairs = pairing.link_pairs(mentions)
    gold = np.array(
        [
            bool(entities[j]) and (entities[i] == entities[j] or (len(entities[i]) > 1 and entities[j] < entities[i]))
            for i, j in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
        ],
        dtype=bool,
    )
    plural = np.array([len(one) > 1 for one in entities], dtype=bool)
    return Links(mentions, pairs, gold, plural, np.array([bool(one) for one in entities], dtype=bool))


def relation_spans(marking: Marking) -> list[tuple[Span, tuple[int, ...]]]:
    """All marked mentions with the types of their entities, and sums of money."""
    spans = [(Span(m.start, m.end, m.type, m.kind), m.entities) for m in marking.mentions]
    return [*spans, *((Span(start, end, MONEY, "money"), (-1 - start,)) for start, end in sums(marking.text))]


@lru_cache(maxsize=4)
def sums(text: str) -> dict[tuple[int, int], tuple[float, ...]]:
    """Where sums of money stand → their figure, or the two of a range."""
    doc = _WORDS(text)
    found = {}
    for one in money.find(doc):
        figures = (one.amount, one.amount_min, one.amount_max)
        span = doc[one.start : one.end]
        found[span.start_char, span.end_char] = tuple(float(figure) for figure in figures if figure is not None)
    return found


def relations(marking: Marking, pieces: Pieces) -> Relations:
    """Positive is a pair where a fact's words hold mentions of both its ends; elsewhere the fact does not count."""
    spans = relation_spans(marking)
    mentions = describe(marking.text, pieces, [span for span, _ in spans])
    entities = tuple(spans[index][1] for index in mentions.order)
    pairs = pairing.relation_pairs(mentions, pieces)
    by_place = {(i, j): n for n, (i, j) in enumerate(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))}
    gold = np.zeros((len(pairs.left), len(pairing.RELATION_TYPES)), dtype=np.float32)
    weight = pairing.allowed(mentions, pairs).astype(np.float32)
    same = [n for (i, j), n in by_place.items() if i != j and set(entities[i]) & set(entities[j])]
    weight[same] = 0
    status = np.full(len(pairs.left), -1, dtype=np.int64)
    mixed: set[int] = set()
    places: dict[int, list[int]] = {}
    for number, ids in enumerate(entities):
        for one in ids:
            places.setdefault(one, []).append(number)
    told = sums(marking.text)
    stands = {n: told[span.start, span.end] for n, span in enumerate(mentions.spans) if span.kind == "money"}
    left_out: list[tuple[int, int]] = []
    for fact in marking.facts:
        column = pairing.RELATION_TYPES.index(fact.type)
        for subjects, objects in _ways(fact, mentions, places, stands):
            stated = set(_stated(fact, mentions, pieces, subjects, objects))
            for s, o in [(s, o) for s in subjects for o in objects]:
                for row in (by_place.get((s, o)), by_place.get((o, s)) if column in pairing.SYMMETRIC else None):
                    if row is None:
                        continue
                    left_out.append((row, column))
                    if (s, o) in stated or (o, s) in stated:
                        gold[row, column] = 1
                        how = pairing.STATUSES.index(fact.status)
                        mixed |= {row} if status[row] not in (-1, how) else set()
                        status[row] = how
    for row, column in left_out:
        if not gold[row, column]:
            weight[row, column] = 0
    status[list(mixed)] = -1
    return Relations(mentions, entities, pairs, gold, weight, status)


def _ways(
    fact: Fact, mentions: Mentions, places: dict[int, list[int]], stands: dict[int, tuple[float, ...]]
) -> list[tuple[list[int], list[int]]]:
    """Subjects and objects that the fact holds between: its ends, and each of them with its sum."""
    subjects = places.get(fact.subject, [])
    objects = places.get(fact.subject if fact.object is None else fact.object, [])
    figures, _ = tagged.figures(dict(fact.qualifiers).get("amount", ""))
    prices = [n for n, value in stands.items() if value == figures]
    if fact.type == "RAISED":
        near = range(fact.start - 60, fact.end + 60)
        return [(subjects, prices or [n for n in stands if mentions.spans[n].start in near])]
    if fact.type not in pairing.PRICED:
        return [(subjects, objects)]
    return [(subjects, objects), (subjects, prices), (prices, objects)]


def _stated(
    fact: Fact, mentions: Mentions, pieces: Pieces, subjects: list[int], objects: list[int]
) -> list[tuple[int, int]]:
    """Pairs of mentions in the fact's words, else in their sentences, else up to two sentences further back."""
    low, high = pieces.locate(fact.start, fact.end)
    first, last = int(pieces.sentences[low]), int(pieces.sentences[high])
    alone = fact.object is None and fact.type != "RAISED"
    for back in (None, 0, 1, 2):
        if back is None:
            inside = (mentions.low >= low) & (mentions.low <= high)
        else:
            inside = (mentions.sentence >= first - back) & (mentions.sentence <= last)
        left, right = [n for n in subjects if inside[n]], [n for n in objects if inside[n]]
        if left and right:
            return [(s, o) for s in left for o in right if (s == o) == alone]
    return []
