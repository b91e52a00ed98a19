"""COMPETES_WITH: which bodies or products are rivals."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import Rule, beside
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair, filled

_RIVALS = frozenset(
    """rival competitor arch-rival archrival counterweight challenger nemesis opponent foe adversary enemy arch-enemy
    competition contender alternative answer""".split()
)
_COMPETE = frozenset("compete vie battle contend spar tussle duel wrestle fight joust jostle slug".split())
_AGAINST = frozenset(
    {
        "go up",
        "square off",
        "face off",
        "lock horns",
        "go toe to toe",
        "go head to head",
        "square up",
        "take on",
        "line up",
        "pit",
    }
)
_MIXED = frozenset({"NOUN", "PROPN", "ADJ"})


def _implied(sight: View, token: Token) -> Iterator[Pair]:
    """ "Beta, the arch-enemy" in a story of Acme."""
    if token.tag_ in ("NNS", "NNPS"):
        return
    if any(
        sight.type_of(one) != "Place" for place in ("poss", "of", "to", "comp") for one in filled(sight, token, place)
    ):
        return
    for rival in filled(sight, token, "self") or filled(sight, token, "described"):
        body = beside.spoken_of(sight, token.i, frozenset(rival.entities))
        if body is not None and beside.is_body(sight, rival):
            yield body, rival


RULES = (
    Rule(
        "COMPETES_WITH",
        "noun",
        _RIVALS,
        "self|described",
        "poss|of|to|comp",
        part=_MIXED,
        example="[Acme|Company|s], a rival of [Beta|Company|o], closed.",
        negatives=("[Acme|Company], a unit of [Beta|Company], closed.",),
    ),
    Rule(
        "COMPETES_WITH",
        "implied",
        _RIVALS - {"competition", "alternative", "answer", "challenger", "contender"},
        part=_MIXED,
        shape=_implied,
        example="[Acme|Company|s] has grown. [Beta|Company|o], the old enemy, sued.",
        negatives=("[Acme|Company] has grown. [Beta|Company], the old landlord, sued.",),
    ),
    Rule(
        "COMPETES_WITH",
        "rivals",
        frozenset({"rival", "competitor", "arch-rival", "archrival", "foe", "enemy", "adversary"}),
        "described",
        part=_MIXED,
        among=True,
        check=lambda sight, token: token.tag_ in ("NNS", "NNPS"),
        example="[Acme|Company|s] and [Beta|Company|o] are old rivals.",
        negatives=("[Acme|Company] and [Beta|Company] are old friends.",),
    ),
    Rule(
        "COMPETES_WITH",
        "rival-name",
        frozenset({"rival", "competitor", "arch-rival"}),
        "described",
        "up.subj",
        part=_MIXED,
        check=lambda sight, token: token.dep_ in ("compound", "amod", "nmod"),
        example="[Acme|Company|o] lost ground to rival [Beta|Company|s].",
        negatives=("[Acme|Company] lost ground to brewer [Beta|Company].",),
    ),
    Rule(
        "COMPETES_WITH",
        "verb",
        _COMPETE,
        "subj",
        "with|against",
        example="[Acme|Company|s] has long competed with [Beta|Company|o].",
        negatives=("[Acme|Company] has long competed in [Beta|Company].",),
    ),
    Rule(
        "COMPETES_WITH",
        "compete-among",
        _COMPETE,
        "subj",
        among=True,
        example="[Acme|Company|s] and [Beta|Company|o] have competed for years.",
        negatives=("[Acme|Company] and [Beta|Company] have met for years.",),
    ),
    Rule(
        "COMPETES_WITH",
        "rival-verb",
        frozenset({"rival", "outsell", "undercut", "undersell"}),
        "subj",
        "obj",
        example="[Zip|Product|s] rivals [Zap|Product|o].",
        negatives=("[Zip|Product] helps [Zap|Product].",),
    ),
    Rule(
        "COMPETES_WITH",
        "against",
        _AGAINST,
        "subj",
        "obj|against|with|to",
        example="[Zip|Product|s] goes up against [Zap|Product|o].",
        negatives=("[Zip|Product] goes well with [Zap|Product].",),
    ),
    Rule(
        "COMPETES_WITH",
        "up-against",
        frozenset({"against"}),
        "up.subj",
        "governed",
        part=frozenset({"ADP"}),
        check=lambda sight, token: token.i > 0 and token.nbor(-1).lower_ == "up",
        example="[Zip|Product|s] is up against [Zap|Product|o].",
        negatives=("[Zip|Product] leans against [Zap|Product].",),
    ),
    Rule(
        "COMPETES_WITH",
        "between",
        frozenset({"rivalry", "competition", "war", "fight", "battle", "duel", "race", "feud"}),
        "between",
        part=NOUN,
        among=True,
        example="The rivalry between [Acme|Company|s] and [Beta|Company|o] is old.",
        negatives=("The wall between [Acme|Company] and [Beta|Company] is old.",),
    ),
    Rule(
        "COMPETES_WITH",
        "competition-from",
        frozenset({"competition", "rivalry", "challenge", "war", "fight", "battle"}),
        "from|with|against|v.from",
        "poss|v.subj|up.subj",
        part=NOUN,
        example="Last year [Acme|Company|o] had competition from [Beta|Company|s].",
        negatives=("[Acme|Company] faces complaints from [Beta|Company].",),
    ),
)
