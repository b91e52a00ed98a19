"""HELD_ROLE: who held which office or employment at which body."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import Rule, beside, fill, titles, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair, Qualified, filled, tokens_at
from extract.records import Mention
from extract.relations.words import BENCH, BOARDS, HIRES, OFFICES, ROLES

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_LINKS = frozenset(
    {",", "(", "|", "/", "of", "at", "from", "with", "formerly", "previously", "late", "now", "then", "\n"}
)
_COURTS = frozenset({"court", "tribunal", "courts"})


def _title(sight: View, token: Token, subject: Mention, target: Mention | None) -> Iterator[Qualified]:
    yield {"title": titles.title(sight, token)}


def _lemma(sight: View, token: Token, subject: Mention, target: Mention | None) -> Iterator[Qualified]:
    yield {"title": "head" if token.lemma_ in ("run", "head", "lead", "head up") else token.lemma_}


def _trade(sight: View, token: Token, subject: Mention, target: Mention | None) -> Iterator[Qualified]:
    trade = {"teach": "teacher", "lecture": "lecturer"}.get(token.lemma_)
    yield {} if trade is None else {"title": trade}


def _board(sight: View, token: Token, subject: Mention, target: Mention | None) -> Iterator[Qualified]:
    yield {"title": "board"}


def _wanted(token: Token) -> bool:
    """ "tried to hire Lee as its chairman" gives Lee no post."""
    if token.dep_ != "pobj" or token.head.lower_ != "as" or token.head.head.lemma_ not in HIRES:
        return False
    return token.head.head.head.lemma_ in ("try", "seek", "want", "attempt", "hope", "deny", "accuse", "fail")


def _last_word(sight: View, token: Token) -> bool:
    """ "chief executive officer" is told by its last word; a post that was only wanted is none."""
    if _wanted(token):
        return False
    if token.i + 1 >= len(token.doc):
        return True
    after = token.nbor()
    return not (after.lemma_.lower() in ROLES and after.pos_ in NOUN and after.i not in sight.names)


def _no_court(sight: View, token: Token, body: Mention) -> bool:
    """A court is where the case is heard, unless the office is one of the bench."""
    return token.lemma_.lower() in BENCH or body.text.split()[-1].lower() not in _COURTS


def _beside(sight: View, token: Token) -> Iterator[Pair]:
    """Name, office and body side by side, whatever the parse says."""
    last = titles.last(sight, token)
    if token.i + 1 < len(token.doc) and token.nbor().lower_ in ("and", "&"):
        last = _last_of_chain(sight, token)
    person, body = beside.trio(sight, token, last)
    if person is not None and body is not None and _no_court(sight, token, body):
        yield person, body


def _last_of_chain(sight: View, token: Token) -> int:
    """ "President and Chief Executive Officer" → the index of "Officer"."""
    doc, at = token.doc, token.i + 2
    while at < len(doc) and at < token.i + 7 and doc[at].pos_ in _NOMINAL and at not in sight.names:
        at += 1
    found = at - 1
    return found if doc[found].lemma_.lower() in ROLES else token.i


def _byline(sight: View, token: Token) -> Iterator[Pair]:
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
            if links in (", at", ", from", ", with") or not _no_court(sight, token, body):
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


def _of(sight: View, token: Token) -> Iterator[Pair]:
    """ "Gideon Holt, of the investment firm Acme"."""
    person = sight.ending.get(token.i)
    span = None if person is None else sight.span(person)
    if person is None or span is None or person.kind != "name":
        return
    for child in span.root.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i <= span.end + 1:
            for one in tree.governed(child):
                for body in fill.mentions(sight, one):
                    if beside.is_body(sight, body) and _no_court(sight, token, body):
                        yield person, body


_PARTS = frozenset("committee council board division unit arm department team desk office branch bureau lab".split())


def _chairs_a_part(sight: View, token: Token) -> bool:
    """ "chairs Acme's audit committee", "runs its night desk"."""
    return any(one.lemma_.lower() in _PARTS and one.dep_ == "dobj" for one in token.children)


def _of_body(sight: View, token: Token) -> Iterator[Pair]:
    """ "the Leeds Post's Ann Lee"."""
    person = sight.ending.get(token.i)
    if person is None or person.kind != "name":
        return
    for child in token.children:
        if child.dep_ == "poss" and child.i < token.i:
            for body in fill.mentions(sight, child):
                if body.kind == "name" and beside.is_body(sight, body):
                    yield person, body


def _implied_leave(sight: View, token: Token) -> Iterator[Pair]:
    """ "Ann Lee left in 2018" in a story of Acme."""
    if any(child.dep_ in ("dobj", "xcomp", "ccomp", "acomp", "attr") for child in token.children):
        return
    if any(tokens_at(token, place) for place in ("from", "by", "as", "for", "to")):
        return
    for person in filled(sight, token, "surface"):
        body = beside.spoken_of(sight, token.i)
        if body is not None and beside.is_person(sight, person):
            yield person, body


def _implied_seat(sight: View, token: Token) -> Iterator[Pair]:
    """ "joins the board" in a story of Acme."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if verb.lemma_ not in _SIT or not tree.is_verb(verb) or fill.whole(sight, token):
        return
    for one in tree.surface_subjects(verb):
        for person in fill.mentions(sight, one):
            body = beside.spoken_of(sight, token.i)
            if body is not None and beside.is_person(sight, person):
                yield person, body


