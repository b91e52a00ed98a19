"""One pass of the encoder over a text, and the questions that can be asked of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.reader import chains, tags
from extract.reader.heads import Between, Dense, PairHead, mention_places, pair_places, vectors
from extract.reader.mentions import describe
from extract.reader.pairs import RELATION_TYPES, STATUSES, SYMMETRIC, allowed, link_pairs, relation_pairs
from extract.reader.pieces import Pieces
from extract.reader.records import Antecedent, FoundSpan, PairScore, Span

Floats = NDArray[np.float32]


class Heads(NamedTuple):
    """The pair heads."""

    links: PairHead
    alone: Dense
    relations: PairHead


@dataclass(frozen=True)
class Reading:
    """A text with the names, descriptions and pronouns found in it; spans asked about may be others."""

    text: str
    names: tuple[FoundSpan, ...]
    descriptions: tuple[FoundSpan, ...]
    pieces: Pieces
    hidden: tuple[Floats, ...]
    """By window: vectors of its pieces with the edge marks."""
    heads: Heads
    plural_from: float
    temperature: float

    def antecedents(self, spans: Sequence[Span]) -> tuple[Antecedent, ...]:
        """For every nominal and pronoun given, in the order given: the names given for which it may stand."""
        asked = [index for index, span in enumerate(spans) if span.kind != "money"]
        known = [spans[i] if spans[i].kind == "name" else spans[i]._replace(type=None) for i in asked]
        if not self.pieces.windows or not known:
            return tuple(_unresolved(index, span) for index, span in enumerate(spans) if _stands(span))
        mentions = describe(self.text, self.pieces, known)
        pairs = link_pairs(mentions)
        vectors_of = vectors(self.hidden, mention_places(self.pieces, mentions.low, mentions.high))
        scores = self.heads.links(vectors_of, pairs.left, pairs.right, pairs.features)
        alone = self.heads.alone(vectors_of)
        resolved = chains.resolve(mentions, pairs, scores, alone, self.plural_from, self.temperature)
        found = {asked[one.index]: one for one in resolved}
        for index, one in found.items():
            candidates = tuple((asked[name], share) for name, share in one.candidates)
            found[index] = replace(one, index=index, candidates=candidates)
        return tuple(found.get(index, _unresolved(index, span)) for index, span in enumerate(spans) if _stands(span))

    def relations(self, spans: Sequence[Span], floor: float = 0.05) -> tuple[PairScore, ...]:
        """Relations that score at least `floor` between spans near each other, by subject, object and type.

        Types of the spans decide which relations are possible; a span without a type has none. Of a symmetric
        relation both directions are averaged and told once, with the earlier span as the subject.
        """
        asked = [index for index, span in enumerate(spans) if span.type is not None]
        if not self.pieces.windows or not asked:
            return ()
        mentions = describe(self.text, self.pieces, [spans[index] for index in asked])
        pairs = relation_pairs(mentions, self.pieces)
        if not len(pairs.left):
            return ()
        places, left, right = pair_places(self.pieces, mentions.low, mentions.high, pairs)
        between = Between(self._sums(), places[:, 0], places[:, 1], places[:, 2])
        scores = self.heads.relations(vectors(self.hidden, places), left, right, pairs.features, between)
        kinds = len(RELATION_TYPES)
        shares = 1 / (1 + np.exp(-np.clip(scores[:, :kinds], -30, 30))) * allowed(mentions, pairs)
        told = tags.softmax(scores[:, kinds:])
        size = len(mentions.spans)
        keys, turned = pairs.left * size + pairs.right, pairs.right * size + pairs.left
        order = np.argsort(keys)
        back = order[np.minimum(np.searchsorted(keys[order], turned), len(keys) - 1)]
        mutual = (keys[back] == turned) & (pairs.left <= pairs.right)
        for column in SYMMETRIC:
            shares[:, column] = np.where(mutual, (shares[:, column] + shares[back, column]) / 2, 0)
        found: list[PairScore] = []
        for row, column in np.argwhere((shares >= floor) & (shares > 0)).tolist():
            i, j = int(pairs.left[row]), int(pairs.right[row])
            status = (told[row] + told[back[row]]) / 2 if column in SYMMETRIC else told[row]
            subject, target = asked[mentions.order[i]], asked[mentions.order[j]] if i != j else None
            by_status = {name: round(float(part), 5) for name, part in zip(STATUSES, status, strict=True)}
            share = round(float(shares[row, column]), 5)
            found.append(PairScore(subject, target, RELATION_TYPES[column], share, by_status))
        return tuple(sorted(found, key=lambda one: (one.subject, -1 if one.object is None else one.object, one.type)))

    def _sums(self) -> tuple[Floats, ...]:
        return tuple(np.pad(part.cumsum(axis=0), ((1, 0), (0, 0))) for part in self.hidden)


def _stands(span: Span) -> bool:
    return span.kind in ("nominal", "pronoun")


def _unresolved(index: int, span: Span) -> Antecedent:
    return Antecedent(index, (), 1.0, False)
