"""Noun → who stands around it: possessor, compound, "of", "by", whom it describes, and the verb that carries it.

"Acme's chairman, Ann Lee", "Acme chairman Ann Lee", "Ann Lee, chairman of Acme", "Ann Lee is Acme's chairman", "Ann Lee
was named chairman of Acme" all say: possessor Acme, described Ann Lee.
"""

from spacy.tokens import Token

from extract.patterns import tree

_COPULAS = frozenset({"be", "become", "remain", "stay", "seem"})
_POST = frozenset({"post", "position", "job", "role", "office", "title", "seat", "chair"})
_APPOINT = frozenset("name appoint elect make promote elevate choose pick".split())
_REPLACE = frozenset({"replace", "succeed"})
_SERVE = frozenset(
    """serve work act continue spend stay remain begin start end resign retire return finish join leave quit take rejoin
    run head lead represent enter found have step""".split()
)


def possessors(noun: Token) -> list[Token]:
    """ "Acme's", "its", "whose"; a second noun shares the first's ("Acme's founder and chairman")."""
    for child in noun.children:
        if child.dep_ == "poss":
            return tree.conjuncts(child)
    if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN") and not _has_own(noun):
        return possessors(noun.head)
    if noun.dep_ in ("compound", "nmod") and noun.head.pos_ in ("NOUN", "PROPN"):
        return [child for child in noun.head.children if child.dep_ == "poss" and child.i < noun.i]
    return []


def _begins_anew(noun: Token) -> bool:
    """ "a trader and a member of Acme": the second noun keeps its "of" to itself."""
    return any(child.dep_ == "det" or child.lower_ in ("former", "then") for child in noun.children)


def _has_own(noun: Token) -> bool:
    return any(child.dep_ in ("prep", "poss", "det") for child in noun.children)


def compounds(noun: Token) -> list[Token]:
    """Words that stand right before the noun in its phrase: "Acme" of "Acme chairman", "Leeds" of "Leeds firm"."""
    found = [child for child in noun.children if child.i < noun.i and child.dep_ in ("compound", "nmod", "amod")]
    if noun.dep_ in ("compound", "nmod") and noun.head.pos_ in ("NOUN", "PROPN"):
        found += [
            child for child in noun.head.children if child.i < noun.i and child.dep_ in ("compound", "nmod", "amod")
        ]
    if not found and noun.dep_ == "conj" and not _has_own(noun):
        found = compounds(noun.head)
    return found


def after(noun: Token, preposition: str) -> list[Token]:
    """What "of", "by", "from", … after the noun govern; "chairman and chief executive of Acme" share theirs."""
    found = [
        one
        for child in noun.children
        if child.dep_ in tree.PREPOSITIONS and child.lower_ == preposition
        for one in tree.governed(child)
    ]
    if found:
        return found
    for child in noun.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN") and not _begins_anew(child):
            found = after(child, preposition)
            if found:
                return found
    if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN") and not _has_own(noun):
        return [
            one
            for child in noun.head.children
            if child.dep_ in tree.PREPOSITIONS and child.lower_ == preposition and child.i > noun.i
            for one in tree.governed(child)
        ]
    return []


def described(noun: Token, depth: int = 0) -> list[Token]:
    """Whom the noun describes: copula, appointment, "as", apposition either way, name after it."""
    head, dep = noun.head, noun.dep_
    if dep in ("attr", "npadvmod") and head.lemma_ in _COPULAS and noun.i > head.i:
        return tree.surface_subjects(head)
    if dep == "oprd" or (dep == "dobj" and head.lemma_ in _APPOINT):
        inside = [child for child in noun.children if child.pos_ == "PROPN" and child.dep_ in ("compound", "nmod")]
        return inside[-1:] if inside and dep == "dobj" else inside[-1:] + _named(head)
    if dep == "dobj" and head.lemma_ == "become":
        return tree.surface_subjects(head)
    if dep == "pobj":
        found = _as(noun, head)
        if found:
            return found
    found = []
    for child in noun.children:
        if child.dep_ == "appos" and child.i > noun.i:
            found += tree.conjuncts(child)
    if found or depth > 3:
        return found
    if dep == "appos":
        above = described(head, depth + 1) if head.pos_ == "NOUN" else []
        return [head, *([head.head] if head.dep_ == "appos" else []), *above]
    if dep in ("compound", "nmod", "amod") and head.i > noun.i:
        return tree.conjuncts(head)
    if dep == "npadvmod" and head.i < noun.i:
        return [head]
    if dep == "nsubj" and head.lemma_ in _COPULAS:
        return [
            one for child in head.children if child.dep_ == "attr" and child.i > head.i for one in tree.conjuncts(child)
        ]
    if dep == "conj" and head.pos_ in ("NOUN", "PROPN", "ADJ"):
        if head.pos_ == "PROPN" and head.i + 1 < len(head.doc) and head.nbor().text == ",":
            return [head]
        return described(head, depth + 1)
    return found


