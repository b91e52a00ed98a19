"""HEADQUARTERED_IN: where a body has its main office."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import Rule, beside, fill, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair
from extract.records import Mention

_BASED = frozenset({"base", "based", "locate", "headquarter", "headquartered", "domicile", "domiciled"})
_HYPHENS = frozenset({"-", "–", "‑"})
_MAIN = frozenset({"head", "main", "home", "central", "principal", "global", "corporate"})
_PUBLIC = frozenset(
    """court courts commission ministry department office tribunal bank's government council parliament senate
    committee assembly union federation""".split()
)
"""Words of bodies that are asked or heard in a place rather than based there."""
_AFTER = frozenset({",", "(", "of", "out", "from"})
_FIRST = frozenset({"", "in"})


def _is_place(sight: View, mention: Mention | None) -> bool:
    return mention is not None and mention.kind == "name" and sight.type_of(mention) == "Place"


def _first_place(sight: View, token: Token, place: Mention) -> bool:
    """ "Arkansas" of "Little Rock, Arkansas" is no seat of its own."""
    span = sight.span(place)
    if span is None or span.start < 2 or span.doc[span.start - 1].text != ",":
        return True
    return not _is_place(sight, sight.ending.get(span.start - 2))


def _based(sight: View, token: Token) -> Iterator[Pair]:
    """ "Leeds-based Acme", "the Leeds-based maker", "Leeds based Acme"."""
    before = token.i - 1
    if before > 0 and token.doc[before].text in _HYPHENS:
        before -= 1
    place = sight.ending.get(before)
    if place is None or not _is_place(sight, place):
        return
    for body in fill.mentions(sight, token.head) or _right_of(sight, token.i):
        yield body, place


def _right_of(sight: View, index: int) -> list[Mention]:
    """The first body named within the next few words of the phrase."""
    for at in range(index + 1, min(index + 6, len(sight.scene.doc))):
        found = sight.starting.get(at)
        if found is not None:
            return [found] if beside.is_body(sight, found) else []
    return []


def _after_name(sight: View, token: Token) -> Iterator[Pair]:
    """ "Acme of Leeds", "Acme, of Leeds", "Acme, Leeds,", "Acme (Leeds)", "Acme, from Leeds"."""
    body = sight.ending.get(token.i)
    if body is None or body.kind != "name":
        return
    for links, place in beside.next_mention(sight, token.i, _AFTER, 3):
        if links and _is_place(sight, place) and "of of" not in links:
            yield body, place


def _in_place(sight: View, token: Token) -> Iterator[Pair]:
    """ "a brewer in Leeds", "Acme, in Leeds", for the noun or name that the place hangs on."""
    body = sight.ending.get(token.i)
    if body is None or body.kind == "pronoun" or (_PUBLIC & set(body.text.lower().split())):
        return
    span = sight.span(body)
    head = token if span is None else span.root
    nouns = [head, *(one for one in head.children if one.dep_ == "appos" and one.pos_ == "NOUN")]
    for child in (one for noun in nouns for one in noun.children):
        if child.dep_ == "prep" and child.lower_ in ("in", "out") and child.i > head.i:
            if child.lower_ == "out":
                child = next((one for one in child.children if one.lower_ == "of"), child)
            for one in tree.governed(child)[:1]:
                for place in fill.mentions(sight, one):
                    if _is_place(sight, place):
                        yield body, place


def _place_firm(sight: View, token: Token) -> Iterator[Pair]:
    """ "the Leeds firm", "Leeds start-up Acme"; no datelines."""
    place = sight.ending.get(token.i)
    if place is None or place.kind != "name" or token.dep_ not in ("compound", "nmod", "amod"):
        return
    if (token.is_upper and len(token) > 3) or token.head.i < token.i:
        return
    span = sight.span(place)
    between = token.doc[token.i + 1 : token.head.i]
    if span is None or any(
        one.text in (",", "(", ":", "/", "--") or (one.text in _HYPHENS and one.whitespace_) for one in between
    ):
        return
    for body in fill.mentions(sight, token.head):
        if body.start >= place.end or token.head.pos_ == "NOUN":
            yield body, place


def _of_description(sight: View, token: Token) -> Iterator[Pair]:
    """ "the Leeds firm", "a York framing business", as a description of a body."""
    body = sight.ending.get(token.i)
    span = None if body is None else sight.span(body)
    if body is None or span is None or token.pos_ != "NOUN" or len(span) < 3 or span[0].tag_ != "DT":
        return
    place = sight.starting.get(span.start + 1)
    if not _is_place(sight, place) or place is None:
        return
    after = sight.span(place)
    if after is not None and after.end < span.end and after.doc[after.end].text not in ("'s", "’s", *_HYPHENS):
        yield body, place


def _place_of(sight: View, token: Token) -> Iterator[Pair]:
    """ "York's Acme"."""
    place = sight.ending.get(token.i)
    if place is None or place.kind != "name" or token.dep_ != "poss":
        return
    body = sight.starting.get(token.i + 2)
    if body is not None and body.kind == "name" and sight.type_of(body) == "Company":
        yield body, place


def _main_office(sight: View, token: Token) -> bool:
    if token.lemma_ not in ("office", "base", "seat", "home"):
        return not any(
            child.lower_ in ("operating", "regional", "european", "asian", "local") for child in token.children
        )
    return any(child.lower_ in _MAIN for child in token.children)


RULES = (
    Rule(
        "HEADQUARTERED_IN",
        "based",
        _BASED,
        "surface|obj",
        "in|at|out of|from|near|where",
        accept=_first_place,
        example="[Acme|Company|s] is based in [Leeds|Place|o], [Ohio|Place].",
        negatives=("[Acme|Company] based its claim on work in [Leeds|Place].",),
        check=lambda sight, token: not any(child.dep_ == "dobj" for child in token.children),
    ),
    Rule(
        "HEADQUARTERED_IN",
        "place-based",
        _BASED,
        part=frozenset({"VERB", "ADJ", "NOUN", "PROPN"}),
        shape=_based,
        example="[Leeds|Place|o]-based [Acme|Company|s] closed.",
        negatives=("[Leeds|Place]-bound [Acme|Company] closed.",),
    ),
    Rule(
        "HEADQUARTERED_IN",
        "of-place",
        frozenset(),
        at="Organization",
        shape=_after_name,
        example="[Acme|Company|s] of [Leeds|Place|o] closed.",
        negatives=("[Acme|Company] closed for [Leeds|Place].",),
    ),
    Rule(
        "HEADQUARTERED_IN",
        "in-place",
        frozenset(),
        at="Organization",
        shape=_in_place,
        example="He met [Acme|Company], [a brewer|Company=Acme|s] in [Leeds|Place|o].",
        negatives=("[Acme|Company] closed in [Leeds|Place].",),
    ),
    Rule(
        "HEADQUARTERED_IN",
        "place-firm",
        frozenset(),
        at="Place",
        shape=_place_firm,
        example="The [Leeds|Place|o] brewer [Acme|Company|s] has closed.",
        negatives=("[Leeds|Place] saw [Acme|Company] closed.",),
    ),
    Rule(
        "HEADQUARTERED_IN",
        "description",
        frozenset(),
        at="Organization",
        shape=_of_description,
        example="It was [the [Leeds|Place|o] firm|Company=Acme|s] that closed.",
        negatives=("It was [the Leeds firm|Company=Acme] that closed in [York|Place].",),
    ),
    Rule(
        "HEADQUARTERED_IN",
        "moved",
        frozenset({"move", "relocate"}),
        "subj",
        "to",
        example="[Acme|Company|s] moved to [Leeds|Place|o] in 2015.",
        negatives=("[Acme|Company] moved its shoes in [Leeds|Place].",),
    ),
    Rule(
        "HEADQUARTERED_IN",
        "place's",
        frozenset(),
        at="Place",
        shape=_place_of,
        example="He sold it to [Leeds|Place|o]'s [Acme|Company|s].",
        negatives=("[Leeds|Place]'s mayor met [Acme|Company].",),
    ),
    Rule(
        "HEADQUARTERED_IN",
        "office",
        frozenset({"headquarters", "headquarter", "office", "hq", "seat", "base", "home"}),
        "poss|of|v.subj",
        "in|at|v.in|up.in",
        part=NOUN,
        check=_main_office,
        accept=_first_place,
        example="[Acme|Company|s] has its headquarters in [Leeds|Place|o].",
        negatives=("[Acme|Company] has its friends in [Leeds|Place].",),
    ),
)
