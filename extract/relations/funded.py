"""FUNDED: who gave money to whom."""

from extract.patterns import Rule
from extract.patterns.rule import NOUN

_BACK = frozenset(
    {"fund", "finance", "back", "bankroll", "sponsor", "endow", "subsidise", "subsidize", "co-fund", "seed"}
)
_INTO = frozenset(
    {"invest", "put", "pour", "plough", "plow", "sink", "pump", "inject", "reinvest", "plunge", "co-invest"}
)
_GIVE = frozenset(
    {
        "give",
        "lend",
        "donate",
        "grant",
        "award",
        "contribute",
        "pay",
        "loan",
        "advance",
        "provide",
        "pledge",
        "promise",
        "hand",
        "transfer",
        "wire",
        "send",
        "commit",
        "hand over",
        "bequeath",
        "leave",
        "extend",
    }
)
_GIFTS = frozenset(
    {
        "investment",
        "grant",
        "donation",
        "loan",
        "gift",
        "funding",
        "backing",
        "cheque",
        "check",
        "money",
        "financing",
        "sponsorship",
        "credit",
        "contribution",
        "cash",
        "bequest",
        "advance",
        "capital",
        "million",
        "billion",
        "m",
        "bn",
        "crore",
        "prize",
        "commitment",
        "award",
        "infusion",
        "subsidy",
        "mln",
        "lakh",
        "euro",
        "pound",
        "dollar",
    }
)
_GET = frozenset(
    {
        "receive",
        "get",
        "secure",
        "obtain",
        "raise",
        "win",
        "accept",
        "take",
        "borrow",
        "have",
        "attract",
        "land",
        "draw",
        "collect",
        "net",
        "close",
        "owe",
        "bag",
        "pull in",
        "scoop",
        "pocket",
        "sign",
    }
)
_PAY = frozenset(
    {
        "make",
        "give",
        "provide",
        "offer",
        "send",
        "write",
        "hand",
        "extend",
        "award",
        "pledge",
        "donate",
        "promise",
        "lend",
        "contribute",
        "commit",
        "invest",
        "advance",
        "put",
        "pay",
    }
)
_ROUNDS = frozenset({"round", "financing", "investment", "funding", "raise", "tranche", "extension"})
_BACKERS = frozenset(
    {"investor", "backer", "funder", "donor", "sponsor", "benefactor", "lender", "financier", "patron"}
)

RULES = (
    Rule(
        "FUNDED",
        "back",
        _BACK,
        "subj",
        "obj",
        example="[Acme|Company|s] funded [Beta|Company|o].",
        negatives=("[Acme|Company] funded the war against [Beta|Company].",),
    ),
    Rule(
        "FUNDED",
        "invest",
        _INTO,
        "subj",
        "in|into|to",
        example="[Acme|Company|s] has invested $5 million in [Beta|Company|o].",
        negatives=("[Acme|Company] has invested heavily with [Beta|Company].",),
    ),
    Rule(
        "FUNDED",
        "give",
        _GIVE,
        "subj",
        "to|iobj",
        example="[Ann Lee|Person|s] gave [Beta|Company|o] $3 million.",
        negatives=("[Ann Lee|Person] gave up $3 million.",),
    ),
    Rule(
        "FUNDED",
        "gift-get",
        _GIFTS,
        "from|v.from",
        "v.subj",
        part=frozenset({"NOUN", "PROPN", "NUM"}),
        light=_GET,
        example="[Beta|Company|o] received a grant from [Acme|Company|s].",
        negatives=("[Beta|Company] received a letter from [Acme|Company].",),
    ),
    Rule(
        "FUNDED",
        "gift-give",
        _GIFTS,
        "v.subj",
        "to|in|v.iobj|v.to|v.in|v.into|v.for",
        part=frozenset({"NOUN", "PROPN", "NUM"}),
        light=_PAY,
        example="[Acme|Company|s] made a loan to [Beta|Company|o].",
        negatives=("[Acme|Company] made a promise to [Beta|Company].",),
    ),
    Rule(
        "FUNDED",
        "gift-of",
        _GIFTS,
        "from|poss|by",
        "to|in",
        part=NOUN,
        example="[Acme|Company|s]'s investment in [Beta|Company|o] paid.",
        negatives=("[Acme|Company]'s letter to [Beta|Company] paid.",),
    ),
    Rule(
        "FUNDED",
        "lead-round",
        _ROUNDS,
        "v.subj",
        "poss|in|for|of",
        part=NOUN,
        light=frozenset({"lead", "join", "back", "co-lead", "anchor"}),
        example="[Acme|Company|s] led the seed round of [Beta|Company|o].",
        negatives=("[Acme|Company] led the search for [Beta|Company].",),
    ),
    Rule(
        "FUNDED",
        "backer",
        _BACKERS,
        "self|described",
        "poss|of|comp|in",
        part=NOUN,
        example="[Acme|Company|s], an early investor in [Beta|Company|o], sold.",
        negatives=("[Acme|Company], an early rival of [Beta|Company], sold.",),
    ),
)
