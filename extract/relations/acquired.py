"""ACQUIRED: who bought, took over or swallowed which body or product."""

from extract.patterns import Rule
from extract.patterns.rule import NOUN

_FIRM = frozenset(
    {
        "acquire",
        "purchase",
        "buy",
        "take over",
        "buy out",
        "absorb",
        "swallow",
        "snap up",
        "gobble up",
        "scoop up",
        "pick up",
        "bring up",
        "swallow up",
        "take private",
        "nationalise",
        "nationalize",
    }
)
_DEALS = frozenset({"acquisition", "takeover", "take-over", "purchase", "buyout", "buy-out", "merger"})
_BIDS = frozenset({"bid", "offer", "approach", "proposal"})
_MAKE = frozenset(
    {
        "make",
        "launch",
        "submit",
        "table",
        "mount",
        "withdraw",
        "drop",
        "raise",
        "abandon",
        "lodge",
        "prepare",
        "plan",
        "consider",
        "renew",
        "sweeten",
        "announce",
        "reject",
        "put",
        "put in",
        "complete",
    }
)

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
        frozenset({"sell"}),
        "to",
        "obj",
        example="[Gamma|Company] sold [Beta|Company|o] to [Acme|Company|s].",
        negatives=("[Gamma|Company] sold shoes to [Acme|Company].",),
    ),
    Rule(
        "ACQUIRED",
        "noun-of",
        _DEALS,
        "poss|by|v.subj",
        "of",
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
        "poss|by|from|v.subj",
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
        status="attempted",
    ),
)
