"""Words around a verb or noun of saying → who says it, in the text's words."""

from spacy.tokens import Span, Token

from extract import stances as words


def particle(verb: Token) -> str:
    """`particle("turned down")` → "turn down"."""
    part = next((c.lower_ for c in verb.children if c.dep_ in ("prt", "prep", "advmod") and c.i > verb.i), "")
    return f"{verb.lemma_} {part}"


def text(token: Token) -> str:
    """The phrase under a token without its asides: "people familiar with the matter"."""
    cut = [t for c in token.children if c.dep_ in ("relcl", "appos", "punct", "cc", "conj") for t in c.subtree]
    inside = sorted({t.i for t in token.subtree} - {t.i for t in cut})
    if not inside:
        return token.text
    run = [i for i in range(inside[0], token.i + 1) if i in inside]
    after = token.i + 1
    while after in inside:
        run.append(after)
        after += 1
    return str(token.doc[run[0] : run[-1] + 1].text).strip(" ,\"“”'\n")


def speaker(verb: Token) -> str | None:
    """Who speaks: the verb's subject, or that of the verb it is joined to."""
    for one in (verb, verb.head if verb.dep_ in ("conj", "xcomp", "advcl") else verb):
        for child in one.children:
            if child.dep_ in ("nsubj", "agent"):
                token = next((c for c in child.children if c.dep_ == "pobj"), child) if child.dep_ == "agent" else child
                return text(token)
    return agent(verb)


def agent(verb: Token) -> str | None:
    """Whom a passive names after "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((text(c) for c in child.children if c.dep_ == "pobj"), None)
    return None


def owner(noun: Token) -> str | None:
    """Whose saying a noun is: "Lee's claim", "a statement by Acme"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return text(child).removesuffix("'s").removesuffix("’s")
        if child.dep_ in ("agent", "prep") and child.lower_ in ("by", "from"):
            return next((text(c) for c in child.children if c.dep_ == "pobj"), None)
    return None


def attributed(sentence: Span, token: Token) -> str | None:
    """ "According to X" anywhere in the sentence, or a speaker in brackets of commas (", the suit says,")."""
    for one in sentence:
        if one.lower_ == "according":
            to = next((c for c in one.children if c.lower_ == "to"), None)
            who = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
            if who is not None:
                return text(who)
        elif (
            one.lemma_ in words.SAY | words.ALLEGE and one.dep_ in ("parataxis", "ccomp", "ROOT") and one.pos_ == "VERB"
        ):
            if one in list(token.ancestors) or one == token:
                continue
            before = one.doc[one.i - 1].text if one.i else ""
            if one.dep_ == "parataxis" or (one.dep_ == "ccomp" and before in ',"”'):
                return speaker(one)
    return None


def one_sided(source: str) -> bool:
    """Whether a source is a party to a dispute: a suit, a complaint, prosecutors."""
    return any(
        word.lower().strip("'’,.").removesuffix("s") in words.PARTY or word.lower() in words.PARTY
        for word in source.split()
    )
