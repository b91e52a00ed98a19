"""Whether money is what a verb or a noun is about: "gave Acme $5 million" yes, "gave Acme the job" no."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import nouns, tree
from extract.patterns.fill import View

GIFTS = frozenset(
    """investment grant donation loan gift funding backing cheque check money financing sponsorship credit contribution
    cash bequest advance capital million billion m bn crore lakh mln prize commitment award infusion subsidy euro pound
    dollar fund endowment legacy facility overdraft mortgage stipend bursary scholarship fellowship injection equity
    seed tranche bailout lifeline debt""".split()
)
"""Nouns that are money given."""


def has_sum(sight: View, verb: Token) -> bool:
    """A sum is the verb's object, or hangs on its object ("a cheque for $5 million", "a $3m round")."""
    return any(_within(sight, token) for token in _objects(verb))


def has_price(sight: View, verb: Token) -> bool:
    """A price is the verb's object: a sum, "$2.60 a share", "a single pound"."""
    return has_sum(sight, verb) or any(
        token.lemma_.lower() in ("pound", "dollar", "euro", "share", "sum", "price", "fortune", "million", "billion")
        or any(child.text in "$£€¥" for child in token.children)
        for token in _objects(verb)
    )


def for_sum(sight: View, verb: Token) -> bool:
    """ "for $5 million" hangs on the verb or its object."""
    return any(one.i in sight.money or _within(sight, one) for one in tree.preposed(verb, "for"))


def has_gift(sight: View, verb: Token) -> bool:
    """A sum or a noun for money given is the verb's object."""
    return any(token.lemma_.lower() in GIFTS or _within(sight, token) for token in _objects(verb))


def noun_sum(sight: View, noun: Token) -> bool:
    """A sum stands in the noun's phrase: "$30m round", "loan of $5m"."""
    return _within(sight, noun)


def noun_or_verb_sum(sight: View, token: Token) -> bool:
    """A sum in the noun's phrase, or beside it under the verb that carries it."""
    if _within(sight, token):
        return True
    verb = nouns.carrier(token)
    return verb is not None and has_sum(sight, verb)


def _objects(verb: Token) -> Iterator[Token]:
    yield from tree.objects(verb)
    for child in verb.children:
        if child.dep_ in ("npadvmod", "dative", "nmod", "advmod", "oprd", "attr", "ccomp", "dep") and child.i > verb.i:
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from tree.governed(child)


def _within(sight: View, token: Token) -> bool:
    if token.i in sight.money:
        return True
    return any(index in sight.money for index in range(token.left_edge.i, token.i)) or any(
        inner.i in sight.money
        for child in token.children
        if child.i > token.i
        and (child.dep_ == "appos" or child.lower_ in ("of", "for", "worth", "totaling", "totalling"))
        for inner in (child, *child.children)
    )
