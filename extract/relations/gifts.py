"""How a story of one body tells who gave it money without naming it again: the shapes of FUNDED that no clause has."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract import ontology
from extract.patterns import beside, fill, nouns, tree
from extract.patterns.fill import View
from extract.patterns.rule import Pair, filled, tokens_at
from extract.patterns.sums import GIFTS, noun_sum
from extract.records import Mention

_TRADE = frozenset("buy sell purchase acquire order pay owe want seek ask steal".split())
ROUNDS = frozenset("round financing investment funding raise tranche extension series syndicate injection".split())


def implied(sight: View, token: Token) -> Iterator[Pair]:
    """ "Index put in $5 million" in a story of Acme."""
    if any(tokens_at(token, place) for place in ("to", "towards", "toward", "upon", "iobj")):
        return
    if any(filled(sight, token, place) for place in ("in", "into", "behind", "for", "obj")):
        return
    givers = tokens_at(token, "subj")
    but = {e for giver in givers for e in _spoken_within(sight, giver)}
    body = beside.spoken_of(sight, token.i, frozenset(but))
    for giver in filled(sight, token, "subj"):
        if body is not None and sight.type_of(giver) != "Place":
            yield giver, body


def _spoken_within(sight: View, token: Token) -> set[int]:
    """The entities of a phrase: "Lee, whose Lee Holdings digs coal" is Lee and Lee Holdings."""
    found = {e for mention in fill.mentions(sight, token) for e in mention.entities}
    start, end = token.left_edge.idx, token.right_edge.idx + len(token.right_edge)
    return found | {e for mention in sight.scene.mentions_in(start, end) for e in mention.entities}


def from_alone(sight: View, token: Token) -> Iterator[Pair]:
    """ "A further $5 million from Index", "with participation from Index" in a story of Acme."""
    money = token.i in sight.money or noun_sum(sight, token) or token.lemma_ == "participation"
    if not money or any(filled(sight, token, place) for place in ("to", "for", "in")):
        return
    verb = nouns.carrier(token)
    if verb is not None and (filled(sight, token, "v.subj") or verb.lemma_ in _TRADE):
        return
    givers = filled(sight, token, "from") or filled(sight, token, "by")
    but = frozenset(one for giver in givers for one in giver.entities)
    body = beside.spoken_of(sight, token.i, but)
    for giver in givers:
        if body is not None and sight.type_of(giver) != "Place":
            yield giver, body


def led_by(sight: View, token: Token) -> Iterator[Pair]:
    """ "The financing was led by Index" in a story of Acme."""
    rounds = [one for one in tree.surface_subjects(token) if one.lemma_ in ROUNDS]
    if not rounds or not tree.is_passive(token):
        return
    givers = filled(sight, token, "agent") or filled(sight, token, "by")
    own = [body for one in nouns.possessors(rounds[0]) for body in fill.mentions(sight, one)]
    body = own[0] if own else beside.spoken_of(sight, token.i, frozenset(e for g in givers for e in g.entities))
    for giver in givers:
        if body is not None:
            yield giver, body


def given_by(sight: View, token: Token) -> Iterator[Pair]:
    """ "with $60 million pledged by Index", "a loan provided by the bank" in a story of Acme."""
    noun = token.head
    if token.dep_ != "acl" or not tree.is_passive(token):
        return
    if noun.lemma_.lower() not in GIFTS and noun.i not in sight.money:
        return
    givers = filled(sight, token, "subj")
    bearer = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else noun
    places = ("to", "iobj") if filled(sight, token, "to") else ()
    found = [one for place in places for one in filled(sight, token, place)] or (
        fill.mentions(sight, bearer) if bearer.i != noun.i and not tree.is_verb(bearer) else []
    )
    body = beside.spoken_of(sight, token.i, frozenset(e for giver in givers for e in giver.entities))
    for giver in givers:
        for taker in found or ([body] if body is not None else []):
            yield giver, taker


def came_from(sight: View, token: Token) -> Iterator[Pair]:
    """ "The money came from Index" in a story of Acme."""
    sums = [
        one
        for one in tree.surface_subjects(token)
        if one.lemma_.lower() in GIFTS | {"sum", "rest", "balance", "half", "total"} or one.i in sight.money
    ]
    if not sums:
        return
    givers = filled(sight, token, "from")
    body = beside.spoken_of(sight, token.i, frozenset(e for giver in givers for e in giver.entities))
    for giver in givers:
        if body is not None and sight.type_of(giver) != "Place":
            yield giver, body


def new_shares(sight: View, token: Token) -> Iterator[Pair]:
    """ "paid $90 million for new shares", "will buy new shares in Acme"."""
    if not any(child.lower_ in ("new", "fresh", "preferred", "convertible") for child in token.children):
        return
    named = [one for place in ("in", "of", "comp", "poss") for one in filled(sight, token, place)]
    for buyer in filled(sight, token, "up.subj"):
        body = beside.spoken_of(sight, token.i, frozenset(buyer.entities))
        for issuer in named or ([body] if body is not None else []):
            if ontology.family(sight.type_of(issuer)) == "Organization":
                yield buyer, issuer


def elided(sight: View, token: Token) -> Iterator[Pair]:
    """ "Index put in $5 million and Accel $3 million": the second clause has no verb of its own."""
    giver = sight.ending.get(token.i)
    verb = None if giver is None else verb_elided(sight, giver)
    if giver is None or verb is None or f"{verb.lemma_}" not in _GAVE:
        return
    named = [one for place in ("to", "in", "into", "iobj") for one in filled(sight, verb, place)]
    but = frozenset(giver.entities) | {e for one in filled(sight, verb, "subj") for e in one.entities}
    body = beside.spoken_of(sight, verb.i, frozenset(but))
    for taker in named or ([body] if body is not None else []):
        yield giver, taker


def verb_elided(sight: View, mention: Mention) -> Token | None:
    """The verb that a name with a sum after it has left out: "..., Accel $3 million" after "put in $5 million"."""
    span = sight.span(mention)
    if span is None or span.end >= len(span.doc) or span.end not in sight.money or span.start < 3:
        return None
    before = span.start - 1
    while before > 0 and span.doc[before].lower_ in ("and", ",", ";", "the", "with"):
        before -= 1
    if before == span.start - 1 or before not in sight.money:
        return None
    while before > 0 and not span.doc[before].is_sent_start:
        before -= 1
        if span.doc[before].pos_ == "VERB":
            return span.doc[before]
    return None


_GAVE = frozenset("give put lend contribute donate add invest pledge provide supply commit pour sink".split())


def led(sight: View, token: Token) -> Iterator[Pair]:
    """ "Index led a $4.5 million round" in a story of Acme."""
    if any(filled(sight, token, place) for place in ("poss", "in", "for", "of", "into")):
        return
    for subject in filled(sight, token, "v.subj"):
        body = beside.spoken_of(sight, token.i, frozenset(subject.entities))
        if body is not None:
            yield subject, body
