"""RAISED: which body took in a sum, or set out to."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import Rule, beside, nouns, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair, filled
from extract.patterns.sums import for_sum, has_sum, noun_or_verb_sum
from extract.relations import gifts

_TAKE = frozenset(
    "raise secure net land attract collect bag seek obtain amass draw garner borrow target gather solicit".split()
) | {
    "pull in", "take in", "bring in", "pick up", "scrape up", "scrape together", "scrap up", "scrap together", "mop up",
    "drum up", "rake in", "get together", "line up", "whip up", "rustle up",
}  # fmt: skip
_GET = frozenset("receive get win take want".split())
_SALES = frozenset("contract order charter settlement deal job fee fine stake share damages award".split())
_ROUNDS = frozenset(
    "round financing fundraising fundraise fund-raise series funding raise loan placement ipo offering grant issue".split()
)
_LEAD = frozenset("lead co-lead head anchor join".split())
_CLOSE = frozenset(
    """close complete finish finalise finalize announce land secure raise win obtain get receive sign negotiate conclude
    hold plan seek want""".split()
) | {"wrap up", "pull off", "take out"}


def _elided(sight: View, token: Token) -> Iterator[Pair]:
    """ "Beta raised $5 million and Acme $3 million"."""
    body = sight.ending.get(token.i)
    verb = None if body is None else gifts.verb_elided(sight, body)
    if body is not None and verb is not None and verb.lemma_ in ("raise", "collect", "secure"):
        yield body, None


def _no_sale(sight: View, token: Token) -> bool:
    """A sum that is no order, fee or fine."""
    return has_sum(sight, token) and not any(one.lemma_.lower() in _SALES for one in tree.objects(token))


def _closes_a_round(sight: View, token: Token) -> bool:
    """ "closed a $37 million Series B", "arranged a loan of $5 million"."""
    inside = [inner for one in tree.objects(token) for inner in (*one.subtree, one)]
    return has_sum(sight, token) and any(one.lemma_.lower() in _ROUNDS for one in inside)


def _implied(sight: View, token: Token) -> Iterator[Pair]:
    """ "Index led a $4.5 million round" in a story of Acme."""
    verb = nouns.carrier(token)
    if verb is None or verb.lemma_ not in _LEAD or any(filled(sight, token, place) for place in ("poss", "for", "in")):
        return
    others = frozenset(one for mention in filled(sight, token, "v.subj") for one in mention.entities)
    body = beside.spoken_of(sight, token.i, others)
    if body is not None:
        yield body, None


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
        "get",
        _GET,
        "subj",
        check=_no_sale,
        example="[Acme|Company|s] received $5 million in May.",
        negatives=("[Acme|Company] received a $5 million order in May.",),
    ),
    Rule(
        "RAISED",
        "elided",
        frozenset(),
        at="Organization",
        shape=_elided,
        example="[Beta|Company] raised $5 million and [Acme|Company|s] $3 million.",
        negatives=("[Beta|Company] raised $5 million and [Acme|Company] closed.",),
    ),
    Rule(
        "RAISED",
        "look-for",
        frozenset({"look", "ask", "appeal", "hope", "aim", "tap"}),
        "subj",
        check=for_sum,
        example="[Acme|Company|s] is looking for $5 million by spring.",
        negatives=("[Acme|Company] is looking for a ship by spring.",),
    ),
    Rule(
        "RAISED",
        "close",
        frozenset({"close", "complete", "finish", "announce", "wrap up", "conclude", "arrange"}),
        "subj",
        check=_closes_a_round,
        example="[Acme|Company|s] has closed a $30 million seed round.",
        negatives=("[Acme|Company] has closed a $30 million plant.",),
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
        "implied",
        _ROUNDS,
        part=NOUN,
        check=noun_or_verb_sum,
        shape=_implied,
        example="[Acme|Company|s] has grown. [Beta|Company] led a $5 million round.",
        negatives=("[Acme|Company] has grown. [Beta|Company] led the search.",),
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
