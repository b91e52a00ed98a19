"""HELD_ROLE: who held which office or employment at which body."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract import ontology
from extract.patterns import Rule, titles
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair, Qualified
from extract.records import Mention
from extract.relations.words import ROLES


def _title(sight: View, token: Token, subject: Mention, target: Mention | None) -> Iterator[Qualified]:
    yield {"title": titles.title(sight, token)}


def _last_word(sight: View, token: Token) -> bool:
    """ "chief executive officer" is told by its last word."""
    if token.i + 1 >= len(token.doc):
        return True
    beside = token.nbor()
    return not (beside.lemma_.lower() in ROLES and beside.pos_ in NOUN and beside.i not in sight.names)


def _byline(sight: View, token: Token) -> Iterator[Pair]:
    """ "By Ann Lee, Leeds Post"."""
    person = sight.ending.get(token.i)
    if person is None or person.kind != "name":
        return
    doc, at = token.doc, token.i + 1
    while at < len(doc) and doc[at].text in (",", "of", "|", "("):
        at += 1
    if at == token.i + 1 or at >= len(doc) or (doc[at - 1].text == "of" and at - token.i > 2):
        return
    body = sight.starting.get(at)
    if body is not None and body.kind == "name" and ontology.family(sight.type_of(body)) == "Organization":
        yield person, body


RULES = (
    Rule(
        "HELD_ROLE",
        "noun",
        ROLES,
        "self|described",
        "poss|of*|comp|at*|for*|with*|in*",
        part=frozenset({"NOUN", "PROPN", "ADJ"}),
        check=_last_word,
        read=_title,
        example="[Acme|Company|o]'s finance director, [Ann Lee|Person|s], resigned.",
        negatives=("[Ann Lee|Person] met a director near [Acme|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "by-line",
        frozenset(),
        at="Person",
        shape=_byline,
        example="By [Ann Lee|Person|s], [Leeds Post|Company|o]",
        negatives=("[Ann Lee|Person] reads the [Leeds Post|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "work",
        frozenset({"work"}),
        "subj",
        "for*|at*",
        example="[Ann Lee|Person|s] works for [Acme|Company|o].",
        negatives=("[Ann Lee|Person] works with [Acme|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "leave",
        frozenset({"leave", "join", "quit", "rejoin"}),
        "subj",
        "obj*",
        example="[Ann Lee|Person|s] left [Acme|Company|o] in May.",
        negatives=("[Ann Lee|Person] left her keys at [Acme|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "resign",
        frozenset({"resign", "retire", "depart", "step down", "fire", "sack", "oust", "dismiss"}),
        "surface",
        "from*|agent",
        example="[Ann Lee|Person|s] resigned from [Acme|Company|o].",
        negatives=("[Ann Lee|Person] resigned herself to [Acme|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "head-verb",
        frozenset({"head", "lead", "run", "chair", "manage", "edit", "head up", "direct"}),
        "subj",
        "obj*",
        example="[Ann Lee|Person|s] runs [Acme|Company|o].",
        negatives=("[Ann Lee|Person] runs from [Acme|Company].",),
    ),
)
