"""HEADQUARTERED_IN: where a body has its main office."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract import ontology
from extract.patterns import Rule, fill, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair


def _based(sight: View, token: Token) -> Iterator[Pair]:
    """ "Leeds-based Acme", "the Leeds-based maker"."""
    place = sight.ending.get(token.i - 2) if token.i > 1 and token.nbor(-1).text in "-–" else None
    if place is None or sight.type_of(place) != "Place":
        return
    for one in tree.conjuncts(token.head):
        for body in fill.mentions(sight, one):
            yield body, place
        break


def _of_place(sight: View, token: Token) -> Iterator[Pair]:
    """ "Acme of Leeds", "Acme, of Leeds", "Acme, Leeds,", "Acme (Leeds)"."""
    body = sight.ending.get(token.i)
    if body is None or ontology.family(sight.type_of(body)) != "Organization" or body.kind != "name":
        return
    doc, at = token.doc, token.i + 1
    skipped = 0
    while at < len(doc) and skipped < 2 and doc[at].text in (",", "(", "of", "in"):
        at, skipped = at + 1, skipped + 1
    if not skipped or at >= len(doc) or doc[at - 1].text == "in":
        return
    place = sight.starting.get(at)
    if place is not None and sight.type_of(place) == "Place":
        yield body, place


def _place_firm(sight: View, token: Token) -> Iterator[Pair]:
    """ "the Leeds firm", "Leeds start-up Acme"."""
    place = sight.ending.get(token.i)
    if place is None or place.kind != "name" or token.dep_ not in ("compound", "nmod", "amod", "poss"):
        return
    if token.dep_ == "poss":
        return
    head = token.head
    for body in fill.mentions(sight, head):
        if body.start < place.start and body.kind == "name":
            continue
        yield body, place


RULES = (
    Rule(
        "HEADQUARTERED_IN",
        "based",
        frozenset({"base", "headquarter", "based", "domicile"}),
        "surface|obj",
        "in|at|out|from|near",
        example="[Acme|Company|s] is based in [Leeds|Place|o].",
        negatives=("[Acme|Company] based its claim on work in [Leeds|Place].",),
    ),
    Rule(
        "HEADQUARTERED_IN",
        "place-based",
        frozenset({"base", "based", "headquarter", "headquartered"}),
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
        shape=_of_place,
        example="[Acme|Company|s] of [Leeds|Place|o] closed.",
        negatives=("[Acme|Company] in [Leeds|Place] closed.",),
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
        "office",
        frozenset({"headquarters", "headquarter", "office", "hq", "seat"}),
        "v.subj|poss|of",
        "in|at|v.in",
        part=NOUN,
        example="[Acme|Company|s] has its headquarters in [Leeds|Place|o].",
        negatives=("[Acme|Company] has its friends in [Leeds|Place].",),
    ),
)
