"""RAISED: which body took in a sum, or set out to."""

from extract.patterns import Rule
from extract.patterns.rule import NOUN
from extract.patterns.sums import has_sum, noun_or_verb_sum

_TAKE = frozenset(
    """raise secure net land attract collect bag seek get receive obtain amass draw garner pocket win borrow target
    want need""".split()
) | {
    "pull in",
    "take in",
    "bring in",
    "pick up",
    "scrape up",
    "scrape together",
    "mop up",
    "drum up",
    "rake in",
    "get together",
}
_ROUNDS = frozenset(
    "round financing fundraising fund-raise series funding raise loan placement ipo offering grant issue".split()
)
_CLOSE = frozenset(
    """close complete finish finalise finalize announce land secure raise win obtain get receive sign negotiate conclude
    hold plan seek want""".split()
) | {"wrap up", "pull off", "take out"}

RULES = (
    Rule(
        "RAISED",
        "verb",
        _TAKE,
        "subj",
        check=has_sum,
        example="[Acme|Company|s] raised $5 million.",
        negatives=("[Acme|Company] raised its voice at $5 million.",),
    ),
    Rule(
        "RAISED",
        "round",
        _ROUNDS,
        "poss|v.subj",
        part=NOUN,
        light=_CLOSE,
        check=noun_or_verb_sum,
        example="[Acme|Company|s] closed a $30 million round.",
        negatives=("[Acme|Company] closed a round door.",),
    ),
    Rule(
        "RAISED",
        "led-round",
        _ROUNDS,
        "poss|for|in|of",
        part=NOUN,
        check=noun_or_verb_sum,
        example="[Beta|Company] led [Acme|Company|s]'s $40 million financing in 2012.",
        negatives=("[Beta|Company] led [Acme|Company]'s staff.",),
    ),
)
