"""PARTNERED_WITH: which bodies work together under a partnership, an alliance or a deal."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import Rule, beside, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair, filled

_BONDS = frozenset(
    """partnership alliance pact tie-up collaboration venture deal agreement accord cooperation co-operation memorandum
    codeshare share compact consortium treaty entente arrangement""".split()
)
_STRONG = frozenset("partnership alliance collaboration cooperation co-operation venture pact tie-up league".split())
_BIND = frozenset(
    """sign form strike announce have enter reach seal agree set ink forge extend end renew run create establish build
    unveil launch make begin negotiate""".split()
) | {"set up", "enter into", "agree on"}
_TEAM = frozenset("partner team collaborate cooperate co-operate ally cross-license affiliate".split()) | {
    "team up",
    "join forces",
    "join hands",
    "link up",
    "work together",
    "work closely",
    "tie up",
    "link arms",
}
_WORK = frozenset("develop build run make sell work operate share produce market design create launch pool".split())


def _implied(sight: View, token: Token) -> Iterator[Pair]:
    """ "a partnership with Beta" in a story of Acme."""
    if any(filled(sight, token, place) for place in ("v.subj", "poss", "of", "up.subj", "between")):
        return
    for partner in filled(sight, token, "with"):
        body = beside.spoken_of(sight, token.i, frozenset(partner.entities))
        if body is not None:
            yield partner, body


RULES = (
    Rule(
        "PARTNERED_WITH",
        "verb",
        _TEAM,
        "subj|surface",
        "with",
        example="[Acme|Company|s] teamed up with [Beta|Company|o].",
        negatives=("[Acme|Company] broke up with [Beta|Company].",),
    ),
    Rule(
        "PARTNERED_WITH",
        "verb-among",
        _TEAM | {"work jointly"},
        "surface",
        among=True,
        example="[Acme|Company|s] and [Beta|Company|o] have teamed up.",
        negatives=("[Acme|Company] and [Beta|Company] have broken up.",),
    ),
    Rule(
        "PARTNERED_WITH",
        "noun",
        _BONDS,
        "v.subj|poss|of",
        "with|v.with",
        part=NOUN,
        example="[Acme|Company|s] signed a partnership with [Beta|Company|o].",
        negatives=("[Acme|Company] signed a partnership near [Beta|Company].",),
    ),
    Rule(
        "PARTNERED_WITH",
        "in-partnership",
        _STRONG | {"cahoots", "league", "tandem", "harness", "glove", "hand", "concert"},
        "up.subj",
        "with",
        part=NOUN,
        check=lambda sight, token: token.dep_ == "pobj",
        example="[Acme|Company|s] sells it in partnership with [Beta|Company|o].",
        negatives=("[Acme|Company] sells it in competition with [Beta|Company].",),
    ),
    Rule(
        "PARTNERED_WITH",
        "noun-among",
        _BONDS,
        "v.subj",
        part=NOUN,
        light=_BIND,
        among=True,
        example="[Acme|Company|s] and [Beta|Company|o] signed a cooperation agreement.",
        negatives=("[Acme|Company] and [Beta|Company] signed a cheque.",),
    ),
    Rule(
        "PARTNERED_WITH",
        "jointly",
        frozenset({"jointly", "together"}),
        "up.subj",
        part=frozenset({"ADV"}),
        among=True,
        check=lambda sight, token: token.head.lemma_ in _WORK,
        example="[Acme|Company|s] and [Beta|Company|o] will jointly develop a car.",
        negatives=("[Acme|Company] and [Beta|Company] will soon develop a car.",),
    ),
    Rule(
        "PARTNERED_WITH",
        "implied",
        _STRONG | {"deal", "agreement", "accord"},
        part=NOUN,
        shape=_implied,
        example="[Acme|Company|o] has grown. A partnership with [Beta|Company|s] ended in May.",
        negatives=("[Acme|Company] has grown. A dinner with [Beta|Company] ended in May.",),
    ),
    Rule(
        "PARTNERED_WITH",
        "partners",
        frozenset({"partner", "ally"}),
        "described",
        part=NOUN,
        among=True,
        check=lambda sight, token: token.tag_ in ("NNS", "NNPS"),
        example="[Acme|Company|s] and [Beta|Company|o] are old partners.",
        negatives=("[Acme|Company] and [Beta|Company] are old rivals.",),
    ),
    Rule(
        "PARTNERED_WITH",
        "work-with",
        frozenset({"work", "share", "pool"}),
        "subj",
        "with",
        example="[Acme|Company|s] works with [Beta|Company|o] on batteries.",
        negatives=("[Acme|Company] works near [Beta|Company] on batteries.",),
    ),
    Rule(
        "PARTNERED_WITH",
        "join-in",
        frozenset({"join"}),
        "subj",
        "obj",
        check=lambda sight, token: any(one.lemma_ in _BONDS for one in tree.preposed(token, "in")),
        example="[Acme|Company|s] joined [Beta|Company|o] in a partnership.",
        negatives=("[Acme|Company] joined [Beta|Company] in a chorus.",),
    ),
    Rule(
        "PARTNERED_WITH",
        "between",
        _BONDS,
        "between",
        part=NOUN,
        among=True,
        example="The alliance between [Acme|Company|s] and [Beta|Company|o] holds.",
        negatives=("The house between [Acme|Company] and [Beta|Company] holds.",),
    ),
    Rule(
        "PARTNERED_WITH",
        "partner",
        frozenset({"partner", "ally"}),
        "self|described",
        "poss|of|comp",
        part=NOUN,
        example="[Acme|Company|s], [Beta|Company|o]'s partner, left.",
        negatives=("[Acme|Company], [Beta|Company]'s rival, left.",),
    ),
)
