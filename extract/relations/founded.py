"""FOUNDED: who founded, started, set up which body."""

from extract.patterns import Rule
from extract.patterns.rule import NOUN

_FIRM = frozenset({"found", "co-found", "cofound", "establish", "incorporate"})
_LOOSE = frozenset(
    {"start", "launch", "set up", "start up", "form", "create", "begin", "co-create", "build", "open", "spin off"}
)
_FOUNDERS = frozenset(
    "founder co-founder cofounder co-founders founders founding creator co-creator begetter founder-chairman "
    "founder-ceo father".split()
)

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
        "founder-possessive",
        _FOUNDERS,
        "self|described",
        "poss|of|comp|v.of",
        part=NOUN,
        example="[Acme|Company|o]'s founder, [Ann Lee|Person|s], resigned.",
        negatives=("[Acme|Company]'s chairman, [Ann Lee|Person], met the founder of the party.",),
    ),
)
