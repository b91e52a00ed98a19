"""Names → keys and comparisons across articles: who may be who, how surely, and why.

A key makes alike what is written in two ways ("The Acme Corp.", "Acme"); a comparison gives a score from 0 to 1
and a reason. What is a mere description ("the company", "the Tesla CEO") is no name and joins nobody.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from extract import names

_COUNTRIES = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "uae": "united arab emirates",
}
"""Short names of countries that news writes without ever spelling them out."""

_SHORT_FORMS = (
    "abby abigail|al albert alan alfred|alex alexander alexandra|andy andrew|barb barbara|ben benjamin|beth elizabeth|"
    "betty elizabeth|bill william|bob robert|bobby robert|cathy catherine|charlie charles|chris christopher christine|"
    "chuck charles|dan daniel|danny daniel|dave david|deb deborah|debbie deborah|dick richard|don donald|doug douglas|"
    "ed edward edwin|eddie edward|fran frances|frank francis franklin|fred frederick alfred|gabe gabriel|greg gregory|"
    "hank henry|harry harold henry|jack john|jake jacob|jeff jeffrey|jen jennifer|jenny jennifer|jerry gerald|"
    "jim james|jimmy james|joe joseph|jon jonathan|josh joshua|kate katherine catherine|kathy katherine|ken kenneth|"
    "kim kimberly|larry lawrence|liz elizabeth|maggie margaret|matt matthew|max maximilian|meg margaret|mike michael|"
    "nate nathan nathaniel|nick nicholas|pam pamela|pat patrick patricia|peggy margaret|pete peter|phil philip phillip|"
    "ray raymond|rich richard|rick richard|rob robert|ron ronald|sam samuel samantha|sandy alexander sandra|"
    "steve steven stephen|sue susan|ted theodore edward|terry terence|tim timothy|tom thomas|tony anthony|"
    "vicky victoria|vince vincent|walt walter|will william|zach zachary"
)
_FULL = {short: frozenset(full) for short, *full in (row.split() for row in _SHORT_FORMS.split("|"))}
"""Given names and what they are short for."""

NEAR = 6
"""Letters that a name needs for another with one slip of the pen to count as near."""

_COMMON = frozenset(
    "high supreme district appeal appeals crown county circuit court courts tribunal federal national "
    "central state city royal general public ministry minister department treasury parliament senate "
    "congress house assembly cabinet police army navy air force council committee commission board "
    "authority government office agency bureau bank reserve university college school institute hospital "
    "church party union association federation foundation trust fund group news times post press journal "
    "herald gazette tribune club museum library stock exchange development investment".split()
)
"""Words of which many bodies' names are made: a short form of these alone does not say whose."""

_DETERMINERS = frozenset("the a an his her its their our my your this that these those".split())
_SMALL = frozenset("of and for the in on at de la le du des der den van von da di del y et e & und al bin ibn".split())
_LETTERS = re.compile(r"[A-Z](?:[A-Z0-9&]|\.){1,7}")


class Likeness(NamedTuple):
    """How likely two names are one's, 0 to 1, and why."""

    score: float
    reason: str


_LETTERLIKE = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ð": "d", "þ": "th", "Þ": "Th"}
    | {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
)
"""Letters that are often written without their stroke, and that no accent can be taken off."""


_TOGETHER = re.compile(r"[@#]?((?!Mc|Mac|De|Di|Du|Fitz|La|Le|Lo|St|Van|Von)[A-Z][a-z]+)([A-Z][a-z]{2,})")
"""Given and family name in one word, as handles and tags have them."""
_TICKER = re.compile(r"(.+?)\s\(?([A-Z]{3,5})\)?")


@cache
def key(family: str, name: str) -> str:
    """`key("Organization", "The Acme Corp.") == key("Organization", "ACME")`; two names of one key are one name."""
    name = name.translate(_LETTERLIKE)
    if family == "Person":
        who = person(name)
        found = " ".join(part for part in (who.first, who.middle, who.last, who.suffix) if part).replace(".", "")
    elif family == "Organization":
        found = "".join(names.body_words(_without_ticker(name))).replace("-", "").replace("&", "")
    else:
        parts = names.words(name)
        parts = parts[1:] if len(parts) > 1 and parts[0] == "the" else parts
        found = " ".join(parts) if family == "Place" else "".join(parts).replace("-", "")
        found = _COUNTRIES.get(found, found) if family == "Place" else found
    return found or " ".join(name.split()).casefold()


@cache
def person(name: str) -> names.PersonName:
    """The parts of a person's name without titles; "AnnLee" is read as "Ann Lee"."""
    name = names.strip_titles(name.translate(_LETTERLIKE))
    together = _TOGETHER.fullmatch(name)
    return names.person(" ".join(together.groups()) if together else name)


@cache
def single(name: str) -> bool:
    """Whether a person's name is a surname or a given name alone: too little to know someone by."""
    return not person(name).first


@cache
def is_name(family: str, text: str) -> bool:
    """Whether a text is a name, not a description: "OpenAI", "the Journal"; not "the company", "OpenAI's CEO"."""
    parts = text.split()
    if not parts or re.search(r"['’]s?\s", text):
        return False
    if parts[0] in _DETERMINERS:
        if family == "Person" or parts[0] != "the":
            return False
        parts = parts[1:]
    content = [part.strip("“”\"'()[],") for part in parts if part.lower() not in _SMALL]
    return bool(content) and all(any(c.isupper() or c.isdigit() for c in part) or _uncased(part) for part in content)


