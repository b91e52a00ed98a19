"""RECRUITED: who hired, brought in or poached whom."""

from extract.patterns import Rule
from extract.patterns.rule import NOUN

_HIRE = frozenset(
    {
        "hire",
        "recruit",
        "poach",
        "lure",
        "bring in",
        "sign up",
        "woo",
        "headhunt",
        "entice",
        "rehire",
        "court",
        "sign",
        "engage",
        "hire away",
        "tempt",
        "snatch",
        "bring back",
        "take on",
        "approach",
    }
)

RULES = (
    Rule(
        "RECRUITED",
        "verb",
        _HIRE,
        "subj",
        "obj*",
        example="[Acme|Company|s] hired [Ann Lee|Person|o] as its head of sales.",
        negatives=("[Acme|Company] fired [Ann Lee|Person].",),
    ),
    Rule(
        "RECRUITED",
        "noun",
        frozenset({"hiring", "recruitment", "poaching"}),
        "poss|by",
        "of",
        part=NOUN,
        example="[Acme|Company|s]'s hiring of [Ann Lee|Person|o] cost money.",
        negatives=("[Acme|Company]'s firing of [Ann Lee|Person] cost money.",),
    ),
)
