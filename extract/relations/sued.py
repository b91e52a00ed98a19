"""SUED: who filed a suit against whom."""

from extract.patterns import Rule
from extract.patterns.rule import NOUN

_SUITS = frozenset(
    {
        "suit",
        "lawsuit",
        "complaint",
        "case",
        "action",
        "claim",
        "proceeding",
        "writ",
        "counterclaim",
        "countersuit",
        "petition",
        "charge",
        "litigation",
    }
)

RULES = (
    Rule(
        "SUED",
        "verb",
        frozenset({"sue", "countersue", "counter-sue"}),
        "subj",
        "obj",
        example="[Acme|Company|s] sued [Beta|Company|o] on Monday.",
        negatives=("[Acme|Company] sued for peace with [Beta|Company].",),
    ),
    Rule(
        "SUED",
        "noun",
        _SUITS,
        "v.subj|by|poss|from|comp|of",
        "against|v.against",
        part=NOUN,
        example="[Acme|Company|s] filed a suit against [Beta|Company|o].",
        negatives=("[Acme|Company] made a case for [Beta|Company].",),
    ),
)
