"""OWNS: who holds a body or a stake in it, or is its parent."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import Rule, beside, fill, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair, filled

_STAKES = frozenset(
    "stake share holding interest stock shareholding third quarter half % percent cent pct fifth tenth percentage "
    "minority majority rest remainder slice chunk sliver equity".split()
)
_HOLD = frozenset(
    """own hold have control keep retain buy acquire take sell build raise increase purchase get possess amass inherit
    receive cut reduce unload dump secure boast win command give leave swap accumulate""".split()
) | {"snap up", "pick up"}
_OWNERS = frozenset(
    "owner co-owner holder shareholder stockholder stakeholder proprietor parent landlady co-proprietor".split()
)
_UNITS = frozenset("subsidiary unit arm division affiliate offshoot brand".split())
_OWNED = frozenset(
    """company firm restaurant shop brewery newspaper magazine business agency studio label fund chain group hotel club
    farm vehicle empire family-office factory dealership yard shipyard practice consultancy distillery winery vineyard
    stable mill mine team bookshop gallery bakery salon outfit concern conglomerate holding venture""".split()
)
_MIXED = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})


_PARTS = frozenset({"%", "percent", "cent", "pct", "stake", "share", "holding", "shareholding"})
_HELD = frozenset({"own", "hold", "have", "keep", "retain", "control"})


def _implied_stake(sight: View, token: Token) -> Iterator[Pair]:
    """ "The fund holds 15 per cent" in a story of Acme."""
    if any(filled(sight, token, place) for place in ("in", "of", "comp", "v.in", "v.of", "v.where")):
        return
    if token.lemma_ not in ("%", "percent", "cent", "pct") and not any(c.pos_ == "NUM" for c in token.subtree):
        return
    if any(child.dep_ == "prep" and child.lower_ == "of" for child in token.children):
        return
    for owner in filled(sight, token, "v.subj"):
        body = beside.spoken_of(sight, token.i, frozenset(owner.entities))
        if body is not None:
            yield owner, body


def _counted(sight: View, token: Token) -> Iterator[Pair]:
    """ "Acme's subsidiaries include Beta and Gamma"."""
    for units in tree.surface_subjects(token):
        if units.lemma_.lower() not in _UNITS | {"company", "business", "holding"}:
            continue
        for owner in [*filled(sight, units, "poss"), *filled(sight, units, "of")]:
            for one in tree.objects(token):
                for unit in fill.mentions(sight, one):
                    if beside.is_body(sight, unit):
                        yield owner, unit


_CHIEF = frozenset("largest biggest main majority principal controlling sole second-largest leading top".split())


def _implied_owner(sight: View, token: Token) -> Iterator[Pair]:
    """ "Ann Lee, the main shareholder" in a story of Acme."""
    if token.dep_ == "poss" or any(filled(sight, token, place) for place in ("poss", "of", "comp", "in")):
        return
    for owner in filled(sight, token, "described"):
        body = beside.spoken_of(sight, token.i, frozenset(owner.entities))
        if body is not None and owner.kind == "name":
            yield owner, body


def _no_parent(sight: View, token: Token) -> bool:
    """ "its parent company" owns, and is not owned."""
    return not {child.lower_ for child in token.children} & {"parent", "sister", "old", "rival", "partner"}


def _its_unit(sight: View, token: Token) -> Iterator[Pair]:
    """ "its workshops", said of a body; "her company" may be the one she works for."""
    for owner in filled(sight, token, "poss"):
        if beside.is_body(sight, owner):
            for unit in filled(sight, token, "self"):
                if beside.is_body(sight, unit):
                    yield owner, unit


def _owners_body(sight: View, token: Token) -> Iterator[Pair]:
    """ "Ann Lee's Acme", "Lee, whose Lee Sports ..."."""
    body = sight.ending.get(token.i)
    span = None if body is None else sight.span(body)
    if body is None or span is None or body.kind != "name" or not body.text[:1].isupper():
        return
    for child in span.root.children:
        if child.dep_ == "poss" and child.i < span.start:
            for owner in fill.mentions(sight, child):
                if sight.type_of(owner) != "Place":
                    yield owner, body


def _parent(sight: View, token: Token) -> bool:
    return any(child.lower_ == "parent" for child in token.children)


def _owned_by(sight: View, token: Token) -> Iterator[Pair]:
    """ "the Acme-owned chain Beta"."""
    if token.i < 2 or token.nbor(-1).text not in "-–‑":
        return
    owner = sight.ending.get(token.i - 2)
    if owner is None:
        return
    for one in fill.mentions(sight, token.head):
        if one.entities != owner.entities and beside.is_body(sight, one):
            yield owner, one


RULES = (
    Rule(
        "OWNS",
        "verb",
        frozenset({"own", "co-own", "control"}),
        "subj",
        "obj",
        example="[Acme|Company|s] owns [Beta|Company|o].",
        negatives=("[Acme|Company] owns the house that [Beta|Company] built.",),
    ),
    Rule(
        "OWNS",
        "belong",
        frozenset({"belong"}),
        "to",
        "subj",
        example="[Beta|Company|o] belongs to [Acme|Company|s].",
        negatives=("[Beta|Company] belongs with [Acme|Company].",),
    ),
    Rule(
        "OWNS",
        "stake",
        _STAKES,
        "v.subj",
        "in|of|comp|v.in|v.of|v.where",
        part=_MIXED,
        light=_HOLD,
        example="[Ann Lee|Person|s] took a 20 per cent stake in [Beta|Company|o].",
        negatives=("[Ann Lee|Person] took no part in the fight at [Beta|Company].",),
    ),
    Rule(
        "OWNS",
        "implied-stake",
        _PARTS,
        part=frozenset({"NOUN", "PROPN", "NUM", "ADJ", "X"}),
        light=_HELD,
        shape=_implied_stake,
        example="[Beta|Company|o] has grown. [Ann Lee|Person|s] holds 20 per cent.",
        negatives=("[Beta|Company] has grown. [Ann Lee|Person] wants 20 per cent.",),
    ),
    Rule(
        "OWNS",
        "stake-of",
        _STAKES,
        "poss|by|of",
        "in",
        part=NOUN,
        example="[Ann Lee|Person|s]'s stake in [Beta|Company|o] is small.",
        negatives=("[Ann Lee|Person]'s work at [Beta|Company] is small.",),
    ),
    Rule(
        "OWNS",
        "owner",
        _OWNERS,
        "self|described",
        "poss|of|comp|in",
        part=NOUN,
        example="[Ann Lee|Person|s], the owner of [Beta|Company|o], resigned.",
        negatives=("[Ann Lee|Person] met the owner of the house near [Beta|Company].",),
    ),
    Rule(
        "OWNS",
        "with-stake",
        _PARTS | {"third", "quarter", "half"},
        "head|up.subj",
        "of*|in*",
        part=frozenset({"NOUN", "PROPN", "NUM", "ADJ", "X"}),
        check=lambda sight, token: token.dep_ == "pobj" and token.head.lower_ == "with",
        example="[Ann Lee|Person|s], with 20 per cent of [Beta|Company|o]'s shares, said no.",
        negatives=("[Ann Lee|Person], with friends of [Beta|Company]'s founder, said no.",),
    ),
    Rule(
        "OWNS",
        "include",
        frozenset({"include", "comprise"}),
        shape=_counted,
        example="[Acme|Company|s]'s subsidiaries include [Beta|Company|o] and [Gamma|Company|o].",
        negatives=("[Acme|Company]'s customers include [Beta|Company] and [Gamma|Company].",),
    ),
    Rule(
        "OWNS",
        "implied-owner",
        _OWNERS - {"parent"},
        part=NOUN,
        check=lambda sight, token: any(child.lower_ in _CHIEF for child in token.children),
        shape=_implied_owner,
        example="[Beta|Company|o] has grown. [Ann Lee|Person|s], the main shareholder, left.",
        negatives=("[Beta|Company] has grown. [Ann Lee|Person], the main speaker, left.",),
    ),
    Rule(
        "OWNS",
        "subsidiary",
        _UNITS,
        "poss|of|comp",
        "self|described|comp",
        part=NOUN,
        example="[Beta|Company|o], a subsidiary of [Acme|Company|s], closed.",
        negatives=("[Beta|Company], a unit of length, closed.",),
    ),
    Rule(
        "OWNS",
        "his-company",
        _OWNED,
        "poss|of",
        "described",
        part=NOUN,
        check=_no_parent,
        example="[Ann Lee|Person|s]'s company, [Beta|Company|o], closed.",
        negatives=("[Ann Lee|Person] said the company, [Beta|Company], closed.",),
    ),
    Rule(
        "OWNS",
        "its-unit",
        _OWNED | {"workshop", "lab", "laboratory", "venture", "airline", "paper", "insurer", "lender", "carrier"},
        part=NOUN,
        check=_no_parent,
        shape=_its_unit,
        example="[Acme|Company|s] will sell [its|Company=Acme] [workshops|Company=Beta Works|o].",
        negatives=("[Ann Lee|Person] will sell [her|Person=Ann Lee] [workshops|Company=Beta Works].",),
    ),
    Rule(
        "OWNS",
        "parent-company",
        frozenset({"company", "firm", "group", "concern", "body"}),
        "self|described",
        "poss|of",
        part=NOUN,
        check=_parent,
        example="[Beta|Company|o]'s parent company, [Acme|Company|s], closed.",
        negatives=("[Beta|Company]'s company, [Acme|Company], closed.",),
    ),
    Rule(
        "OWNS",
        "sell",
        frozenset({"sell", "offload", "divest"}),
        "subj",
        "obj",
        example="[Acme|Company|s] sold [Beta|Company|o] in 2012.",
        negatives=("[Acme|Company] sold shoes to [Beta|Company].",),
    ),
    Rule(
        "OWNS",
        "bought-from",
        frozenset({"buy", "acquire", "purchase", "take over"}),
        "from",
        "obj",
        example="[Acme|Company] bought [Beta|Company|o] from [Gamma|Company|s].",
        negatives=("[Acme|Company] bought [Beta|Company] in May.",),
    ),
    Rule(
        "OWNS",
        "owned",
        frozenset({"own", "owned"}),
        part=frozenset({"VERB", "ADJ"}),
        shape=_owned_by,
        example="He runs the [Acme|Company|s]-owned chain [Beta|Company|o].",
        negatives=("He runs the [Acme|Company]-sized chain [Beta|Company].",),
    ),
    Rule(
        "OWNS",
        "owner's",
        frozenset(),
        at="Organization",
        shape=_owners_body,
        example="He was fired by [Ann Lee|Person|s]'s [Beta|Company|o].",
        negatives=("He was fired by [Ann Lee|Person] of [Beta|Company].",),
    ),
    Rule(
        "OWNS",
        "part-of",
        frozenset({"part"}),
        "of",
        "described",
        part=NOUN,
        example="[Beta|Company|o] is part of [Acme|Company|s].",
        negatives=("[Beta|Company] took part in it with [Acme|Company].",),
    ),
)
