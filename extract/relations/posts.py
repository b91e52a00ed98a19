"""How English sets a person, an office and a body beside each other: the shapes of HELD_ROLE that no clause has."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import beside, fill, titles, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair, Qualified, filled, tokens_at
from extract.records import Mention
from extract.relations.words import BENCH, HIRES, ROLES

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_LINKS = frozenset(
    {",", "(", "|", "/", "of", "at", "from", "with", "formerly", "previously", "late", "now", "then", "\n"}
)
_COURTS = frozenset({"court", "tribunal", "courts"})


def title_of(sight: View, token: Token, subject: Mention, target: Mention | None) -> Iterator[Qualified]:
    """The office in the text's words."""
    yield {"title": titles.title(sight, token)}


def headship(sight: View, token: Token, subject: Mention, target: Mention | None) -> Iterator[Qualified]:
    """Who runs or leads a body is its head; who chairs or edits it bears the verb."""
    yield {"title": "head" if token.lemma_ in ("run", "head", "lead") else token.lemma_}


def trade_of(sight: View, token: Token, subject: Mention, target: Mention | None) -> Iterator[Qualified]:
    """A teacher, a lecturer; no title for other work."""
    trade = {"teach": "teacher", "lecture": "lecturer"}.get(token.lemma_)
    yield {} if trade is None else {"title": trade}


def board_of(sight: View, token: Token, subject: Mention, target: Mention | None) -> Iterator[Qualified]:
    """A seat on a board has the board for its title."""
    yield {"title": "board"}


def _wanted(token: Token) -> bool:
    """ "tried to hire Lee as its chairman" gives Lee no post."""
    if token.dep_ != "pobj" or token.head.lower_ != "as" or token.head.head.lemma_ not in HIRES:
        return False
    return token.head.head.head.lemma_ in ("try", "seek", "want", "attempt", "hope", "deny", "accuse", "fail")


def last_word(sight: View, token: Token) -> bool:
    """ "chief executive officer" is told by its last word; a post that was only wanted is none."""
    if _wanted(token):
        return False
    if token.i + 1 >= len(token.doc):
        return True
    after = token.nbor()
    return not (after.lemma_.lower() in ROLES and after.pos_ in NOUN and after.i not in sight.names)


def no_court(sight: View, token: Token, body: Mention) -> bool:
    """A court is where the case is heard, unless the office is one of the bench."""
    return token.lemma_.lower() in BENCH or body.text.split()[-1].lower() not in _COURTS


def in_a_row(sight: View, token: Token) -> Iterator[Pair]:
    """Name, office and body side by side, whatever the parse says."""
    last = titles.last(sight, token)
    if token.i + 1 < len(token.doc) and token.nbor().lower_ in ("and", "&"):
        last = _last_of_chain(sight, token)
    person, body = beside.trio(sight, token, last)
    if person is not None and body is not None and no_court(sight, token, body):
        yield person, body


def _last_of_chain(sight: View, token: Token) -> int:
    """ "President and Chief Executive Officer" → the index of "Officer"."""
    doc, at = token.doc, token.i + 2
    while at < len(doc) and at < token.i + 7 and doc[at].pos_ in NOMINAL and at not in sight.names:
        at += 1
    found = at - 1
    return found if doc[found].lemma_.lower() in ROLES else token.i


def byline(sight: View, token: Token) -> Iterator[Pair]:
    """ "By Ann Lee, Leeds Post", "Ann Lee of the Leeds Post", "Ann Lee (Leeds Post)"."""
    person = sight.ending.get(token.i)
    if person is None or person.kind != "name":
        return
    for links, body in beside.next_mention(sight, token.i, _LINKS, 4):
        if links and links != "and" and body.kind == "name" and beside.is_body(sight, body):
            span = sight.span(body)
            if span is not None and span.end < len(token.doc) and token.doc[span.end].text in ("'s", "’s", "'"):
                continue
            signed = sight.scene.doc[_start(sight, person) - 1].lower_ == "by"
            if links in (",", "(") and not signed and not _closed(sight, body):
                continue
            if links in (", at", ", from", ", with") or not no_court(sight, token, body):
                continue
            if "\n" in links and not signed:
                continue
            yield person, body


def _start(sight: View, mention: Mention) -> int:
    span = sight.span(mention)
    return 1 if span is None else max(1, span.start)


def _closed(sight: View, body: Mention) -> bool:
    """After "Ann Lee, Leeds Post" the line, the bracket or the phrase ends."""
    span = sight.span(body)
    if span is None or span.end >= len(span.doc):
        return True
    after = span.doc[span.end]
    return after.is_space or after.text in (",", ")", ".", ";", ":", "|")


def of_a_body(sight: View, token: Token) -> Iterator[Pair]:
    """ "Ann Lee, of the investment firm Acme"."""
    person = sight.ending.get(token.i)
    span = None if person is None else sight.span(person)
    if person is None or span is None or person.kind != "name":
        return
    for child in span.root.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i <= span.end + 1:
            for one in tree.governed(child):
                for body in fill.mentions(sight, one):
                    if beside.is_body(sight, body) and no_court(sight, token, body):
                        yield person, body


_PARTS = frozenset("committee council board division unit arm department team desk office branch bureau lab".split())


def chairs_a_part(sight: View, token: Token) -> bool:
    """ "chairs Acme's audit committee", "runs its night desk"."""
    return any(one.lemma_.lower() in _PARTS and one.dep_ == "dobj" for one in token.children)


