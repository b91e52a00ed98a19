"""Claims of all articles → facts: what two articles tell alike is one fact, what happened twice stays two.

Two claims of one type between one pair, both told as happened or both with one other status, are the same
fact where nothing that tells events apart (date, sum, title, …) contradicts. What one article tells as two
facts stays two. A claim that fits several facts and shares nothing with any one of them is one of its own where such
things happen again and again (gifts, emails); else it goes to the fact that is told most.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract import ontology
from extract.merge import sums_agree, title_key
from extract.names import words
from extract.records import Qualifiers, StatusName
from graph.records import Evidence
from graph.spans import span

HAPPENED = "happened"
"""The class of what is asserted or alleged; every other status is a class of its own."""

_SUM = ("amount", "amount_min", "amount_max")
_TELLING = ("date", "start", "end", "amount", "title", "court", "for", "venue")
_AGAIN = frozenset({"FUNDED", "RAISED", "EMAILED", "SUED", "INTERVIEWED", "RECRUITED", "HELD_ROLE"})
"""Types of which one pair may well have several facts."""
_STRICT = frozenset({"FUNDED", "RAISED", "INTERVIEWED", "HELD_ROLE"})
"""Types of which two facts are one only if they share a detail or one has none: no sum of one with another's date."""
_ROUND = re.compile(r"\b(?:series\s+[a-k]|pre-?seed|seed|angel)\b", re.IGNORECASE)
_STATUS_ORDER: tuple[StatusName, ...] = ("asserted", "alleged", "denied", "planned", "attempted", "failed")


class Told(NamedTuple):
    """One claim of one article; `ends` are the indices of its parties there, sorted for symmetric types."""

    ends: tuple[int, int]
    evidence: Evidence


class Fact(NamedTuple):
    """Claims that say the same, and what they say together."""

    qualifiers: Qualifiers
    told: tuple[Told, ...]
    signatures: tuple[str, ...]


def class_of(status: str) -> str:
    """`class_of("alleged") == "happened"`, `class_of("planned") == "planned"`."""
    return HAPPENED if ontology.STATUSES[status].happened else status


def facts(relation: str, told: Iterable[Told]) -> list[Fact]:
    """The facts in claims of one type, one pair and one class; the same in any order of claims."""
    by_signature: dict[str, list[Told]] = {}
    for one in sorted(told, key=_place):
        by_signature.setdefault(_signature(one.evidence.qualifiers), []).append(one)
    found: list[_Growing] = []
    for signature in sorted(by_signature, key=lambda s: _specific(relation, by_signature[s][0], s)):
        claims = by_signature[signature]
        home = _home(relation, claims, found)
        if home is None:
            home = _Growing([], [], set(), [])
            found.append(home)
        home.told.extend(claims)
        home.signatures.append(signature)
        home.places.update((one.evidence.article, one.ends) for one in claims)
        home.known[:] = [combine(one.evidence.qualifiers for one in home.told)]
    return [
        Fact(combine(e.qualifiers for e in ordered(one.told)), tuple(one.told), tuple(sorted(one.signatures)))
        for one in found
    ]


class _Growing(NamedTuple):
    told: list[Told]
    signatures: list[str]
    places: set[tuple[str, tuple[int, int]]]
    known: list[Qualifiers]


def _home(relation: str, claims: Sequence[Told], found: Sequence[_Growing]) -> _Growing | None:
    """The fact that the claims belong to; None where it is none or nothing says which."""
    here = {(one.evidence.article, one.ends) for one in claims}
    asked = claims[0].evidence.qualifiers
    fits = [one for one in found if here.isdisjoint(one.places) and agree(relation, asked, one.known[0])]
    if len(fits) < 2:
        return fits[0] if fits else None
    shared = [len(_details(relation, asked) & _details(relation, one.known[0])) for one in fits]
    best = max(shared)
    if relation in _AGAIN:
        return fits[shared.index(best)] if best and shared.count(best) == 1 else None
    support = [len({one.evidence.article for one in fit.told}) for fit in fits]
    return fits[max(range(len(fits)), key=lambda i: (shared[i], support[i], -i))]


def agree(relation: str, p: Qualifiers, q: Qualifiers) -> bool:
    """Whether two claims of one type between one pair can be the same fact."""
    if not dates_agree(p.date, q.date) or not _terms_agree(p, q):
        return False
    if not sums_agree(p, q) or not _rounds_agree(p.kind, q.kind):
        return False
    if not all(texts_agree(a, b) for a, b in ((p.court, q.court), (p.for_, q.for_), (p.venue, q.venue))):
        return False
    if relation == "HELD_ROLE" and not _titles_agree(p, q):
        return False
    a, b = _details(relation, p), _details(relation, q)
    return not (relation in _STRICT and a and b and not a & b)


def dates_agree(a: str | None, b: str | None) -> bool:
    """`dates_agree("2015", "2015-05")`; an interval agrees with itself alone, None with everything."""
    if a is None or b is None:
        return True
    a, b = a.replace("~", ""), b.replace("~", "")
    if "/" in a or "/" in b:
        return a == b
    short = min(len(a), len(b))
    return a[:short] == b[:short]


def texts_agree(a: str | None, b: str | None) -> bool:
    """Whether one text says what the other says, or more: "High Court" and "the High Court in London"."""
    if a is None or b is None:
        return True
    one, other = set(words(a)) - {"the"}, set(words(b)) - {"the"}
    return one <= other or other <= one


