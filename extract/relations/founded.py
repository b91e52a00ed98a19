"""FOUNDED: who founded, started, set up which body."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import Rule, beside
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair, filled

_FIRM = frozenset("found co-found cofound establish incorporate co-start co-launch bootstrap charter".split())
_LOOSE = frozenset("start launch form create begin co-create build open organise organize register".split()) | {
    "set up", "start up", "spin off", "spin out", "put together", "dream up", "hatch",
}  # fmt: skip
_FOUNDERS = frozenset(
    "founder co-founder cofounder founding creator co-creator begetter founder-chairman founder-ceo originator".split()
)
_VENTURES = frozenset("startup spinoff spin-off start-up spinout venture outfit".split())


def _venture(sight: View, token: Token) -> bool:
    """ "start-up" and "spin-off" are three tokens each; a venture must be a new one."""
    if token.lemma_ in ("venture", "outfit"):
        return any(child.lower_ in ("new", "latest", "first", "second", "next") for child in token.children)
    if token.lemma_.lower() not in ("up", "off", "out"):
        return True
    return token.i > 1 and token.nbor(-1).text in "-‑" and token.nbor(-2).lower_ in ("start", "spin")


def _no_joint(sight: View, token: Token) -> bool:
    """A joint venture is no founding of one side; "co" of "co-founder" needs no more."""
    return not any(child.lower_ == "joint" for child in token.children)


def _beside(sight: View, token: Token) -> Iterator[Pair]:
    """ "Acme co-founder Ann Lee", "the Acme co-founder", whatever the parse says."""
    last = token.i
    person, body = beside.trio(sight, token, last)
    if person is not None and body is not None:
        yield person, body


def _implied(sight: View, token: Token) -> Iterator[Pair]:
    """ "Ann Lee, the founder" in a story of Acme."""
    if token.dep_ == "poss" or any(filled(sight, token, place) for place in ("poss", "of", "comp", "v.of", "around")):
        return
    person, named = beside.trio(sight, token, token.i)
    people = [one for one in filled(sight, token, "described") if one.kind == "name" and beside.is_person(sight, one)]
    if named is not None or not (people or person):
        return
    body = beside.spoken_of(sight, token.i)
    for one in people or ([person] if person is not None and person.kind == "name" else []):
        if body is not None:
            yield one, body


RULES = (
    Rule(
        "FOUNDED",
        "verb",
        _FIRM,
        "subj",
        "obj",
        example="[Ann Lee|Person|s] founded [Acme|Company|o] in 2015.",
        negatives=("[Ann Lee|Person] found [Acme|Company] guilty of nothing, but left.",),
    ),
    Rule(
        "FOUNDED",
        "loose-verb",
        _LOOSE,
        "subj",
        "obj",
        example="[Acme|Company|o] was set up by [Ann Lee|Person|s] and [Ray Hill|Person|s].",
        negatives=("[Ann Lee|Person] set [Acme|Company] apart from the rest.",),
    ),
    Rule(
        "FOUNDED",
        "with",
        _FIRM | _LOOSE,
        "with",
        "obj",
        example="[Ann Lee|Person] founded [Acme|Company|o] with [Ray Hill|Person|s].",
        negatives=("[Ann Lee|Person] runs [Acme|Company] with [Ray Hill|Person].",),
    ),
    Rule(
        "FOUNDED",
        "founder",
        _FOUNDERS,
        "self|described",
        "poss|of|comp|v.of|around",
        part=NOUN,
        example="[Acme|Company|o]'s founder, [Ann Lee|Person|s], resigned.",
        negatives=("[Acme|Company]'s chairman, [Ann Lee|Person], met the founder of the party.",),
    ),
    Rule(
        "FOUNDED",
        "beside",
        _FOUNDERS,
        part=NOUN,
        shape=_beside,
        example="[Acme|Company|o] founder [Ann Lee|Person|s] said no.",
        negatives=("He met [Acme|Company] chairman [Ann Lee|Person].",),
    ),
    Rule(
        "FOUNDED",
        "implied",
        _FOUNDERS,
        part=NOUN,
        shape=_implied,
        example="[Acme|Company|o] has closed. Its fall began when [Ann Lee|Person|s], the founder, left.",
        negatives=("[Acme|Company] has closed. Its fall began when [Ann Lee|Person], the baker, left.",),
    ),
    Rule(
        "FOUNDED",
        "venture",
        _VENTURES | {"up", "off"},
        "poss|of",
        "described|self",
        part=frozenset({"NOUN", "PROPN", "ADP", "ADV"}),
        check=lambda sight, token: _venture(sight, token) and _no_joint(sight, token),
        example="[Ann Lee|Person|s]'s start-up, [Acme|Company|o], closed.",
        negatives=("[Ann Lee|Person] met the start-up, [Acme|Company].",),
    ),
    Rule(
        "FOUNDED",
        "brainchild",
        frozenset({"brainchild", "creation", "baby"}),
        "of",
        "described",
        part=NOUN,
        example="[Acme|Company|o] is the brainchild of [Ann Lee|Person|s].",
        negatives=("[Acme|Company] is the landlord of [Ann Lee|Person].",),
    ),
    Rule(
        "FOUNDED",
        "founding-of",
        frozenset({"founding", "foundation", "establishment", "creation", "formation", "launch"}),
        "by|poss",
        "of",
        part=NOUN,
        example="The founding of [Acme|Company|o] by [Ann Lee|Person|s] took a year.",
        negatives=("The closing of [Acme|Company] by [Ann Lee|Person] took a year.",),
    ),
)
