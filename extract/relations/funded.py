"""FUNDED: who gave money to whom."""

from extract.patterns import Rule
from extract.patterns.rule import NOUN
from extract.patterns.sums import GIFTS, has_gift, has_sum
from extract.relations import gifts

_BACK = frozenset(
    "fund finance back bankroll sponsor endow subsidise subsidize co-fund seed underwrite co-finance backstop".split()
) | {"bail out", "prop up"}
_INTO = frozenset({"invest", "reinvest", "co-invest", "buy in"})
_PUT = frozenset("put pour plough plow sink pump inject plunge commit funnel channel chip spend stake".split())
_GIVE = frozenset(
    """give lend donate grant award contribute loan advance provide pledge promise hand transfer wire commit bequeath
    extend send leave supply slip""".split()
) | {"hand over", "chip in", "pay out", "kick in"}
_LEND = frozenset({"lend", "loan", "donate", "bequeath"})
_GIFTS = GIFTS - {"fund", "million", "billion", "m", "bn", "crore", "lakh", "mln", "debt"}
_SUMS = frozenset("million billion m bn crore lakh mln euro pound dollar k mn".split())
_GET = frozenset(
    """receive get secure obtain raise win accept take borrow have attract land draw collect net close owe bag pocket
    sign arrange negotiate""".split()
) | {"pull in", "scoop up", "pick up", "take in", "bring in", "take out", "draw down"}
_PAY = frozenset(
    "make give provide offer send write hand extend award pledge donate lend contribute commit invest advance put "
    "announce promise approve inject grant arrange".split()
)
_LEAD = frozenset("lead join back co-lead anchor head finance".split()) | {"take part"}
_BACKERS = frozenset("investor backer funder donor sponsor benefactor lender financier patron paymaster angel".split())
_ADD = frozenset({"add", "contribute", "supply", "write", "put in", "put up", "put down", "chip in", "kick in"}) | {
    "pitch in", "come in", "stump up", "cough up", "invest", "give", "lend", "provide", "pledge", "commit", "donate", "advance",
}  # fmt: skip
_MIXED = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "SYM", "X"})


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
        "in|into",
        example="[Acme|Company|s] has invested $5 million in [Beta|Company|o].",
        negatives=("[Acme|Company] has invested heavily with [Beta|Company].",),
    ),
    Rule(
        "FUNDED",
        "put",
        _PUT,
        "subj",
        "in|into|to|towards|toward|behind",
        check=has_gift,
        example="[Acme|Company|s] put $5 million into [Beta|Company|o].",
        negatives=("[Ann Lee|Person] put the question to [Beta|Company].",),
    ),
    Rule(
        "FUNDED",
        "give",
        _GIVE - _LEND,
        "subj",
        "to|iobj|obj",
        check=has_gift,
        example="[Ann Lee|Person|s] gave [Beta|Company|o] $3 million.",
        negatives=("[Ann Lee|Person] gave [Beta|Company] the job.",),
    ),
    Rule(
        "FUNDED",
        "lend",
        _LEND,
        "subj",
        "to|iobj|obj",
        example="[Acme|Company|s] lent [Beta|Company|o] between $5 million and $6 million.",
        negatives=("[Acme|Company] bent [Beta|Company].",),
    ),
    Rule(
        "FUNDED",
        "gift-get",
        _GIFTS | _SUMS,
        "from|v.from|by",
        "v.subj",
        part=_MIXED,
        light=_GET,
        example="[Beta|Company|o] received a grant from [Acme|Company|s].",
        negatives=("[Beta|Company] received a letter from [Acme|Company].",),
    ),
    Rule(
        "FUNDED",
        "gift-give",
        _GIFTS,
        "v.subj",
        "to|in|for|v.iobj|v.to|v.in|v.into",
        part=NOUN,
        light=_PAY,
        example="[Acme|Company|s] made a loan to [Beta|Company|o].",
        negatives=("[Acme|Company] made a promise to [Beta|Company].",),
    ),
    Rule(
        "FUNDED",
        "gift-of",
        _GIFTS,
        "from|poss|by",
        "to|in|for",
        part=NOUN,
        example="[Acme|Company|s]'s investment in [Beta|Company|o] paid.",
        negatives=("[Acme|Company]'s letter to [Beta|Company] paid.",),
    ),
    Rule(
        "FUNDED",
        "founded-with",
        _GIFTS | _SUMS | {"$", "£", "€"},
        "from",
        "up.obj|up.subj",
        part=_MIXED,
        check=lambda sight, token: token.dep_ == "pobj" and token.head.lower_ in ("with", "on", "by"),
        example="She set up [Beta|Company|o] with a loan from [Acme|Company|s].",
        negatives=("She set up [Beta|Company] with a friend from [Acme|Company].",),
    ),
    Rule(
        "FUNDED",
        "lead-round",
        gifts.ROUNDS,
        "v.subj",
        "poss|in|for|of|into",
        part=NOUN,
        light=_LEAD,
        example="[Acme|Company|s] led the seed round of [Beta|Company|o].",
        negatives=("[Acme|Company] led the search for [Beta|Company].",),
    ),
    Rule(
        "FUNDED",
        "backer",
        _BACKERS,
        "self|described",
        "poss|of|comp|in|to|around",
        part=NOUN,
        example="[Acme|Company|s], an early investor in [Beta|Company|o], sold.",
        negatives=("[Acme|Company], an early rival of [Beta|Company], sold.",),
    ),
    Rule(
        "FUNDED",
        "raise-from",
        frozenset({"raise", "borrow", "receive", "get", "secure", "obtain", "pick up", "pull in", "take", "win"}),
        "from",
        "subj",
        check=has_sum,
        example="[Beta|Company|o] raised $5 million from [Acme|Company|s].",
        negatives=("[Beta|Company] took shoes from [Acme|Company].",),
    ),
    Rule(
        "FUNDED",
        "implied",
        _ADD,
        check=has_sum,
        shape=gifts.implied,
        example="[Beta|Company|o] has closed a round. [Acme|Company|s] put in $5 million.",
        negatives=("[Beta|Company] has closed a round. [Acme|Company] put in a word.",),
    ),
    Rule(
        "FUNDED",
        "implied-round",
        gifts.ROUNDS,
        part=NOUN,
        light=_LEAD,
        shape=gifts.led,
        example="[Beta|Company|o] has grown. [Acme|Company|s] led a $5 million round.",
        negatives=("[Beta|Company] has grown. [Acme|Company] led the search.",),
    ),
    Rule(
        "FUNDED",
        "from-alone",
        _GIFTS | _SUMS | {"participation", "$", "£", "€"},
        part=_MIXED,
        shape=gifts.from_alone,
        example="[Beta|Company|o] has closed a round. A further $5 million from [Acme|Company|s] is to follow.",
        negatives=("[Beta|Company] has closed a round. A letter from [Acme|Company] is to follow.",),
    ),
    *(
        Rule(
            "FUNDED",
            f"elided-{kind.lower()}",
            frozenset(),
            at=kind,
            shape=gifts.elided,
            example=f"[Beta|Company|o] has grown. [Acme|{kind}] put in $5 million and [Gamma|{kind}|s] $3 million.",
            negatives=(f"[Beta|Company] has grown. [Acme|{kind}] put in $5 million and [Gamma|{kind}] left.",),
        )
        for kind in ("Organization", "Person")
    ),
    Rule(
        "FUNDED",
        "given-by",
        _GIVE | _LEND | {"arrange", "raise", "invest", "put in"},
        shape=gifts.given_by,
        example="[Beta|Company|o] has grown with a loan provided by [Acme|Company|s].",
        negatives=("[Beta|Company] has grown with a tune provided by [Acme|Company].",),
    ),
    Rule(
        "FUNDED",
        "came-from",
        frozenset({"come", "stem"}),
        shape=gifts.came_from,
        example="[Beta|Company|o] has grown. The money came from [Acme|Company|s].",
        negatives=("[Beta|Company] has grown. The shoes came from [Acme|Company].",),
    ),
    Rule(
        "FUNDED",
        "new-shares",
        frozenset({"share", "stock"}),
        part=NOUN,
        shape=gifts.new_shares,
        example="[Acme|Company|s] paid $5 million for new shares in [Beta|Company|o].",
        negatives=("[Acme|Company] paid $5 million for old shares in [Beta|Company].",),
    ),
    Rule(
        "FUNDED",
        "round-led-by",
        frozenset({"lead", "co-lead", "anchor", "head"}),
        shape=gifts.led_by,
        example="[Beta|Company|o] has grown. The financing was led by [Acme|Company|s].",
        negatives=("[Beta|Company] has grown. The choir was led by [Acme|Company].",),
    ),
    Rule(
        "FUNDED",
        "led-by",
        frozenset({"lead", "co-lead", "back", "anchor", "head", "fund", "finance", "provide", "support", "join"}),
        "agent|by",
        "round",
        check=lambda sight, token: token.tag_ == "VBN",
        example="[Beta|Company|o] raised $5 million in a round led by [Acme|Company|s].",
        negatives=("[Beta|Company] met a crowd in a debate led by [Acme|Company].",),
    ),
)
