"""SUED: who filed a suit against whom."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import Rule, fill, nouns, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair

_SUITS = frozenset(
    """suit lawsuit complaint case action claim proceeding writ counterclaim countersuit petition charge litigation
    countercharge injunction appeal damages""".split()
)
_PLAIN = frozenset("suit lawsuit complaint counterclaim countersuit writ".split())
_COURTS = frozenset(
    "court courts tribunal arbitration task law board judge court-room arbitrator authority commission".split()
)


def _to_court(sight: View, token: Token) -> bool:
    """ "took Acme to court", "dragged it into court"."""
    if any(child.dep_ == "xcomp" and child.lemma_ == "court" for child in token.children):
        return True
    return any(
        one.lemma_.lower() in _COURTS for name in ("to", "into", "before", "in") for one in tree.preposed(token, name)
    )


def _versus(sight: View, token: Token) -> Iterator[Pair]:
    """ "Acme v Beta", "Acme vs. Beta"."""
    plaintiff, at = sight.ending.get(token.i - 1), token.i + 1
    if at < len(token.doc) and token.doc[at].text == ".":
        at += 1
    defendant = sight.starting.get(at)
    if plaintiff is None or defendant is None or plaintiff.kind != "name" or defendant.kind != "name":
        return
    yield plaintiff, defendant
    span = sight.span(defendant)
    if span is None:
        return
    for one in tree.conjuncts(span.root)[1:]:
        other = sight.scene.mention_at(one)
        if other is not None:
            yield plaintiff, other


def _named_in(sight: View, token: Token) -> Iterator[Pair]:
    """ "Acme's suit names Beta", "the complaint, filed by Acme, accuses Beta"."""
    for suit in tree.surface_subjects(token):
        if suit.lemma_.lower() not in _PLAIN:
            continue
        sides = nouns.possessors(suit) or nouns.after(suit, "by")
        for child in suit.children:
            if not sides and child.dep_ in ("acl", "relcl"):
                sides = tree.subjects(child)
        for side in sides:
            for plaintiff in fill.mentions(sight, side):
                for one in tree.objects(token):
                    for defendant in fill.mentions(sight, one):
                        yield plaintiff, defendant


def _with_suit(sight: View, token: Token) -> bool:
    """A suit is spoken of in the sentence that accuses."""
    return any(one.lemma_.lower() in _PLAIN for one in sight.scene.sentence_at(token.i))


RULES = (
    Rule(
        "SUED",
        "verb",
        frozenset({"sue", "countersue", "counter-sue", "prosecute"}),
        "subj",
        "obj*",
        example="[Acme|Company|s] sued [Beta|Company|o] on Monday.",
        negatives=("[Acme|Company] sued for peace with [Beta|Company].",),
    ),
    Rule(
        "SUED",
        "noun",
        _SUITS,
        "v.subj|by|poss|from|comp|of|up.subj",
        "against*|v.against*",
        part=NOUN,
        example="[Acme|Company|s] filed a suit against [Beta|Company|o].",
        negatives=("[Acme|Company] made a case for [Beta|Company].",),
    ),
    Rule(
        "SUED",
        "to-court",
        frozenset({"take", "drag", "haul", "bring", "see"}),
        "subj",
        "obj",
        check=_to_court,
        example="[Acme|Company|s] took [Beta|Company|o] to court.",
        negatives=("[Acme|Company] took [Beta|Company] to lunch.",),
    ),
    Rule(
        "SUED",
        "names",
        frozenset({"name", "accuse", "target", "charge"}),
        shape=_named_in,
        example="[Acme|Company|s]'s lawsuit accuses [Beta|Company|o] of theft.",
        negatives=("[Acme|Company]'s chairman accuses [Beta|Company] of theft.",),
    ),
    Rule(
        "SUED",
        "defendant",
        frozenset({"name", "list", "add"}),
        "subj",
        "obj",
        check=lambda sight, token: any(one.lemma_ == "defendant" for one in tree.preposed(token, "as")),
        example="[Acme|Company|s] named [Beta|Company|o] as a defendant.",
        negatives=("[Acme|Company] named [Beta|Company] as its rival.",),
    ),
    Rule(
        "SUED",
        "accuse",
        frozenset({"accuse"}),
        "subj",
        "obj",
        check=_with_suit,
        example="[Acme|Company|s] filed suit, accusing [Beta|Company|o] of theft.",
        negatives=("[Acme|Company] filed a report, accusing [Beta|Company] of theft.",),
    ),
    Rule(
        "SUED",
        "proceed-against",
        frozenset({"proceed", "petition", "litigate", "complain", "bring", "go"}),
        "subj",
        "against",
        example="[Acme|Company|s] petitioned the court against [Beta|Company|o].",
        negatives=("[Acme|Company] played against [Beta|Company].",),
    ),
    Rule(
        "SUED",
        "versus",
        frozenset({"v", "v.", "vs", "vs.", "versus"}),
        part=frozenset(),
        shape=_versus,
        example="[Acme|Company|s] v [Beta|Company|o] will be heard today.",
        negatives=("[Acme|Company] and [Beta|Company] will be heard today.",),
    ),
)
