"""Names as strings: what is title, suffix, surname, acronym, and whether one name may be short for another."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from nameparser import HumanName

LEGAL = frozenset(
    "inc incorporated corp corporation co company companies ltd limited llc llp lp plc ag sa nv bv gmbh ab asa oyj spa "
    "kk pty pte sarl group holdings holding".split()
)
"""Last words of a company's name that its short form leaves out."""

_GENERIC = frozenset(
    "the a an first new national american british united international global general world north south east west "
    "royal bank university college institute school court department ministry federal state city county central "
    "association council committee commission agency office foundation fund house great air media news".split()
)
"""Words too common to stand for a name that begins with them."""

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady judge justice president senator sen rep congressman "
    "congresswoman gov governor mayor minister chancellor secretary gen general col colonel lt capt captain sgt "
    "chairman chairwoman ceo cfo cto coo chief executive director king queen prince princess sheikh rev father "
    "cr cllr councillor alderman hon baron baroness count countess bishop archbishop cardinal pope imam rabbi sister "
    "inspector sergeant major admiral ambassador commissioner detective officer professor herr frau monsieur madame "
    "senor senora signor signora don dona chef coach".split()
)
_NEVER_NAMES = _TITLES - frozenset(
    "king prince major bishop cardinal pope judge father sister mayor coach cook don general".split()
)
"""Titles that are no surnames or bodies' names too."""
_SMALL = frozenset("of and for the in de la du des der und et y & on at".split())
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_EDGE = " \t\r\n.,;:\"“”‘’'()[]<>"


def plain(name: str) -> str:
    """`plain("  Café’s ") == "cafe"`: lower case, no accents, no possessive, no edge punctuation, single blanks."""
    name = _POSSESSIVE.sub("", " ".join(name.split()).strip(_EDGE))
    folded = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode() or name
    return folded.lower().strip(_EDGE)


def words(name: str) -> list[str]:
    """`words("The J.P. Morgan & Co.") == ["the", "jp", "morgan", "&", "co"]`."""
    return [w for w in (re.sub(r"[^\w&+-]", "", part) for part in re.split(r"[\s/]+", plain(name))) if w]


@cache
def body_words(name: str) -> tuple[str, ...]:
    """`body_words("The Acme Steel Corp.") == ("acme", "steel")`: no article before, no legal form after."""
    found = words(name)
    if len(found) > 1 and found[0] == "the":
        found = found[1:]
    while len(found) > 1 and (found[-1] in LEGAL or found[-1] == "&"):
        found = found[:-1]
    return tuple(found)


class PersonName(NamedTuple):
    """The parts of a person's name, plain; `last` is the last word of the surname, which short forms use."""

    first: str
    middle: str
    last: str
    suffix: str
    nickname: str


@cache
def person(name: str) -> PersonName:
    """`person('Dr. William "Bill" Gates III')` → first william, last gates, suffix iii, nickname bill."""
    human = HumanName(" ".join(_POSSESSIVE.sub("", name.strip()).split()))
    human.lc_force = False
    parts = [w for w in words(f"{human.first} {human.middle} {human.last}") if w]
    while len(parts) > 1 and parts[0] in _TITLES:
        parts = parts[1:]
    suffix = plain(human.suffix).replace(".", "")
    if not parts:
        return PersonName("", "", plain(name), suffix, plain(human.nickname))
    if len(parts) == 1:
        return PersonName("", "", parts[0], suffix, plain(human.nickname))
    return PersonName(parts[0], " ".join(parts[1:-1]), parts[-1], suffix, plain(human.nickname))


def titled(name: str) -> bool:
    """Whether a person's name begins with a title ("Mr. Lee")."""
    found = words(name)
    return len(found) > 1 and found[0] in _TITLES


def only_titles(name: str) -> bool:
    """`only_titles("Sir")`: nobody's name."""
    found = words(name)
    return bool(found) and _NEVER_NAMES.issuperset(found)


def strip_titles(name: str) -> str:
    """`strip_titles("Chief Executive Ann Lee") == "Ann Lee"`; a name of titles alone stays."""
    parts = name.split()
    while len(parts) > 1 and plain(parts[0]) in _TITLES:
        parts = parts[1:]
    return " ".join(parts)


def same_person(short: str, full: str) -> bool:
    """Whether `short` can stand for the person called `full`: "Lee", "Ann", "A. Lee", "Ann Lee" for "Ann B. Lee".

    Two given names that differ, and two suffixes that differ (Jr., III), are two people.
    """
    a, b = person(short), person(full)
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return False
    if a.suffix and not b.suffix and b.first:
        return False
    if not a.first:
        return a.last in {b.last, b.first, b.nickname, b.first + b.last} - {""}
    if a.last != b.last:
        return False
    given = {b.first, b.nickname} - {""}
    return any(_same_given(a.first, one) for one in given) or bool(a.nickname and a.nickname in given)


def _same_given(one: str, other: str) -> bool:
    if one == other:
        return True
    short, full = sorted((one.replace(".", ""), other.replace(".", "")), key=len)
    return len(short) == 1 and full.startswith(short)


def acronym(name: str) -> str:
    """`acronym("Securities and Exchange Commission") == "sec"`."""
    return "".join(w[0] for w in words(name) if w not in _SMALL and w not in LEGAL)


def same_body(short: str, full: str) -> bool:
    """Whether `short` can stand for the body called `full`: "Acme" for "Acme Steel Corp", "SEC", "the Journal".

    A name that bears its legal form ("Acme Group") is whole: it is short for no other.
    """
    a, b = body_words(short), body_words(full)
    if not a or not b:
        return False
    if a == b:
        return True
    if len(a) == 1 and len(b) > 1:
        bare = a[0].replace(".", "")
        letters = short.strip(_EDGE).replace(".", "")
        if letters.isupper() and 2 <= len(bare) <= 6 and bare in {acronym(full), "".join(w[0] for w in b)}:
            return True
        if bare == b[-1] and short.lower().startswith("the ") and bare not in LEGAL:
            return True
    if len(words(short)) > len(a) + short.lower().startswith("the "):
        return False
    return len(a) < len(b) and b[: len(a)] == a and not all(w in _GENERIC for w in a) and len("".join(a)) > 2


def fullest(surfaces: list[str]) -> str:
    """The fullest of an entity's names: most words, then no headline capitals, then most frequent, then the first."""
    counts = {surface: surfaces.count(surface) for surface in surfaces}
    first = {surface: surfaces.index(surface) for surface in counts}

    def rank(surface: str) -> tuple[int, bool, int, int]:
        shouting = surface.isupper() and len(surface) > 5
        return len(words(surface)), not shouting, counts[surface], -first[surface]

    return max(counts, key=rank)
