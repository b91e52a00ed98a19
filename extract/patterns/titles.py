"""Role noun → the title in the text's words: "former vice president for sales of Acme" → "vice president for sales"."""

from spacy.tokens import Token

from extract.patterns.fill import View

_DROPPED = frozenset(
    "former ex then new current longtime long-time long late old one-time onetime outgoing incoming next previous "
    "newly another other same present prior ousted disgraced embattled billionaire veteran future sometime own young "
    "popular only famous fellow present-day now once sole two three four five six several many first-ever longest "
    "serving time retired jailed fired suspended year month erstwhile celebrated flamboyant day day-old".split()
)
_JOINS = frozenset({"-", "–", "/"})
_LINKS = frozenset({"of", "for", "to", "in"})


def title(sight: View, noun: Token) -> str:
    """The noun with the words before it that tell the office, and "of …" where that is no body's name."""
    doc = noun.doc
    first = noun.i
    while first > 0 and _belongs(sight, doc[first - 1], noun):
        first -= 1
    while first < noun.i and (doc[first].lower_ in _DROPPED or doc[first].text in _JOINS):
        first += 1
    return doc[first : last(sight, noun) + 1].text


def _belongs(sight: View, token: Token, noun: Token) -> bool:
    if token.i in sight.names or (token.is_sent_start and token.pos_ == "VERB"):
        return False
    if token.text in _JOINS:
        return token.i + 1 < len(token.doc) and not token.whitespace_ and token.i > 0 and token.nbor(-1).pos_ != "PUNCT"
    if token.pos_ in ("NOUN", "ADJ", "PROPN") and token.dep_ not in ("nsubj", "dobj", "pobj", "ROOT"):
        return token.tag_ not in ("PRP$", "WP$")
    return token.pos_ == "VERB" and token.tag_ in ("VBG", "VBN") and token.dep_ in ("amod", "compound")


def last(sight: View, noun: Token) -> int:
    """The last token of "of fixed income", "for sales and marketing"; the noun itself where a body follows."""
    for child in noun.children:
        if child.i == noun.i + 1 and child.dep_ == "prep" and child.lower_ in _LINKS:
            inner = [one for one in child.children if one.dep_ == "pobj"]
            if not inner or inner[0].i in sight.names or sight.scene.mention_at(inner[0]) is not None:
                return noun.i
            if inner[0].left_edge.i in sight.names or inner[0].left_edge.tag_ in ("PRP$", "WP$"):
                return noun.i
            if any(one.dep_ == "poss" for one in inner[0].children):
                return noun.i
            end = inner[0].i
            for one in inner[0].children:
                if one.dep_ == "conj" and one.pos_ == "NOUN" and one.i - end <= 3 and one.i not in sight.names:
                    end = one.i
            return end
    return noun.i
