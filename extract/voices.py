"""Scene + Reading → candidates of the learned voice: each pair of mentions that the reader scores for a type.

A pair has no word of its own that says it; the word is taken to be where the two ends meet in the
sentence's tree, so that dates, sums and status can be read around it as for a rule.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import titles
from extract.patterns.fill import View
from extract.reader import Reading, Span
from extract.records import Mention
from extract.relations.words import ROLES
from extract.scene import Candidate, Scene, Sum, head_of

READER = "reader"
_NEAR = 6
"""Words beyond both ends within which an office may stand."""
FLOOR = 0.15
"""Least score of a pair that is worth the judge's time."""


def propose(scene: Scene, reading: Reading) -> Iterator[Candidate]:
    """Candidates in the order of the text; for RAISED the sum is a qualifier, since nobody is its object."""
    mentions = [mention for mention in scene.mentions if mention.entities]
    spans = [Span(m.start, m.end, m.type, m.kind) for m in mentions]
    spans += [_money(scene, one) for one in scene.sums]
    view = View(scene)
    for pair in reading.relations(spans, FLOOR):
        subject = mentions[pair.subject]
        target = pair.object
        if target is not None and target >= len(mentions):
            amount = scene.sums[target - len(mentions)]
            yield Candidate(
                type=pair.type,
                subject=subject,
                object=None,
                trigger=_meeting(_head(scene, subject), scene.doc[amount.start]),
                voice=READER,
                score=pair.score,
                qualifiers=_sum(amount),
                hints=pair.status,
            )
            continue
        other = None if target is None else mentions[target]
        trigger = _meeting(_head(scene, subject), _head(scene, other)) if other else _head(scene, subject).i
        title = _title(view, subject, other) if pair.type == "HELD_ROLE" and other else None
        given = {"title": title} if title else {}
        yield Candidate(pair.type, subject, other, trigger, READER, pair.score, given, hints=pair.status)


def _money(scene: Scene, one: Sum) -> Span:
    span = scene.doc[one.start : one.end]
    return Span(span.start_char, span.end_char, "Money", "money")


def _sum(one: Sum) -> dict[str, str | int | float]:
    given = {
        "amount": one.amount,
        "amount_min": one.amount_min,
        "amount_max": one.amount_max,
        "currency": one.currency,
    }
    return {key: value for key, value in given.items() if value is not None}


def _title(view: View, person: Mention, body: Mention) -> str | None:
    """The office nearest to the person, in the text's words, where one stands in the same sentence."""
    scene = view.scene
    one, other = _head(scene, person), _head(scene, body)
    nouns = [
        token
        for token in one.sent
        if token.lemma_.lower() in ROLES and token.pos_ in ("NOUN", "PROPN") and token.i not in view.names
    ]
    near = [noun for noun in nouns if min(one.i, other.i) - _NEAR <= noun.i <= max(one.i, other.i) + _NEAR]
    if not near:
        return None
    return titles.title(view, min(near, key=lambda noun: (abs(noun.i - one.i), noun.i)))


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