def titles_agree(a: str, b: str) -> bool:
    """`titles_agree("CEO", "chief executive and chairman")`: the same office, or the same told at greater length."""
    short, long = sorted((_title(a), _title(b)), key=lambda t: (len(t), t))
    if short == long:
        return True
    return bool(short) and long[: len(short)] == short and long[len(short)] in ("of", "for", "at", "in", "and")


def combine(told: Iterable[Qualifiers]) -> Qualifiers:
    """What claims of one fact say together: the finest date of each kind, the first of everything else."""
    given: dict[str, str | int | float] = {}
    for one in told:
        new = one.given()
        if any(key in given for key in _SUM):
            new = {key: value for key, value in new.items() if key not in (*_SUM, "currency")}
        for key, value in new.items():
            if key not in given or (key in ("date", "start", "end") and _finer(str(given[key]), str(value))):
                given[key] = value
    return Qualifiers.model_validate(given)


def ordered(told: Iterable[Told]) -> tuple[Evidence, ...]:
    """Evidence, the best first, then by article and offset; what is told by the same words is there once."""
    unique = dict.fromkeys(one.evidence for one in sorted(told, key=_place))
    if not unique:
        return ()
    best = min(unique, key=_quality)
    return (best, *(one for one in unique if one is not best))


def standing(evidence: Sequence[Evidence]) -> tuple[StatusName, str | None]:
    """The status of a fact and who says so; nobody where a piece of its best evidence speaks in its own voice."""
    status = min((one.status for one in evidence), key=_STATUS_ORDER.index)
    sources = [one.source for one in evidence if one.status == status]
    return status, None if None in sources else sources[0]


def identity(relation: str, found: Sequence[Fact]) -> list[tuple[str, ...]]:
    """What tells each fact of one pair from the others: title and sum; where that is not enough, all that is told."""
    cores = [_core(relation, one.qualifiers) for one in found]
    return [
        core if cores.count(core) == 1 else (*core, *one.signatures) for core, one in zip(cores, found, strict=True)
    ]


def _core(relation: str, q: Qualifiers) -> tuple[str, ...]:
    title = " ".join(_title(q.title)) if q.title and relation == "HELD_ROLE" else ""
    sums = [q.amount, q.amount_min, q.amount_max]
    return title, *("" if one is None else repr(float(one)) for one in sums), q.currency or ""


def _details(relation: str, q: Qualifiers) -> frozenset[str]:
    """Keys of what tells this claim from others of its type; a sum is one detail, however exact."""
    given = q.given()
    return frozenset(
        key for key in _TELLING if key in given or (key == "amount" and any(one in given for one in _SUM))
    ) & {*ontology.relation(relation).qualifiers}


def _specific(relation: str, one: Told, signature: str) -> tuple[int, int, str]:
    q = one.evidence.qualifiers
    exact = sum(len(date.replace("~", "")) for date in (q.date, q.start, q.end) if date)
    return -len(_details(relation, q)), -exact, signature


def _signature(q: Qualifiers) -> str:
    given = {key: float(value) if isinstance(value, int) else value for key, value in q.given().items()}
    return json.dumps(given, sort_keys=True)


def _terms_agree(p: Qualifiers, q: Qualifiers) -> bool:
    if not dates_agree(p.start, q.start) or not dates_agree(p.end, q.end):
        return False
    return not any(_after(one.start, other.end) for one, other in ((p, q), (q, p)))


def _after(start: str | None, end: str | None) -> bool:
    begun, ended = span(start), span(end)
    return bool(begun and ended and begun.first and ended.last and begun.first > ended.last)


def _titles_agree(p: Qualifiers, q: Qualifiers) -> bool:
    if p.title is not None and q.title is not None:
        return titles_agree(p.title, q.title)
    if p.title is None and q.title is None:
        return True
    return (p if p.title is None else q).end is None


def _title(title: str) -> tuple[str, ...]:
    key = title_key(title.replace("‑", "-"))
    return tuple(word for word in key.split() if word not in ("a", "an", "the", "its", "former", "current", "then"))


def _rounds_agree(a: str | None, b: str | None) -> bool:
    one, other = (frozenset(" ".join(r.lower().split()) for r in _ROUND.findall(kind or "")) for kind in (a, b))
    return not one or not other or one == other


def _finer(known: str, other: str) -> bool:
    """Whether another date that agrees says more: a day rather than a year, a certain one rather than an uncertain."""
    if "/" in known or "/" in other:
        return "~" in known and "~" not in other
    bare, more = known.replace("~", ""), other.replace("~", "")
    return len(more) > len(bare) or (more == bare and "~" in known and "~" not in other)


def _place(one: Told) -> tuple[str, int, int, str, str, bool, float, tuple[str, ...], str, tuple[int, int]]:
    e = one.evidence
    return (
        e.article,
        e.start,
        e.end,
        e.status,
        e.source or "",
        e.source is None,
        e.score,
        e.voices,
        _signature(e.qualifiers),
        one.ends,
    )


def _quality(one: Evidence) -> tuple[int, bool, int, float]:
    return _STATUS_ORDER.index(one.status), one.source is not None, -len(one.qualifiers.given()), -one.score
