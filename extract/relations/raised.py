"""RAISED: which body took in a sum, or set out to."""

from extract.patterns import Rule

RULES = (
    Rule(
        "RAISED",
        "verb",
        frozenset(
            {
                "raise",
                "secure",
                "close",
                "net",
                "land",
                "attract",
                "collect",
                "bag",
                "pull in",
                "take in",
                "bring in",
                "seek",
                "get",
            }
        ),
        "subj",
        "",
        example="[Acme|Company|s] raised $5 million.",
        negatives=("[Ann Lee|Person] praised [Acme|Company].",),
    ),
)
