"""COMPETES_WITH: which bodies or products are rivals."""

from extract.patterns import Rule

RULES = (
    Rule(
        "COMPETES_WITH",
        "noun",
        frozenset(
            {
                "rival",
                "competitor",
                "arch-rival",
                "archrival",
                "counterweight",
                "challenger",
                "nemesis",
                "opponent",
                "competition",
                "foe",
                "adversary",
            }
        ),
        "self|described",
        "poss|of|to|comp",
        part=frozenset({"NOUN", "PROPN", "ADJ"}),
        example="[Acme|Company|s], a rival of [Beta|Company|o], closed.",
        negatives=("[Acme|Company], a unit of [Beta|Company], closed.",),
    ),
    Rule(
        "COMPETES_WITH",
        "verb",
        frozenset({"compete", "vie", "battle"}),
        "subj",
        "with|against",
        example="[Acme|Company|s] has long competed with [Beta|Company|o].",
        negatives=("[Acme|Company] competes in [Beta|Company].",),
    ),
    Rule(
        "COMPETES_WITH",
        "rival-verb",
        frozenset({"rival"}),
        "subj",
        "obj",
        example="[Zip|Product|s] rivals [Zap|Product|o].",
        negatives=("[Zip|Product] helps [Zap|Product].",),
    ),
)
