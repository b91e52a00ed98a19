"""INTERVIEWED: who interviewed whom, where."""

from spacy.tokens import Token

from extract import ontology
from extract.patterns import Rule, beside, fill, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN

_ON_AIR = frozenset(
    """interview podcast programme program show episode broadcast conversation stage camera air sofa microphone lunch
    coffee tea breakfast dinner drinks hour webcast livestream phone-in""".split()
)


def _on_air(sight: View, token: Token) -> bool:
    """ "told Lee in an interview", "told Lee on Radio Sea": an interview, not a quotation."""
    for name in ("in", "on", "over", "during", "for"):
        for one in tree.preposed(token, name):
            if one.lemma_.lower() in _ON_AIR:
                return True
            if name in ("on", "for"):
                for mention in fill.mentions(sight, one):
                    if ontology.family(sight.type_of(mention)) in ("Product", "Organization"):
                        return True
    return False


def _of_an_outlet(sight: View, token: Token) -> bool:
    """ "talks to Ray Hill of the Leeds Post": a reporter of a paper that is no party to the story."""
    for place in ("to", "with", "obj"):
        for one in tree.objects(token) if place == "obj" else tree.preposed(token, place):
            if one.i in sight.names:
                for links, body in beside.next_mention(sight, one.i, frozenset({"of", "the"})):
                    if links.startswith("of") and body.kind == "name" and beside.is_body(sight, body):
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
        "poss|of|v.subj|head|up.subj|up.surface",
        part=NOUN,
        only="Person",
        example="In an interview with [Radio Sea|Company|s], [Ann Lee|Person|o] said no.",
        negatives=("In a duel with [Radio Sea|Company], [Ann Lee|Person] said no.",),
    ),
    Rule(
        "INTERVIEWED",
        "with-person",
        frozenset({"interview"}),
        "poss|by",
        "with|of",
        part=NOUN,
        only="Person",
        example="[Radio Sea|Company|s]'s interview with [Ann Lee|Person|o] went out.",
        negatives=("[Radio Sea|Company]'s quarrel with [Ann Lee|Person] went out.",),
    ),
    Rule(
        "INTERVIEWED",
        "interviewed-on",
        frozenset({"interview", "grill", "quiz"}),
        "on|in",
        "obj",
        only="Person",
        check=lambda sight, token: tree.is_passive(token),
        example="[Ann Lee|Person|o] was interviewed on [Radio Sea|Company|s] last week.",
        negatives=("[Ann Lee|Person] was seen on [Radio Sea|Company] last week.",),
    ),
    Rule(
        "INTERVIEWED",
        "talk-to-reporter",
        frozenset({"speak", "talk", "open up", "chat", "tell", "sit down"}),
        "to|with|obj",
        "subj",
        only="Person",
        check=_of_an_outlet,
        example="[Ann Lee|Person|o] talks to [Ray Hill|Person|s] of the [Leeds Post|Company].",
        negatives=("[Ann Lee|Person] talks to [Ray Hill|Person].",),
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
        "on-air",
        frozenset({"have", "welcome", "meet", "question", "press", "ask", "quiz", "corner", "feature", "profile"}),
        "subj",
        "obj",
        check=_on_air,
        only="Person",
        example="[Ray Hill|Person|s] welcomed [Ann Lee|Person|o] on [Sea Talk|Product] in May.",
        negatives=("[Ray Hill|Person] welcomed [Ann Lee|Person] in May.",),
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
        check=lambda sight, token: not _of_an_outlet(sight, token),
        example="[Ray Hill|Person|s] sat down with [Ann Lee|Person|o].",
        negatives=("[Ray Hill|Person] sat down near [Ann Lee|Person].",),
    ),
)
