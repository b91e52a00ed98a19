"""OWNS: who holds a body or a stake in it, or is its parent."""

from extract.patterns import Rule
from extract.patterns.rule import NOUN

_STAKES = frozenset(
    {
        "stake",
        "share",
        "holding",
        "interest",
        "stock",
        "shareholding",
        "third",
        "quarter",
        "half",
        "%",
        "percent",
        "cent",
        "pct",
        "fifth",
        "tenth",
    }
)
_HOLD = frozenset(
    {
        "own",
        "hold",
        "have",
        "control",
        "keep",
        "retain",
        "buy",
        "acquire",
        "take",
        "sell",
        "build",
        "raise",
        "increase",
        "purchase",
        "get",
        "possess",
        "amass",
        "inherit",
        "receive",
        "snap up",
        "pick up",
        "cut",
        "reduce",
        "give",
        "unload",
        "dump",
        "secure",
        "boast",
        "win",
    }
)
_OWNERS = frozenset(
    {"owner", "co-owner", "shareholder", "stockholder", "stakeholder", "proprietor", "parent", "investor", "landlord"}
)
_UNITS = frozenset({"subsidiary", "unit", "arm", "division", "affiliate", "offshoot", "sister", "brand", "business"})
_OWNED = frozenset(
    {
        "company",
        "firm",
        "restaurant",
        "shop",
        "brewery",
        "newspaper",
        "magazine",
        "startup",
        "business",
        "agency",
        "studio",
        "label",
        "bank",
        "fund",
        "chain",
        "group",
        "hotel",
        "club",
        "farm",
    }
)

RULES = (
    Rule(
        "OWNS",
        "verb",
        frozenset({"own", "co-own", "control"}),
        "subj",
        "obj",
        example="[Acme|Company|s] owns [Beta|Company|o].",
        negatives=("[Acme|Company] owns the house that [Beta|Company] built.",),
    ),
    Rule(
        "OWNS",
        "stake",
        _STAKES,
        "v.subj|poss",
        "in|of|comp",
        part=frozenset({"NOUN", "PROPN", "NUM", "ADJ"}),
        light=_HOLD,
        example="[Ann Lee|Person|s] took a 20 per cent stake in [Beta|Company|o].",
        negatives=("[Ann Lee|Person] took an interest in chess at [Beta|Company].",),
    ),
    Rule(
        "OWNS",
        "stake-of",
        _STAKES,
        "poss",
        "in|of",
        part=NOUN,
        example="[Ann Lee|Person|s]'s stake in [Beta|Company|o] is small.",
        negatives=("[Ann Lee|Person]'s share of the talk at [Beta|Company] is small.",),
    ),
    Rule(
        "OWNS",
        "owner",
        _OWNERS,
        "self|described",
        "poss|of|comp|in",
        part=NOUN,
        example="[Ann Lee|Person|s], the owner of [Beta|Company|o], resigned.",
        negatives=("[Ann Lee|Person] met the owner of the house near [Beta|Company].",),
    ),
    Rule(
        "OWNS",
        "subsidiary",
        _UNITS,
        "poss|of|comp",
        "self|described",
        part=NOUN,
        example="[Beta|Company|o], a subsidiary of [Acme|Company|s], closed.",
        negatives=("[Beta|Company], a unit of length, closed.",),
    ),
    Rule(
        "OWNS",
        "his-company",
        _OWNED,
        "poss",
        "described",
        part=NOUN,
        example="[Ann Lee|Person|s]'s company, [Beta|Company|o], closed.",
        negatives=("[Ann Lee|Person] said the company, [Beta|Company], closed.",),
    ),
)