@cache
def is_acronym(name: str) -> bool:
    """`is_acronym("SEC")`, `is_acronym("M.T.A.")`: capitals only, two to six letters."""
    return bool(_LETTERS.fullmatch(name)) and 2 <= len(name.replace(".", "")) <= 6


@cache
def strong(family: str, alias: str) -> bool:
    """Whether an alias is enough of a name to know its bearer by in another article."""
    if not is_name(family, alias):
        return False
    if family == "Person":
        return not single(alias) and person(alias).first not in _DETERMINERS
    if family == "Organization":
        alias = alias.removeprefix("the ")
        found = names.body_words(alias)
        several = len(found) > 1 and not _COMMON.issuperset(found)
        return is_acronym(alias) or several
    return not alias.startswith("the ")


def compare(family: str, a: str, b: str) -> Likeness | None:
    """How alike two names of different keys are; None where they are two people's, bodies' or things'."""
    if family == "Person":
        return _people(a, b)
    if family == "Organization":
        return _bodies(a, b)
    return None if family == "Place" else _near(key(family, a), key(family, b), 0.6)


def conflict(family: str, a: str, b: str) -> bool:
    """Whether two names of one family name can't be one person's: another middle name, another suffix."""
    if family != "Person":
        return False
    p, q = person(a), person(b)
    if p.last != q.last or not p.first or not q.first:
        return False
    return p.suffix != q.suffix or not _middles_agree(p.middle, q.middle) or not _given_agree(p.first, q.first)


def best(family: str, counts: Mapping[str, int]) -> str:
    """The name to call someone by: a full one, the most frequent, the longest, not one in capitals."""

    def rank(name: str) -> tuple[bool, bool, int, int, str]:
        vague = single(name) if family == "Person" else family == "Organization" and is_acronym(name)
        loud = (name.isupper() and len(name) > 5) or bool(_TOGETHER.fullmatch(name)) or _without_ticker(name) != name
        return vague, loud, -counts[name], -len(names.words(name)), name

    return min(counts, key=rank)


def surname(name: str) -> str:
    """`surname("Dr. Ann Lee") == "lee"`."""
    return person(name).last


def given_letter(name: str) -> str:
    """The first letter of the given name, written out: what people who may be one have in common."""
    first = person(name).first
    return min((full[:1] for full in _FULL.get(first, ())), default=first[:1])


def _people(a: str, b: str) -> Likeness | None:
    p, q = person(a), person(b)
    if not p.first or not q.first:
        alone, full = (p, q) if not p.first else (q, p)
        return Likeness(0.4, "family name alone") if full.first and alone.last == full.last else None
    if p.last != q.last:
        like = _near(p.last, q.last, 0.72)
        return like if like and p.first == q.first and not conflict("Person", a, b) else None
    if conflict("Person", a, b):
        return Likeness(0.5, "another suffix") if _apart_by_suffix(p, q) else None
    if p.first == q.first:
        return Likeness(0.95, "given and family name agree, one has a middle name")
    if min(len(p.first), len(q.first)) == 1:
        return Likeness(0.75, "initial and family name agree")
    return Likeness(0.86, "one given name is short for the other")


def _apart_by_suffix(p: names.PersonName, q: names.PersonName) -> bool:
    return (not p.suffix or not q.suffix) and _middles_agree(p.middle, q.middle) and p.first == q.first


def _given_agree(a: str, b: str) -> bool:
    a, b = a.replace(".", ""), b.replace(".", "")
    short, full = sorted((a, b), key=len)
    if a == b or (len(short) == 1 and full.startswith(short)):
        return True
    return b in _FULL.get(a, ()) or a in _FULL.get(b, ()) or bool(_FULL.get(a, frozenset()) & _FULL.get(b, frozenset()))


def _middles_agree(a: str, b: str) -> bool:
    """One is missing, or each word agrees with its counterpart: "g" and "gordon"."""
    pairs = zip(a.replace(".", "").split(), b.replace(".", "").split(), strict=False)
    return all(x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) for x, y in pairs)


def _bodies(a: str, b: str) -> Likeness | None:
    for short, full in ((a, b), (b, a)):
        parts, whole = names.body_words(short), names.body_words(full)
        bare = len(parts) == len([word for word in names.words(short) if word != "the"])
        if bare and len(parts) < len(whole) and whole[: len(parts)] == parts and names.same_body(short, full):
            return Likeness(0.6, "beginning of the other name")
        if is_acronym(short) and key("Organization", short) == names.acronym(full) and len(whole) > 1:
            return Likeness(0.65, "initials of the other name")
    return _near(key("Organization", a), key("Organization", b), 0.7)


def _near(a: str, b: str, score: float) -> Likeness | None:
    """One slip of the pen in a name of six letters or more; figures must be the same."""
    if min(len(a), len(b)) < NEAR or re.sub(r"\D", "", a) != re.sub(r"\D", "", b):
        return None
    if DamerauLevenshtein.distance(a, b, score_cutoff=1) > 1:
        return None
    return Likeness(score, "one letter differs")


def _uncased(text: str) -> bool:
    return text.lower() == text.upper()


def _without_ticker(name: str) -> str:
    """`_without_ticker("Monvale MNVL") == "Monvale"`: capitals after a name that are its own letters in order."""
    match = _TICKER.fullmatch(name)
    if match is None:
        return name
    bare, ticker = match.groups()
    letters = iter(bare.upper())
    return bare if bare[:1] == ticker[0] and all(letter in letters for letter in ticker) else name
