"""Verb → its logical subject and object, however the clause is built.

"Lee founded Acme", "Acme was founded by Lee", "Acme, founded by Lee", "Lee, who founded Acme", "Lee agreed to found
Acme", "the firm Lee founded" all give (Lee, Acme). Everything here works on tokens alone, without mentions.
"""

from collections.abc import Iterator

from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_PARTICIPLES = frozenset({"acl", "advcl", "amod", "relcl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})
_WIDE_CONTROL = frozenset({"promise", "threaten", "vow", "pledge"})
"""Verbs whose subject, not object, does what the infinitive says ("promised Lee to buy Acme")."""
_OBJECT_PURPOSE = frozenset("hire lure recruit poach bring send appoint name pick choose tap recall engage".split())
"""Verbs whose object does what "to ..." says ("hired Lee to run Acme")."""
_DEPTH = 6
PREPOSITIONS = frozenset({"prep", "agent", "dative"})


def is_verb(token: Token) -> bool:
    """A verb, or an auxiliary that stands for one."""
    return token.pos_ in ("VERB", "AUX")


def is_passive(verb: Token) -> bool:
    """ "was founded", "founded by", "Acme, founded in 2015, ..."; a participle with an object of its own is active."""
    direct = False
    for child in verb.children:
        if child.dep_ in ("auxpass", "nsubjpass", "agent"):
            return True
        if child.dep_ == "dobj" or (child.dep_ == "aux" and child.lemma_ == "have") or child.dep_ == "nsubj":
            direct = True
    if direct or verb.tag_ != "VBN":
        return False
    if verb.dep_ in _PARTICIPLES:
        return True
    return verb.dep_ == "conj" and is_verb(verb.head) and is_passive(verb.head)


def subjects(verb: Token) -> list[Token]:
    """Who does it: the subject, or the agent of a passive."""
    return agents(verb) if is_passive(verb) else surface_subjects(verb)


def objects(verb: Token) -> list[Token]:
    """Whom it is done to: the object, the subject of a passive, or the gap of a relative clause."""
    direct = [child for child in verb.children if child.dep_ == "dobj"]
    if direct:
        return [one for token in direct for one in conjuncts(token)]
    if is_passive(verb):
        return surface_subjects(verb)
    shared = [c for c in verb.children if c.dep_ == "conj" and is_verb(c) and not has_subject(c)]
    if shared and _closely_joined(verb, shared[0]):
        return objects(shared[0])
    gap = _gap(verb)
    return [] if gap is None else [gap]


def receivers(verb: Token) -> list[Token]:
    """Who gets it: "gave Lee money", "gave money to Lee", "Lee was given money"."""
    found = [child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP"]
    if not found and is_passive(verb) and any(child.dep_ == "dobj" for child in verb.children):
        return surface_subjects(verb)
    return [one for token in found for one in conjuncts(token)]


def agents(verb: Token) -> list[Token]:
    """ "by Lee and Ray" of a passive."""
    found = [
        inner
        for child in verb.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lemma_ == "by")
        for inner in child.children
        if inner.dep_ == "pobj"
    ]
    return [one for token in found for one in conjuncts(token)]


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subject; an infinitive's or participle's is found where grammar puts it."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own:
        return [one for token in own for one in conjuncts(token)]
    if depth > _DEPTH:
        return []
    head, dep = verb.head, verb.dep_
    if dep == "conj" and is_verb(head):
        return surface_subjects(head, depth + 1)
    if dep in ("xcomp", "ccomp") and is_verb(head):
        if head.lemma_ not in _WIDE_CONTROL and not is_passive(head):
            controlled = [child for child in head.children if child.dep_ == "dobj" and child.i < verb.i]
            if controlled and not (dep == "ccomp" and has_subject(verb)):
                return [one for token in controlled for one in conjuncts(token)]
        return surface_subjects(head, depth + 1)
    if dep == "xcomp" and head.pos_ == "ADJ" and is_verb(head.head):
        return surface_subjects(head.head, depth + 1)
    if dep == "advcl" and is_verb(head):
        if head.lemma_ in _OBJECT_PURPOSE and not is_passive(head) and any(c.lower_ == "to" for c in verb.lefts):
            return objects(head)
        return surface_subjects(head, depth + 1)
    if dep in ("acl", "relcl", "amod") and head.pos_ in _NOMINAL:
        return _noun_subject(verb, head, depth)
    if dep == "pcomp":
        outer = head.head
        if is_verb(outer):
            return surface_subjects(outer, depth + 1)
        if outer.pos_ == "NOUN":
            return _bearers(outer, depth)
        if outer.pos_ == "ADP" and is_verb(outer.head):
            return surface_subjects(outer.head, depth + 1)
    return []


def _noun_subject(verb: Token, noun: Token, depth: int) -> list[Token]:
    """ "a fund backing Acme" → fund; "Lee's plan to buy Acme", "Lee has plans to buy Acme" → Lee."""
    if any(child.dep_ == "aux" and child.lemma_ == "to" for child in verb.children):
        return _bearers(noun, depth)
    return [noun]


def _bearers(noun: Token, depth: int) -> list[Token]:
    """Whose plan, bid or talks they are."""
    for child in noun.children:
        if child.dep_ == "poss":
            return conjuncts(child)
    by = [inner for child in noun.children if child.lemma_ == "by" for inner in child.children if inner.dep_ == "pobj"]
    if by:
        return conjuncts(by[0])
    if depth < _DEPTH and noun.dep_ in ("dobj", "attr", "oprd") and is_verb(noun.head):
        return surface_subjects(noun.head, depth + 1)
    if depth < _DEPTH and noun.dep_ == "pobj" and is_verb(noun.head.head):
        return surface_subjects(noun.head.head, depth + 1)
    return []


def conjuncts(token: Token) -> list[Token]:
    """ "A, B and C" → [A, B, C] from its first member."""
    found = [token]
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep_ == "conj" and child.pos_ in _NOMINAL:
            found += conjuncts(child)
        elif child.dep_ == "appos" and child.pos_ == "NOUN":
            found += [one for one in conjuncts(child)[1:] if one.pos_ == "PROPN"]
    return found


def _closely_joined(first: Token, second: Token) -> bool:
    """ "founded and ran Acme": nothing but a conjunction and adverbs between the two verbs."""
    between = first.doc[first.i + 1 : second.i]
    return len(between) <= 4 and all(t.pos_ in ("CCONJ", "ADV", "AUX", "PUNCT") or t.dep_ == "prt" for t in between)


def _gap(verb: Token) -> Token | None:
    """ "the company he founded", "the company he helped found" → company."""
    top, steps = verb, 0
    while top.dep_ in ("xcomp", "ccomp", "conj") and is_verb(top.head) and steps < 3:
        if top.dep_ != "conj" and any(child.dep_ == "dobj" for child in top.head.children):
            return None
        top, steps = top.head, steps + 1
    if top.dep_ != "relcl" or top.head.pos_ not in _NOMINAL:
        return None
    for child in top.children:
        if child.dep_ in _SUBJECTS and child.tag_ in ("WDT", "WP") and child.dep_ != "nsubjpass":
            return None
        if child.dep_ == "prep" and any(inner.tag_ in ("WDT", "WP") for inner in child.children):
            return None
        if child.tag_ == "WRB":
            return None
    return top.head


def antecedent(pronoun: Token) -> Token | None:
    """ "who", "which", "whose", "where" → the noun that the relative clause hangs on."""
    token, steps = pronoun, 0
    while steps < 8:
        if token.dep_ == "relcl":
            return token.head
        if token.head.i == token.i:
            return None
        token, steps = token.head, steps + 1
    return None


def preposed(token: Token, name: str) -> list[Token]:
    """What a preposition of the token (or of its object, or of an adverb beside it) governs; "in" of "invested in"."""
    found: list[Token] = []
    for holder in _holders(token):
        for child in holder.children:
            if child.dep_ in PREPOSITIONS and child.lower_ == name:
                found += governed(child)
    return found


def _holders(token: Token) -> Iterator[Token]:
    """The token, and what stands after it that may have taken its prepositions: object, adverb, "out" of "out of"."""
    yield token
    for child in token.children:
        if child.i < token.i:
            continue
        nested = child.dep_ == "prep" and any(inner.dep_ == "prep" for inner in child.children)
        if child.dep_ == "prep" and child.lower_ == "for":
            yield from (inner for inner in child.children if inner.dep_ == "pobj")
        if nested or child.dep_ in ("dobj", "advmod", "prt", "acomp", "oprd", "attr"):
            yield child


def governed(preposition: Token) -> list[Token]:
    """The nouns that a preposition governs; a stranded one ("the firm he invested in") reaches the relative's head."""
    found = [inner for inner in preposition.children if inner.dep_ == "pobj"]
    if found:
        return [one for token in found for one in conjuncts(token)]
    if any(inner.dep_ in ("pcomp", "prep", "amod") for inner in preposition.children):
        return []
    top = preposition.head
    steps = 0
    while top.dep_ in ("xcomp", "conj", "dobj", "ccomp") and steps < 4:
        top, steps = top.head, steps + 1
    return [top.head] if top.dep_ == "relcl" else []
