"""Scene + Reading → candidates of the learned voice: each pair of mentions that the reader scores for a type.

A pair has no word of its own that says it; the word is taken to be where the two ends meet in the
sentence's tree, so that dates, sums and status can be read around it as for a rule.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from extract import attach
from extract.patterns import titles
from extract.patterns.fill import View
from extract.reader import PairScore, Reading, Span
from extract.reader.pairs import PRICED
from extract.records import Mention
from extract.relations.words import ROLES
from extract.scene import Candidate, Scene, Sum, head_of

READER = "reader"
_NEAR = 6
"""Words beyond both ends within which an office may stand."""
FLOOR = 0.1
"""Least score of a pair that is worth the judge's time."""
PRICE = 0.7
"""Least score, on the mean of both ends, of a sum that is told of a pair."""


def propose(scene: Scene, reading: Reading, rules: Iterable[Candidate] = ()) -> Iterator[Candidate]:
    """What the rules propose, with the sums that the reader ties to it; then the reader's own, in the text's order.

    For RAISED the sum is a qualifier, since nobody is its object.
    """
    mentions = [mention for mention in scene.mentions if mention.entities]
    spans = [Span(m.start, m.end, m.type, m.kind) for m in mentions]
    spans += [_money(scene, one) for one in scene.sums]
    view = View(scene)
    pairs = reading.relations(spans, FLOOR)
    prices = Prices(scene, mentions, pairs)
    for rule in rules:
        yield from prices.told(rule)
    for pair in pairs:
        target = pair.object
        if pair.type in PRICED and max(pair.subject, target or 0) >= len(mentions):
            continue
        subject = mentions[pair.subject]
        if target is not None and target >= len(mentions):
            amount = scene.sums[target - len(mentions)]
            yield Candidate(
                type=pair.type,
                subject=subject,
                object=None,
                trigger=_meeting(_head(scene, subject), scene.doc[amount.start]),
                voice=READER,
                score=pair.score,
                qualifiers=attach.of_sum(amount),
                hints=pair.status,
            )
            continue
        other = None if target is None else mentions[target]
        heads = _head(scene, subject), _head(scene, other or subject)
        candidate = Candidate(pair.type, subject, other, _meeting(*heads), READER, pair.score, hints=pair.status,
                              apart=heads[0].sent != heads[1].sent)  # fmt: skip
        if pair.type == "HELD_ROLE" and other:
            for title in _titles(view, subject, other):
                yield replace(candidate, qualifiers={"title": title} if title else {})
        else:
            yield from prices.told(candidate)


class Prices:
    """Which sums the reader ties to the two ends of a gift or a purchase."""

    def __init__(self, scene: Scene, mentions: Sequence[Mention], pairs: Iterable[PairScore]) -> None:
        self.scene = scene
        ends = (*mentions, *scene.sums)
        self.scores = {
            (pair.type, ends[pair.subject], ends[pair.object]): pair.score
            for pair in pairs
            if pair.type in PRICED and pair.object is not None
        }

    def told(self, candidate: Candidate) -> Iterator[Candidate]:
        """The candidate once for each sum that both its ends are tied to, or as it is where there is none."""
        found = [] if "amount" in candidate.qualifiers else self._sums(candidate)
        for item in found:
            yield replace(candidate, qualifiers={**candidate.qualifiers, **attach.of_sum(item)})
        if not found:
            yield candidate

    def _sums(self, candidate: Candidate) -> list[Sum]:
        def score(item: Sum) -> float:
            given = self.scores.get((candidate.type, candidate.subject, item), 0.0)
            return given * self.scores.get((candidate.type, item, candidate.object), 0.0)

        return [item for item in self.scene.sums if score(item) >= PRICE * PRICE]


def _money(scene: Scene, one: Sum) -> Span:
    span = scene.doc[one.start : one.end]
    return Span(span.start_char, span.end_char, "Money", "money")


def _titles(view: View, person: Mention, body: Mention) -> list[str | None]:
    """The office between person and body and those joined to it, in the text's words; [None] where none stands near.

    Of several offices the one nearest to both in the sentence's tree: "was CEO of Torstar and is chairman of the Bank".
    """
    scene = view.scene
    spans = [span for span in (scene.span(person), scene.span(body)) if span is not None]
    if not spans:
        return [None]
    low, high = min(span.start for span in spans) - _NEAR, max(span.end for span in spans) + _NEAR
    heads = _head(scene, person), _head(scene, body)
    sentences = {head.sent.start: head.sent for head in heads}
    nouns = [
        token
        for start in sorted(sentences)
        for token in sentences[start]
        if low <= token.i < high and _office(view, token)
    ]
    if not nouns:
        return [next((_HEADS[t.lemma_] for t in heads[0].ancestors if t.pos_ == "VERB" and t.lemma_ in _HEADS), None)]

    def far(noun: Token) -> tuple[int, int, int]:
        return (
            sum(_steps(noun, head) for head in heads),
            sum(abs(noun.i - head.i) for head in heads),
            noun.i,
        )

    nearest = min(nouns, key=far)
    joined = [noun for noun in nearest.conjuncts if _office(view, noun)]
    found = [titles.title(view, noun) for noun in sorted({nearest, *joined}, key=lambda noun: noun.i)]
    return list(dict.fromkeys(found))


_HEADS = {"head": "head", "chair": "chair", "captain": "captain", "coach": "coach", "edit": "editor"}
"""What somebody is who does so."""


def _office(view: View, token: Token) -> bool:
    return token.lemma_.lower() in ROLES and token.pos_ in ("NOUN", "PROPN") and token.i not in view.names


def _steps(one: Token, other: Token) -> int:
    """Steps from one word to another in the sentence's tree; many where they stand in two sentences."""
    above = {token.i: step for step, token in enumerate([one, *one.ancestors])}
    for step, token in enumerate([other, *other.ancestors]):
        if token.i in above:
            return step + above[token.i]
    return 12


def _head(scene: Scene, mention: Mention) -> Token:
    span = scene.span(mention)
    return head_of(span) if span is not None and len(span) else scene.doc[0]


def _meeting(one: Token, other: Token) -> int:
    """The lowest word that governs both; the later one's own sentence where they stand in two."""
    if one.sent != other.sent:
        later = max(one, other, key=lambda token: token.i)
        return later.sent.root.i
    above = [one, *one.ancestors]
    for token in (other, *other.ancestors):
        if token in above:
            return token.i
    return other.i
