"""Names proposed → typed names: what is proposed, cleaned, found again, and typed by a vote over the whole article.

`("Altman", Person .9), ("Altman", Company .6), ("Sam Altman", Person .9)` → three Person names: one name, one type.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extract import cues, ontology
from extract import names as spelled


class Name(NamedTuple):
    """A name in the text, with how much each entity type speaks for it (0 to 1); offsets are characters."""

    start: int
    end: int
    scores: Mapping[str, float]


class Typed(NamedTuple):
    """A name with its type settled; `score` is that type's share of the vote, `definite`: "the" stands before it."""

    start: int
    end: int
    text: str
    type: str
    score: float
    definite: bool = False


_PUBLIC = frozenset(
    "university college institute school academy court department ministry agency commission council committee "
    "association union federation bureau senate parliament congress police army navy party church foundation trust "
    "society authority office board administration government service hospital museum league".split()
)
"""Words that make a body an Organization only."""
_TRADES = spelled.LEGAL | frozenset(
    "capital ventures partners bank technologies technology systems software labs motors airlines pharmaceuticals "
    "energy industries media studios entertainment brothers & insurance securities times post journal".split()
)
"""Words that make a body a Company."""
CUE = 0.8
"""Weight of the words around a name beside the reader's own score of it."""
_LEADING = re.compile(r"^(?:the|a|an|this|that|his|her|its|their|our)\s+", re.I)
_TRAILING = re.compile(r"(?:['’]s|['’])$")
_CAPITAL = re.compile(r"[^\W\d_]|\d")


def settle(text: str, proposed: Iterable[Name], gazetteer: Mapping[str, str] | None = None) -> list[Typed]:
    """Proposed names → names cleaned at their edges, found again elsewhere, one type a name; sorted, no overlaps.

    `gazetteer` maps plain names to types and wins over every vote.
    """
    fixed = dict(gazetteer or {})
    cleaned = [name for name in (_clean(text, one) for one in _whole(text, proposed)) if name is not None]
    cleaned += _listed(text, fixed)
    votes = _votes(text, cleaned)
    for surname in _surnames(text, cleaned, votes):
        votes.setdefault(spelled.plain(surname), {"Person": 1.0})
    spans = _apart([(name.start, name.end) for name in cleaned] + _again(text, cleaned, votes))
    settled = []
    for start, end in spans:
        surface = text[start:end]
        key = spelled.plain(surface)
        definite = text[max(0, start - 4) : start].lower() == "the " or surface.startswith("The ")
        if key in fixed:
            settled.append(Typed(start, end, surface, fixed[key], 1.0, definite))
        elif votes.get(key):
            scores = votes[key]
            best = _best(surface, scores)
            settled.append(Typed(start, end, surface, best, scores[best] / sum(scores.values()), definite))
    return settled


_TIE = re.compile(r"['’]?-['’]?|['’]")


def _whole(text: str, proposed: Iterable[Name]) -> list[Name]:
    """Names cut at a hyphen or an apostrophe put together: "Ann Price" and "Okoro" in "Ann Price-Okoro", "O" and "Dea".

    Two places or two companies stay two: "the Riga-Helsinki line".
    """
    found: list[Name] = []
    for name in sorted(proposed, key=lambda one: (one.start, one.end)):
        last = found[-1] if found else None
        if last is not None and _TIE.fullmatch(text[last.end : name.start]) and text[name.start].isupper():
            kinds = {max(sorted(one.scores), key=lambda kind: one.scores[kind]) for one in (last, name) if one.scores}
            if "Person" in kinds:
                scores = {kind: max(last.scores.get(kind, 0), score) for kind, score in name.scores.items()}
                found[-1] = Name(last.start, name.end, {**last.scores, **scores})
                continue
        found.append(name)
    return found


def _clean(text: str, name: Name) -> Name | None:
    """Blanks, quotes, leading articles and possessives cut off; None where no letter is left."""
    start, end = name.start, name.end
    while True:
        piece = text[start:end]
        kept = piece.strip(' \t\r\n"“”‘,;:.()[]<>-–—*•') if not _abbreviated(piece) else piece.strip(' \t\r\n"“”‘,;:(')
        lead = _LEADING.match(kept)
        inner = kept[lead.end() :] if lead and not kept.startswith("The ") else kept
        inner = _TRAILING.sub("", inner)
        if inner == piece:
            break
        if not inner:
            return None
        start = text.index(inner, start, end)
        end = start + len(inner)
    if spelled.only_titles(text[start:end]):
        return None
    if not _CAPITAL.search(text[start:end]) or not (text[start:end][:1].isalnum() or text[start:end][:1] in "@#"):
        return None
    return Name(start, end, name.scores)


