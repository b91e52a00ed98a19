"""ACQUIRED: who bought, took over or swallowed which body or product."""

from spacy.tokens import Token

from extract.patterns import Rule, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN
from extract.patterns.sums import GIFTS, for_sum, has_price

_FIRM = frozenset("acquire purchase buy absorb swallow nationalise nationalize annex".split()) | {
    "take over", "buy out", "snap up", "gobble up", "scoop up", "pick up", "swallow up", "take private", "buy up",
    "buy back", "mop up", "hoover up", "fold in", "snaffle up",
}  # fmt: skip
_DEALS = frozenset("acquisition takeover take-over purchase buyout buy-out absorption".split())
_BIDS = frozenset("bid offer approach proposal tender talk".split())
_ANSWER = frozenset("reject refuse spurn rebuff decline receive get have accept consider weigh dismiss".split()) | {
    "turn down", "see off", "fend off", "fight off", "turn away",
}  # fmt: skip


def _not_an_office(sight: View, token: Token) -> bool:
    """ "took over the museum as director" buys nothing."""
    return token.lemma_ != "take" or not tree.preposed(token, "as")


def _about_a_deal(sight: View, token: Token) -> bool:
    """ "approached Acme about a takeover"."""
    return any(one.lemma_ in _DEALS | {"sale", "merger", "deal"} for one in tree.preposed(token, "about"))


RULES = (
    Rule(
        "ACQUIRED",
        "verb",
        _FIRM,
        "subj",
        "obj",
        check=_not_an_office,
        example="[Acme|Company|s] agreed to buy [Beta|Company|o].",
        negatives=("[Acme|Company] bought shoes from [Beta|Company].",),
    ),
    Rule(
        "ACQUIRED",
        "sold-to",
        frozenset({"sell", "offload", "divest", "flog", "auction", "sell off"}),
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
        "for*|v.for*",
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
        check=has_price,
        example="[Acme|Company|s] paid $5 million for [Beta|Company|o].",
        negatives=("[Acme|Company] paid a visit for [Beta|Company].",),
    ),
    Rule(
        "ACQUIRED",
        "bid-from",
        _BIDS | (GIFTS & {"million", "billion", "m", "bn", "mln"}),
        "from|by",
        "v.subj",
        part=frozenset({"NOUN", "PROPN", "NUM"}),
        light=_ANSWER,
        example="[Beta|Company|o] turned down an offer from [Acme|Company|s].",
        negatives=("[Beta|Company] turned down a street from [Acme|Company].",),
    ),
    Rule(
        "ACQUIRED",
        "take-for",
        frozenset({"take", "get", "land", "sweep up", "nab", "grab", "win", "pinch"}),
        "subj",
        "obj",
        check=for_sum,
        example="[Acme|Company|s] took [Beta|Company|o] for $5 million.",
        negatives=("[Acme|Company] took [Beta|Company] for a fool.",),
    ),
    Rule(
        "ACQUIRED",
        "approach",
        frozenset({"approach", "sound out", "court", "woo", "pursue"}),
        "subj",
        "obj",
        check=_about_a_deal,
        example="[Acme|Company|s] approached [Beta|Company|o] about a takeover.",
        negatives=("[Acme|Company] approached [Beta|Company] about a dinner.",),
    ),
    Rule(
        "ACQUIRED",
        "outbid",
        frozenset({"outbid"}),
        "subj",
        "for",
        example="[Acme|Company|s] outbid its rival for [Beta|Company|o].",
        negatives=("[Acme|Company] outdid its rival for [Beta|Company].",),
    ),
    Rule(
        "ACQUIRED",
        "was-outbid",
        frozenset({"outbid", "beat"}),
        "obj",
        "for|to",
        example="[Acme|Company|s] was outbid for [Beta|Company|o].",
        negatives=("[Acme|Company] was praised for [Beta|Company].",),
    ),
    Rule(
        "ACQUIRED",
        "sale-of",
        frozenset({"sale", "disposal"}),
        "to|v.to",
        "of|poss",
        part=NOUN,
        example="He approved the sale of [Beta|Company|o] to [Acme|Company|s].",
        negatives=("He approved the sale of shoes to [Acme|Company].",),
    ),
    Rule(
        "ACQUIRED",
        "control",
        frozenset({"control"}),
        "v.subj",
        "of",
        part=NOUN,
        light=frozenset({"take", "gain", "win", "seize", "get", "secure", "assume"}),
        example="[Acme|Company|s] took control of [Beta|Company|o].",
        negatives=("[Acme|Company] lost control of [Beta|Company].",),
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
