"""FUNDED: who gave money to whom."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract import ontology
from extract.patterns import Rule, beside, fill, nouns, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair, filled
from extract.patterns.sums import GIFTS, has_gift, has_sum, noun_sum

_BACK = frozenset(
    "fund finance back bankroll sponsor endow subsidise subsidize co-fund seed underwrite co-finance".split()
)
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
_TRADE = frozenset("buy sell purchase acquire order pay owe want seek ask steal".split())
_ROUNDS = frozenset("round financing investment funding raise tranche extension series syndicate injection".split())
_LEAD = frozenset("lead join back co-lead anchor head finance".split()) | {"take part"}
_BACKERS = frozenset("investor backer funder donor sponsor benefactor lender financier patron paymaster angel".split())
_ADD = frozenset({"add", "contribute", "supply", "write", "put in", "put up", "put down", "chip in", "kick in"}) | {
    "pitch in", "come in", "stump up", "cough up", "invest", "give", "lend", "provide", "pledge", "commit", "donate", "advance",
}  # fmt: skip
_MIXED = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "SYM", "X"})


def _implied(sight: View, token: Token) -> Iterator[Pair]:
    """ "Index put in $5 million" in a story of Acme's round."""
    if any(filled(sight, token, place) for place in ("in", "into", "to", "behind", "for")) or tree.receivers(token):
        return
    for subject in filled(sight, token, "subj"):
        body = beside.spoken_of(sight, token.i, frozenset(subject.entities))
        if body is not None and sight.type_of(subject) != "Place":
            yield subject, body


def _from_alone(sight: View, token: Token) -> Iterator[Pair]:
    """ "A further $5 million from Index", "with participation from Index" in a story of Acme."""
    money = token.i in sight.money or noun_sum(sight, token) or token.lemma_ == "participation"
    if not money or any(filled(sight, token, place) for place in ("to", "for", "in")):
        return
    verb = nouns.carrier(token)
    if verb is not None and (filled(sight, token, "v.subj") or verb.lemma_ in _TRADE):
        return
    givers = filled(sight, token, "from") or filled(sight, token, "by")
    but = frozenset(one for giver in givers for one in giver.entities)
    body = beside.spoken_of(sight, token.i, but)
    for giver in givers:
        if body is not None and sight.type_of(giver) != "Place":
            yield giver, body


def _led_by(sight: View, token: Token) -> Iterator[Pair]:
    """ "The financing was led by Index" in a story of Acme."""
    rounds = [one for one in tree.surface_subjects(token) if one.lemma_ in _ROUNDS]
    if not rounds or not tree.is_passive(token):
        return
    givers = filled(sight, token, "agent") or filled(sight, token, "by")
    own = [body for one in nouns.possessors(rounds[0]) for body in fill.mentions(sight, one)]
    body = own[0] if own else beside.spoken_of(sight, token.i, frozenset(e for g in givers for e in g.entities))
    for giver in givers:
        if body is not None:
            yield giver, body


def _given_by(sight: View, token: Token) -> Iterator[Pair]:
    """ "with $60 million pledged by Index", "a loan provided by the bank" in a story of Acme."""
    noun = token.head
    if token.dep_ != "acl" or not tree.is_passive(token):
        return
    if noun.lemma_.lower() not in GIFTS and noun.i not in sight.money:
        return
    givers = filled(sight, token, "subj")
    bearer = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else noun
    places = ("to", "iobj") if filled(sight, token, "to") else ()
    found = [one for place in places for one in filled(sight, token, place)] or (
        fill.mentions(sight, bearer) if bearer.i != noun.i and not tree.is_verb(bearer) else []
    )
    body = beside.spoken_of(sight, token.i, frozenset(e for giver in givers for e in giver.entities))
    for giver in givers:
        for taker in found or ([body] if body is not None else []):
            yield giver, taker


def _came_from(sight: View, token: Token) -> Iterator[Pair]:
    """ "The money came from Index" in a story of Acme."""
    sums = [
        one
        for one in tree.surface_subjects(token)
        if one.lemma_.lower() in GIFTS | {"sum", "rest", "balance", "half", "total"} or one.i in sight.money
    ]
    if not sums:
        return
    givers = filled(sight, token, "from")
    body = beside.spoken_of(sight, token.i, frozenset(e for giver in givers for e in giver.entities))
    for giver in givers:
        if body is not None and sight.type_of(giver) != "Place":
            yield giver, body


def _new_shares(sight: View, token: Token) -> Iterator[Pair]:
    """ "paid $90 million for new shares", "will buy new shares in Acme"."""
    if not any(child.lower_ in ("new", "fresh", "preferred", "convertible") for child in token.children):
        return
    named = [one for place in ("in", "of", "comp", "poss") for one in filled(sight, token, place)]
    for buyer in filled(sight, token, "up.subj"):
        body = beside.spoken_of(sight, token.i, frozenset(buyer.entities))
        for issuer in named or ([body] if body is not None else []):
            if ontology.family(sight.type_of(issuer)) == "Organization":
                yield buyer, issuer


def _led(sight: View, token: Token) -> Iterator[Pair]:
    """ "Index led a $4.5 million round" in a story of Acme."""
    if any(filled(sight, token, place) for place in ("poss", "in", "for", "of", "into")):
        return
    for subject in filled(sight, token, "v.subj"):
        body = beside.spoken_of(sight, token.i, frozenset(subject.entities))
        if body is not None:
            yield subject, body


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
        _ROUNDS,
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
        shape=_implied,
        example="[Beta|Company|o] has closed a round. [Acme|Company|s] put in $5 million.",
        negatives=("[Beta|Company] has closed a round. [Acme|Company] put in a word.",),
    ),
    Rule(
        "FUNDED",
        "implied-round",
        _ROUNDS,
        part=NOUN,
        light=_LEAD,
        shape=_led,
        example="[Beta|Company|o] has grown. [Acme|Company|s] led a $5 million round.",
        negatives=("[Beta|Company] has grown. [Acme|Company] led the search.",),
    ),
    Rule(
        "FUNDED",
        "from-alone",
        _GIFTS | _SUMS | {"participation", "$", "£", "€"},
        part=_MIXED,
        shape=_from_alone,
        example="[Beta|Company|o] has closed a round. A further $5 million from [Acme|Company|s] is to follow.",
        negatives=("[Beta|Company] has closed a round. A letter from [Acme|Company] is to follow.",),
    ),
    Rule(
        "FUNDED",
        "given-by",
        _GIVE | _LEND | {"arrange", "raise", "invest", "put in"},
        shape=_given_by,
        example="[Beta|Company|o] has grown with a loan provided by [Acme|Company|s].",
        negatives=("[Beta|Company] has grown with a tune provided by [Acme|Company].",),
    ),
    Rule(
        "FUNDED",
        "came-from",
        frozenset({"come", "stem"}),
        shape=_came_from,
        example="[Beta|Company|o] has grown. The money came from [Acme|Company|s].",
        negatives=("[Beta|Company] has grown. The shoes came from [Acme|Company].",),
    ),
    Rule(
        "FUNDED",
        "new-shares",
        frozenset({"share", "stock"}),
        part=NOUN,
        shape=_new_shares,
        example="[Acme|Company|s] paid $5 million for new shares in [Beta|Company|o].",
        negatives=("[Acme|Company] paid $5 million for old shares in [Beta|Company].",),
    ),
    Rule(
        "FUNDED",
        "round-led-by",
        frozenset({"lead", "co-lead", "anchor", "head"}),
        shape=_led_by,
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