def bodys_person(sight: View, token: Token) -> Iterator[Pair]:
    """ "the Leeds Post's Ann Lee"."""
    person = sight.ending.get(token.i)
    if person is None or person.kind != "name":
        return
    for child in token.children:
        if child.dep_ == "poss" and child.i < token.i:
            for body in fill.mentions(sight, child):
                if body.kind == "name" and beside.is_body(sight, body):
                    yield person, body


def implied_leave(sight: View, token: Token) -> Iterator[Pair]:
    """ "Ann Lee left in 2018" in a story of Acme."""
    if any(child.dep_ in ("dobj", "xcomp", "ccomp", "acomp", "attr") for child in token.children):
        return
    if any(tokens_at(token, place) for place in ("from", "by", "as", "for", "to")):
        return
    for person in filled(sight, token, "surface"):
        body = beside.spoken_of(sight, token.i)
        if body is not None and beside.is_person(sight, person):
            yield person, body


def implied_seat(sight: View, token: Token) -> Iterator[Pair]:
    """ "joins the board" in a story of Acme."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if verb.lemma_ not in _SIT or not tree.is_verb(verb) or fill.whole(sight, token):
        return
    for one in tree.surface_subjects(verb):
        for person in fill.mentions(sight, one):
            body = beside.spoken_of(sight, token.i)
            if body is not None and beside.is_person(sight, person):
                yield person, body


def where(sight: View, token: Token) -> Iterator[Pair]:
    """ "Acme, where she ran merchandising"."""
    verb = token.head
    if verb.dep_ != "relcl" or not tree.is_verb(verb) or verb.lemma_ in _NO_WORK:
        return
    for one in tree.surface_subjects(verb):
        for person in fill.mentions(sight, one):
            for body in fill.mentions(sight, verb.head):
                if beside.is_person(sight, person) and beside.is_body(sight, body):
                    yield person, body


_NO_WORK = frozenset(
    """study meet learn live die graduate train stay see find bear eat drink sit tell speak read be hear marry sleep ask
    treat hold appear file sue admit plead""".split()
)


def seat(sight: View, token: Token) -> Iterator[Pair]:
    """ "sits on the board of Acme", "joined Acme's board"."""
    verb = token.head
    if token.dep_ == "pobj":
        verb = verb.head
    if verb.lemma_ not in _SIT or not tree.is_verb(verb):
        return
    for one in tree.surface_subjects(verb):
        for person in fill.mentions(sight, one):
            for body in fill.whole(sight, token):
                yield person, body


_KIN = frozenset(
    """founder co-founder owner rival competitor brother sister father mother daughter son wife husband grandson
    granddaughter member customer user winner killer number voter mother-in-law uncle lover partner-in-crime neighbour
    neighbor follower lover bidder buyer investor backer donor supporter father-in-law stranger debtor creditor holder
    shareholder stockholder other insider outsider defender successor predecessor loser beginner daughter-in-law
    plaintiff
    defendant claimant descendant participant merchant giant tenant brewer maker developer designer producer""".split()
)
_AGENT = ("er", "or", "ist", "man", "woman", "ian", "ant", "eer", "person", "ee", "ess", "master", "maid", "hand")


def any_noun(sight: View, token: Token) -> Iterator[Pair]:
    """ "Ann Lee, a filleter at Acme", "Acme's caseworker, Ann Lee", for nouns that no list holds."""
    person = sight.ending.get(token.i)
    if person is None or person.kind != "name":
        return
    noun = _agent_noun(token)
    if noun is None:
        return
    for place in ("at", "of", "for", "with", "poss"):
        for body in filled(sight, noun, place):
            if beside.is_body(sight, body) and no_court(sight, noun, body):
                yield person, body


def _agent_noun(person: Token) -> Token | None:
    """The noun in apposition (or copula) to a person that looks like an occupation."""
    near = [child for child in person.children if child.dep_ == "appos" and child.i > person.i]
    if person.dep_ == "appos":
        near.append(person.head)
    if person.dep_ == "nsubj" and person.head.lemma_ in ("be", "become"):
        near += [child for child in person.head.children if child.dep_ == "attr"]
    for one in near:
        lemma = one.lemma_.lower()
        if one.pos_ == "NOUN" and lemma.endswith(_AGENT) and lemma not in ROLES and lemma not in _KIN:
            return one
    return None


def noun_title(sight: View, token: Token, subject: Mention, target: Mention | None) -> Iterator[Qualified]:
    """The occupation that no list holds, in the text's words."""
    noun = _agent_noun(token)
    yield {} if noun is None else {"title": titles.title(sight, noun)}


def implied(sight: View, token: Token) -> Iterator[Pair]:
    """ "Ann Lee, the finance director, resigns": the body last spoken of."""
    if token.dep_ == "poss":
        return
    if any(filled(sight, token, place) for place in ("poss*", "of*", "at*", "for*", "with*", "comp", "around")):
        return
    first = beside.phrase_start(sight, token.i)
    determiner = token.doc[first - 1].lower_ if first else ""
    if beside.body_before(sight, first) or beside.body_after(sight, titles.last(sight, token)):
        return
    article = {child.lower_ for child in token.children if child.dep_ == "det"} | {determiner}
    if article & {"a", "an"}:
        return
    people = [one for one in filled(sight, token, "described") if one.kind == "name" and beside.is_person(sight, one)]
    beside_it = beside.person_beside(sight, first, titles.last(sight, token))
    person = people[0] if people else beside_it
    if person is None:
        return
    body = beside.spoken_of(sight, token.i)
    if body is not None and no_court(sight, token, body):
        yield person, body


_SIT = frozenset("sit serve join leave quit resign be remain step retire rejoin elect appoint name stay".split())
