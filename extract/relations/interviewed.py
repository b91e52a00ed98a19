"""INTERVIEWED: who interviewed whom, where."""

from spacy.tokens import Token

from extract import ontology
from extract.patterns import Rule, fill, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN

_ON_AIR = frozenset("interview podcast programme program show episode broadcast conversation".split())


def _on_air(sight: View, token: Token) -> bool:
    """ "told Lee in an interview", "told Lee on Radio Sea": an interview, not a quotation."""
    for child in token.children:
        if child.dep_ != "prep":
            continue
        for one in tree.governed(child):
            if one.lemma_.lower() in _ON_AIR:
                return True
            if child.lower_ == "on":
                for mention in fill.mentions(sight, one):
                    if ontology.family(sight.type_of(mention)) in ("Product", "Organization"):
                        return True
    return False


RULES = (
    Rule(
        "INTERVIEWED",
        "verb",
        frozenset({"interview", "grill", "quiz", "host"}),
        "subj",
        "obj",
        example="[Ray Hill|Person|s] interviewed [Ann Lee|Person|o].",
        negatives=("[Ray Hill|Person] invited [Ann Lee|Person].",),
    ),
    Rule(
        "INTERVIEWED",
        "interview",
        frozenset({"interview", "conversation"}),
        "with|by|to|v.to|v.iobj",
        "poss|of|v.subj|up.subj",
        part=NOUN,
        only="Person",
        example="In an interview with [Radio Sea|Company|s], [Ann Lee|Person|o] said no.",
        negatives=("In a duel with [Radio Sea|Company], [Ann Lee|Person] said no.",),
    ),
    Rule(
        "INTERVIEWED",
        "told",
        frozenset({"tell"}),
        "obj|iobj",
        "subj",
        check=_on_air,
        only="Person",
        example="[Ann Lee|Person|o] told [Radio Sea|Company|s] in an interview that it was over.",
        negatives=("[Ann Lee|Person] told [Radio Sea|Company] that it was over.",),
    ),
    Rule(
        "INTERVIEWED",
        "speak-to",
        frozenset({"speak", "talk", "open up"}),
        "to",
        "subj",
        only="Person",
        check=_on_air,
        example="[Ann Lee|Person|o] spoke to [Ray Hill|Person|s] in an interview on Monday.",
        negatives=("[Ann Lee|Person] spoke to [Ray Hill|Person] on Monday.",),
    ),
    Rule(
        "INTERVIEWED",
        "guest",
        frozenset({"guest"}),
        "on|of|poss",
        "described|self",
        part=NOUN,
        only="Person",
        example="[Ann Lee|Person|o] was a guest on [Sea Talk|Product|s] in May.",
        negatives=("[Ann Lee|Person] was a guest in May.",),
    ),
    Rule(
        "INTERVIEWED",
        "sit-down",
        frozenset({"sit down"}),
        "subj",
        "with",
        only="Person",
        example="[Ray Hill|Person|s] sat down with [Ann Lee|Person|o].",
        negatives=("[Ray Hill|Person] sat down near [Ann Lee|Person].",),
    ),
)
