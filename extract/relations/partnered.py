"""PARTNERED_WITH: which bodies work together under a partnership, an alliance or a deal."""

from extract.patterns import Rule
from extract.patterns.rule import NOUN

_BONDS = frozenset(
    {
        "partnership",
        "alliance",
        "pact",
        "tie-up",
        "collaboration",
        "venture",
        "deal",
        "agreement",
        "accord",
        "cooperation",
        "co-operation",
    }
)

RULES = (
    Rule(
        "PARTNERED_WITH",
        "verb",
        frozenset({"partner", "team", "team up", "collaborate", "cooperate", "co-operate", "ally", "join forces"}),
        "subj|surface",
        "with",
        example="[Acme|Company|s] teamed up with [Beta|Company|o].",
        negatives=("[Acme|Company] broke up with [Beta|Company].",),
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
        "between",
        _BONDS,
        "between",
        "",
        part=NOUN,
        among=True,
        example="The alliance between [Acme|Company|s] and [Beta|Company|o] holds.",
        negatives=("The house between [Acme|Company] and [Beta|Company] holds.",),
    ),
    Rule(
        "PARTNERED_WITH",
        "partner",
        frozenset({"partner"}),
        "self|described",
        "poss|of",
        part=NOUN,
        example="[Acme|Company|s], [Beta|Company|o]'s partner, left.",
        negatives=("[Acme|Company], [Beta|Company]'s rival, left.",),
    ),
)
