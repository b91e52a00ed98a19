"""ACQUIRED: who bought, took over or swallowed which body or product."""

from extract.patterns import Rule
from extract.patterns.rule import NOUN
from extract.patterns.sums import has_sum

_FIRM = frozenset("acquire purchase buy absorb swallow nationalise nationalize annex".split()) | {
    "take over", "buy out", "snap up", "gobble up", "scoop up", "pick up", "swallow up", "take private", "buy up",
    "buy back", "mop up", "hoover up", "fold in", "snaffle up",
}  # fmt: skip
_DEALS = frozenset("acquisition takeover take-over purchase buyout buy-out absorption".split())
_BIDS = frozenset("bid offer approach proposal tender talk".split())

RULES = (
    Rule(
        "ACQUIRED",
        "verb",
        _FIRM,
        "subj",
        "obj",
        example="[Acme|Company|s] agreed to buy [Beta|Company|o].",
        negatives=("[Acme|Company] bought shoes from [Beta|Company].",),
    ),
    Rule(
        "ACQUIRED",
        "sold-to",
        frozenset({"sell", "offload", "divest"}),
        "to",
        "obj",
        example="[Gamma|Company] sold [Beta|Company|o] to [Acme|Company|s].",
        negatives=("[Gamma|Company] sold shoes to [Acme|Company].",),
    ),
    Rule(
        "ACQUIRED",
        "noun-of",
        _DEALS,
        "by|poss|v.subj",
        "of|for",
        part=NOUN,
        example="[Acme|Company|s]'s acquisition of [Beta|Company|o] took a year.",
        negatives=("[Acme|Company]'s merger with [Beta|Company] failed.",),
    ),
    Rule(
        "ACQUIRED",
        "noun-by",
        _DEALS,
        "by",
        "poss|of",
        part=NOUN,
        example="[Beta|Company|o]'s 2012 acquisition by [Acme|Company|s] went on.",
        negatives=("[Beta|Company]'s acquisition of shoes by post ended.",),
    ),
    Rule(
        "ACQUIRED",
        "bid",
        _BIDS,
        "from|by|poss|comp|v.subj",
        "for",
        part=NOUN,
        example="[Acme|Company|s] made an offer for [Beta|Company|o].",
        negatives=("[Acme|Company] made an offer to [Beta|Company].",),
    ),
    Rule(
        "ACQUIRED",
        "bid-verb",
        frozenset({"bid"}),
        "subj",
        "for",
        example="[Acme|Company|s] bid $5 million for [Beta|Company|o].",
        negatives=("[Acme|Company] bid farewell to [Beta|Company].",),
    ),
    Rule(
        "ACQUIRED",
        "pay-for",
        frozenset({"pay", "offer", "spend", "put up"}),
        "subj",
        "for",
        check=has_sum,
        example="[Acme|Company|s] paid $5 million for [Beta|Company|o].",
        negatives=("[Acme|Company] paid a price for [Beta|Company].",),
    ),
    Rule(
        "ACQUIRED",
        "merge-into",
        frozenset({"merge", "fold"}),
        "into",
        "obj|subj",
        example="[Beta|Company|o] was merged into [Acme|Company|s].",
        negatives=("[Beta|Company] was merged with its twin.",),
    ),
)