def _named(verb: Token) -> list[Token]:
    """ "was named chairman", "named Lee chairman", "Lee serves as chairman", "Lee replaced Ray as chairman" → Lee."""
    if verb.lemma_ in _REPLACE:
        return tree.subjects(verb)
    direct = [child for child in verb.children if child.dep_ == "dobj"]
    if direct and not tree.is_passive(verb) and verb.lemma_ not in _SERVE:
        return [one for token in direct for one in tree.conjuncts(token)]
    inner = [child for child in verb.children if child.dep_ == "nsubj" and child.i > verb.i]
    return inner or tree.surface_subjects(verb)


def _as(noun: Token, preposition: Token) -> list[Token]:
    """ "hired Lee as chairman", "promoted Lee to chairman", "took the post of chairman"."""
    outer = preposition.head
    if preposition.lower_ == "as" or (preposition.lower_ == "to" and outer.lemma_ in _APPOINT):
        if tree.is_verb(outer):
            return _named(outer)
        if outer.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj") and outer.pos_ in ("PROPN", "PRON"):
            return [outer]
        if outer.dep_ == "dobj" and tree.is_verb(outer.head):
            return tree.subjects(outer.head)
    if preposition.lower_ == "of" and outer.lemma_ in _POST and outer.dep_ == "dobj":
        return tree.surface_subjects(outer.head)
    return []


def around(noun: Token) -> list[Token]:
    """The parties of the verb that gives the post: "Acme hired Lee as chairman", "at Acme, where he was chairman"."""
    top, steps = noun, 0
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN") and steps < 4:
        top, steps = top.head, steps + 1
    verb = top.head
    if top.dep_ == "pobj" and (verb.lower_ == "as" or (verb.lower_ == "to" and verb.head.lemma_ in _APPOINT)):
        verb = verb.head
        if not tree.is_verb(verb):
            verb = verb.head
    elif top.dep_ not in ("attr", "oprd", "npadvmod") and not (top.dep_ == "dobj" and verb.lemma_ in _APPOINT):
        return []
    if not tree.is_verb(verb):
        return []
    where = [child for child in verb.children if child.lower_ == "where"]
    found = where + tree.objects(verb) + tree.subjects(verb)
    for preposition in ("at", "from", "of", "for", "by", "with"):
        found += tree.preposed(verb, preposition)
    return found


_RAISED = frozenset("raise secure close receive get obtain complete announce net land collect win borrow".split())


def raiser(participle: Token) -> list[Token]:
    """Whose round it is: "Acme raised $5m in a round led by ..." → Acme; "Acme's round, led by ..." → Acme."""
    noun = participle.head
    if participle.dep_ not in ("acl", "relcl") or noun.pos_ not in ("NOUN", "NUM", "PROPN", "SYM"):
        return []
    found = possessors(noun) + after(noun, "for")
    if found:
        return found
    top, steps = noun, 0
    while not tree.is_verb(top) and steps < 5 and top.head.i != top.i:
        top, steps = top.head, steps + 1
    return tree.subjects(top) if top.lemma_ in _RAISED else []


def carrier(noun: Token) -> Token | None:
    """The verb whose object the noun is: "took" of "took a stake", "filed" of "a suit was filed"."""
    top, steps = noun, 0
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN") and steps < 4:
        top, steps = top.head, steps + 1
    head = top.head
    if top.dep_ == "dobj" and tree.is_verb(head):
        return head
    if top.dep_ in ("nsubjpass", "nsubj") and tree.is_verb(head) and tree.is_passive(head):
        return head
    if top.dep_ == "pobj" and head.lower_ in ("into", "on") and head.head.lemma_ in _ENTER:
        return head.head
    for child in noun.children:
        clause = child.dep_ in ("relcl", "acl") and tree.is_verb(child)
        if clause and (noun in tree.objects(child) or child.lemma_ in _SEND):
            return child
    return None


_SEND = frozenset({"send", "write", "forward", "address"})
"""In "an e-mail he sent Lee" Lee stands where the object would."""


_ENTER = frozenset("enter agree embark work go get close".split())


def above(noun: Token) -> Token | None:
    """The nearest verb that the noun hangs under: "said" of "said in an e-mail to staff"."""
    token, steps = noun, 0
    while steps < 5 and token.head.i != token.i:
        token, steps = token.head, steps + 1
        if tree.is_verb(token):
            return token
    return None