def _where(sight: View, token: Token) -> Iterator[Pair]:
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


def _seat(sight: View, token: Token) -> Iterator[Pair]:
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


def _any_noun(sight: View, token: Token) -> Iterator[Pair]:
    """ "Ann Lee, a filleter at Acme", "Acme's caseworker, Ann Lee", for nouns that no list holds."""
    person = sight.ending.get(token.i)
    if person is None or person.kind != "name":
        return
    noun = _agent_noun(token)
    if noun is None:
        return
    for place in ("at", "of", "for", "with", "poss"):
        for body in filled(sight, noun, place):
            if beside.is_body(sight, body) and _no_court(sight, noun, body):
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


def _noun_title(sight: View, token: Token, subject: Mention, target: Mention | None) -> Iterator[Qualified]:
    noun = _agent_noun(token)
    yield {} if noun is None else {"title": titles.title(sight, noun)}


def _implied(sight: View, token: Token) -> Iterator[Pair]:
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
    if body is not None and _no_court(sight, token, body):
        yield person, body


_SIT = frozenset("sit serve join leave quit resign be remain step retire rejoin elect appoint name stay".split())

RULES = (
    Rule(
        "HELD_ROLE",
        "noun",
        ROLES,
        "self|described",
        "poss*|of*|comp|at*|for*|with*|to|around|in",
        part=_NOMINAL,
        check=_last_word,
        read=_title,
        accept=_no_court,
        example="[Acme|Company|o]'s finance director, [Ann Lee|Person|s], resigned.",
        negatives=("[Ann Lee|Person] met a director near [Acme|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "beside",
        ROLES,
        part=_NOMINAL,
        check=_last_word,
        read=_title,
        shape=_beside,
        example="[Acme|Company|o] founder and chief executive [Ann Lee|Person|s] said no.",
        negatives=("[Ann Lee|Person] met the chief executive near [Acme|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "any-noun",
        frozenset(),
        at="Person",
        shape=_any_noun,
        read=_noun_title,
        example="[Ann Lee|Person|s], a filleter at [Acme|Company|o], said no.",
        negatives=("[Ann Lee|Person], a daughter of [Acme|Company], said no.",),
    ),
    Rule(
        "HELD_ROLE",
        "implied",
        OFFICES,
        part=_NOMINAL,
        check=_last_word,
        read=_title,
        shape=_implied,
        example="[Acme|Company|o] has closed. [Ann Lee|Person|s], the finance director, resigned.",
        negatives=("[Acme|Company] has closed. [Ann Lee|Person], a finance director, resigned.",),
    ),
    Rule(
        "HELD_ROLE",
        "by-line",
        frozenset(),
        at="Person",
        shape=_byline,
        example="By [Ann Lee|Person|s], [Leeds Post|Company|o]",
        negatives=("[Ann Lee|Person] reads the [Leeds Post|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "body's",
        frozenset(),
        at="Person",
        shape=_of_body,
        example="He was seen by the [Leeds Post|Company|o]'s [Ann Lee|Person|s].",
        negatives=("[Ann Lee|Person] reads the [Leeds Post|Company]'s pages.",),
    ),
    Rule(
        "HELD_ROLE",
        "of-body",
        frozenset(),
        at="Person",
        shape=_of,
        example="[Ann Lee|Person|s], of the investment firm [Acme|Company|o], came to dinner.",
        negatives=("[Ann Lee|Person] came to dinner with [Acme|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "preside",
        frozenset({"preside", "speak"}),
        "subj",
        "over|for",
        example="[Ann Lee|Person|s], who presides over [Acme|Company|o], said no.",
        negatives=("[Ann Lee|Person], who speaks to [Acme|Company], said no.",),
    ),
    Rule(
        "HELD_ROLE",
        "chair-part",
        frozenset({"chair", "head", "run", "lead"}),
        "subj",
        "obj*",
        check=_chairs_a_part,
        example="[Ann Lee|Person|s] chairs [Acme|Company|o]'s audit committee.",
        negatives=("[Ann Lee|Person] chairs debates.",),
    ),
    Rule(
        "HELD_ROLE",
        "board",
        BOARDS,
        part=NOUN,
        read=_board,
        shape=_seat,
        example="[Ann Lee|Person|s] sits on the board of [Acme|Company|o].",
        negatives=("[Ann Lee|Person] walked the boards at [Acme|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "work",
        frozenset("work teach lecture spend train intern write report play ride follow cover".split()),
        "subj",
        "for*|at*|with",
        read=_trade,
        example="[Ann Lee|Person|s] works for [Acme|Company|o].",
        negatives=("[Ann Lee|Person] works near [Acme|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "where",
        frozenset({"where"}),
        part=frozenset(),
        shape=_where,
        example="She came from [Acme|Company|o], where [Ann Lee|Person|s] ran the shops.",
        negatives=("She came from [Acme|Company], where [Ann Lee|Person] met her.",),
    ),
    Rule(
        "HELD_ROLE",
        "hired-from",
        HIRES,
        "obj",
        "from|out of",
        example="[Acme|Company] lured [Ann Lee|Person|s] away from [Beta|Company|o].",
        negatives=("[Acme|Company] drove [Ann Lee|Person] away from [Beta|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "be-with",
        frozenset({"be", "come", "stay", "start", "arrive", "go"}),
        "subj",
        "with|at|from",
        check=lambda sight, token: not any(c.dep_ in ("attr", "acomp", "auxpass", "dobj") for c in token.children),
        example="[Ann Lee|Person|s] has been with [Acme|Company|o] for years.",
        negatives=("[Ann Lee|Person] has been angry with [Acme|Company] for years.",),
    ),
    Rule(
        "HELD_ROLE",
        "leave",
        frozenset({"leave", "join", "quit", "rejoin"}),
        "surface",
        "obj",
        check=lambda sight, token: not any(c.lower_ == "out" for c in token.children) and not tree.is_passive(token),
        example="[Ann Lee|Person|s] left [Acme|Company|o] in May.",
        negatives=("[Ann Lee|Person] left her keys at [Acme|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "resign",
        frozenset({"resign", "retire", "depart", "step down", "fire", "sack", "oust", "dismiss", "hire away"}),
        "surface",
        "from|by",
        example="[Ann Lee|Person|s] resigned from [Acme|Company|o].",
        negatives=("[Ann Lee|Person] resigned herself to [Acme|Company].",),
    ),
    Rule(
        "HELD_ROLE",
        "implied-leave",
        frozenset({"resign", "leave", "quit", "step down", "retire", "depart", "fire", "sack", "oust", "dismiss"}),
        shape=_implied_leave,
        example="[Acme|Company|o] has shrunk. [Ann Lee|Person|s] left in 2018.",
        negatives=("[Acme|Company] has shrunk. [Ann Lee|Person] left her keys there.",),
    ),
    Rule(
        "HELD_ROLE",
        "implied-board",
        BOARDS,
        part=NOUN,
        read=_board,
        shape=_implied_seat,
        example="[Acme|Company|o] has grown. [Ann Lee|Person|s] joins the board in May.",
        negatives=("[Acme|Company] has grown. [Ann Lee|Person] paints the board in May.",),
    ),
    Rule(
        "HELD_ROLE",
        "head-verb",
        frozenset({"head", "lead", "run", "chair", "manage", "edit", "head up"}),
        "subj",
        "obj",
        read=_lemma,
        example="[Ann Lee|Person|s] runs [Acme|Company|o].",
        negatives=("[Ann Lee|Person] runs from [Acme|Company].",),
    ),
)