def _abbreviated(piece: str) -> bool:
    """ "Acme Inc." and "John Doe Jr." keep their full stop."""
    return bool(re.search(r"(?:\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|St|[A-Z])|\.[A-Z])\.$", piece.rstrip()))


def _votes(text: str, found: Sequence[Name]) -> dict[str, dict[str, float]]:
    """Plain name → type → sum of scores; a surname and its full name vote together."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    surfaces: dict[str, str] = {}
    for name in found:
        surface = text[name.start : name.end]
        key = spelled.plain(surface)
        surfaces.setdefault(key, surface)
        for kind, score in name.scores.items():
            votes[key][kind] += score
        for kind, weight in cues.around(text, name.start, name.end):
            votes[key][kind] += CUE * weight
    _share(votes, surfaces)
    return {key: dict(vote) for key, vote in votes.items()}


def _share(votes: Mapping[str, dict[str, float]], surfaces: Mapping[str, str]) -> None:
    """A full name speaks for its short forms: a person's for first and last name, a body's for its first word.

    For a name that runs its words together ("@AnnLee") it speaks alone.
    """
    people: dict[str, list[str]] = defaultdict(list)
    bodies: dict[str, list[str]] = defaultdict(list)
    for key in sorted(votes):
        top, whole = _top(votes[key]), spelled.person(surfaces[key])
        if top == "Person" and whole.first:
            for part in {whole.first, whole.last}:
                people[part].append(key)
        elif top == "Organization" and len(spelled.words(surfaces[key])) > 1:
            bodies[spelled.body_words(surfaces[key])[0]].append(key)
    together = {key.replace(" ", ""): key for key in sorted(votes) if " " in key}
    for key, vote in votes.items():
        if " " in key:
            continue
        if key in together:
            vote.clear()
            vote.update(votes[together[key]])
        for kind, full in (("Person", people), ("Company", bodies), ("Organization", bodies)):
            vote[kind] = vote.get(kind, 0.0) + sum(votes[one].get(kind, 0.0) for one in full.get(key, ()) if one != key)


def _top(vote: Mapping[str, float]) -> str:
    """The family with the most votes, as its first member's name."""
    families: dict[str, float] = defaultdict(float)
    for kind in sorted(vote):
        families[ontology.family(kind)] += vote[kind]
    return max(sorted(families), key=lambda one: families[one])


def _best(surface: str, vote: Mapping[str, float]) -> str:
    """The type with the most votes: first the family, then Company or Organization by vote and by the name's words."""
    family = _top(vote)
    if family != "Organization":
        return family
    found = set(spelled.words(surface))
    company = vote.get("Company", 0.0) + (0.3 * sum(vote.values()) if found & _TRADES else 0.0)
    public = vote.get("Organization", 0.0) + (0.3 * sum(vote.values()) if found & _PUBLIC else 0.0)
    return "Company" if company >= public else "Organization"


def _surnames(text: str, found: Sequence[Name], votes: Mapping[str, Mapping[str, float]]) -> list[str]:
    """The surnames of the people named in full, in capitals as they stand; they may stand alone elsewhere."""
    surnames = set()
    for surface in {text[name.start : name.end] for name in found}:
        whole = spelled.person(surface)
        if whole.first and _top(votes[spelled.plain(surface)]) == "Person":
            last = next((w for w in reversed(surface.split()) if spelled.plain(w) == whole.last), "")
            if len(last) > 2 and last[0].isupper():
                surnames.add(last.strip(".,"))
    return sorted(surnames)


def _again(text: str, found: Sequence[Name], votes: Mapping[str, Mapping[str, float]]) -> list[tuple[int, int]]:
    """Places where a known name stands again unmarked; common words only where they look like names."""
    taken = bytearray(len(text) + 1)
    for name in found:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    wanted = {text[name.start : name.end] for name in found} | set(_surnames(text, found, votes))
    more = []
    for surface in sorted(wanted, key=lambda s: (-len(s), s)):
        if len(surface) < 2 or not any(c.isupper() or c.isdigit() for c in surface):
            continue
        for match in re.finditer(rf"(?<![\w@.]){re.escape(surface)}(?![\w@])", text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * len(surface)
                more.append(match.span())
    return more


def _listed(text: str, fixed: Mapping[str, str]) -> list[Name]:
    """Names of the gazetteer that stand in the text, in any case but at word borders."""
    return [
        Name(match.start(), match.end(), {fixed[key]: 1.0})
        for key in sorted(fixed)
        for match in re.finditer(rf"(?<!\w){re.escape(key)}(?!\w)", text, re.I)
        if any(c.isupper() or c.isdigit() for c in match.group())
    ]


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans without overlaps, longest first, sorted."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda s: (-(s[1] - s[0]), s)):
        if all(end <= s or e <= start for s, e in kept):
            kept.append((start, end))
    return sorted(kept)
