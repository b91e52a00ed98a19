"""A marked article → the same story about others: names are swapped for names of the same kind from other texts.

A model that sees a few hundred articles many times learns their names by heart; with other names at each pass it has
to read what is said of them. An entity keeps its name where a swap could tear the text: a name inside another's name,
a nickname, a description that repeats a word of it.
"""

import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.training.corpora import Labelled
from extract.training.tagged import Marked, Marking

SHARES = {"Person": 0.7, "Company": 0.6, "Organization": 0.3, "Product": 0.5, "Place": 0.4}
"""How often an entity of a type gets another name, where it can."""
_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_PLAIN = re.compile(r"[^\W\d_][\w'’-]*")


class Pool(NamedTuple):
    """Names to choose from: first names by gender, surnames, and names of other types by their looks."""

    first: dict[str, tuple[str, ...]]
    last: tuple[str, ...]
    others: dict[tuple[str, bool, bool], tuple[str, ...]]
    """By type, whether "the" goes before it, and whether it is more than a word."""


def pool(markings: Iterable[Marking], documents: Iterable[Labelled] = ()) -> Pool:
    """The names of marked articles, and surnames and places of labelled documents."""
    first: dict[str, set[str]] = {"he": set(), "she": set(), "": set()}
    last: set[str] = set()
    others: dict[tuple[str, bool, bool], set[str]] = {}
    for marking in markings:
        for number, kind, name in marking.entities:
            words = name.split()
            if kind != "Person":
                others.setdefault((kind, _with_article(marking, number), len(words) > 1), set()).add(name)
            elif 2 <= len(words) <= 3 and _whole(words):
                first[_gender(marking, number)].add(words[0])
                last.add(words[-1])
    for document in documents:
        for start, end, label in document.names:
            words = document.text[start:end].split()
            if label == "PERSON" and len(words) == 2 and _whole(words):
                last.add(words[1])
            elif label == "LOC" and len(words) == 1 and _whole(words):
                others.setdefault(("Place", False, False), set()).add(words[0])
    first[""] |= first["he"] | first["she"]
    return Pool(
        first={gender: tuple(sorted(names)) for gender, names in first.items()},
        last=tuple(sorted(last)),
        others={look: tuple(sorted(names)) for look, names in others.items()},
    )


def renamed(marking: Marking, names: Pool, chance: random.Random) -> Marking:
    """`marking` with some of its entities renamed throughout; every offset re-slices the new text."""
    changes: list[tuple[int, int, str]] = []
    used = {name for _, _, name in marking.entities}
    for number, kind, name in marking.entities:
        mine = [m for m in marking.mentions if m.kind == "name" and m.entities == (number,)]
        share = SHARES.get(kind, 0.0)
        if not mine or chance.random() >= share or not _alone(marking, mine):
            continue
        fresh = _fresh(marking, number, kind, name, names, chance)
        if fresh is None or fresh in used:
            continue
        forms = {marking.text[m.start : m.end] for m in mine}
        said = {form: _form(form, name, fresh, kind) for form in sorted(forms)}
        if all(said.values()):
            used.add(fresh)
            changes += [(m.start, m.end, str(said[marking.text[m.start : m.end]])) for m in mine]
    return _rewritten(marking, sorted(changes))


def _whole(words: Sequence[str]) -> bool:
    return all(_PLAIN.fullmatch(word) and word[0].isupper() for word in words)


def _gender(marking: Marking, number: int) -> str:
    said = [marking.text[m.start : m.end].lower() for m in marking.mentions if m.entities == (number,)]
    he, she = sum(word in _HE for word in said), sum(word in _SHE for word in said)
    return "he" if he and not she else "she" if she and not he else ""


def _with_article(marking: Marking, number: int) -> bool:
    places = (m.start for m in marking.mentions if m.kind == "name" and m.entities == (number,))
    return any(marking.text[max(0, start - 4) : start].lower() == "the " for start in places)


def _alone(marking: Marking, mine: Sequence[Marked]) -> bool:
    """Its names stand in the text as its own mentions only, with no other mention inside them."""
    own = {(m.start, m.end) for m in mine}
    for start, end in own:
        if any(start <= m.start and m.end <= end and (m.start, m.end) not in own for m in marking.mentions):
            return False
    for form in {marking.text[start:end] for start, end in own}:
        for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", marking.text, re.I):
            if not any(start <= found.start() and found.end() <= end for start, end in own):
                return False
    return True


def _fresh(marking: Marking, number: int, kind: str, name: str, names: Pool, chance: random.Random) -> str | None:
    words = name.split()
    if kind == "Person":
        if not _whole(words) or len(words) > 3:
            return None
        given = names.first[_gender(marking, number)]
        surname = chance.choice(names.last)
        return surname if len(words) == 1 else f"{chance.choice(given)} {surname}"
    said = {
        word
        for m in marking.mentions
        if m.kind == "nominal" and number in m.entities
        for word in marking.text[m.start : m.end].lower().split()
    }
    if said & {word.lower() for word in words}:
        return None
    choices = names.others.get((kind, _with_article(marking, number), len(words) > 1), ())
    return chance.choice(choices) if choices else None


def _form(form: str, name: str, fresh: str, kind: str) -> str | None:
    """How the new name is told where the old one was told as `form`; None if that cannot be said."""
    capitals = form.isupper() and not name.isupper() and len(form) > 4
    old, new, said = name.split(), fresh.split(), form.split()
    if capitals:
        found = _form(form, name.upper(), fresh.upper(), kind)
    elif form.lower() == name.lower():
        found = fresh
    elif kind == "Person":
        parts = {old[-1]: new[-1], old[0]: new[0]}
        known = [parts[word] for word in said if word in parts]
        found = " ".join(known) if known and all(word in old for word in said) else None
    elif said == old[: len(said)]:
        found = " ".join(new[: max(1, len(new) - (len(old) - len(said)))])
    elif len(new) > 1 and form == "".join(word[0] for word in old):
        found = "".join(word[0] for word in new).upper()
    else:
        found = None
    return found


def _rewritten(marking: Marking, changes: Sequence[tuple[int, int, str]]) -> Marking:
    starts = [start for start, _, _ in changes]
    text, last, shifts = "", 0, [0]
    for start, end, word in changes:
        text += marking.text[last:start] + word
        last = end
        shifts.append(shifts[-1] + len(word) - (end - start))

    def moved(place: int, closes: bool) -> int:
        """A place in the old text → in the new one; inside a changed name, its edges only."""
        number = bisect_right(starts, place - 1 if closes else place)
        if number and place < changes[number - 1][1]:
            return starts[number - 1] + shifts[number - 1] + (len(changes[number - 1][2]) if closes else 0)
        return place + shifts[number]

    return marking._replace(
        text=text + marking.text[last:],
        mentions=tuple(
            m._replace(start=moved(m.start, closes=False), end=moved(m.end, closes=True)) for m in marking.mentions
        ),
        facts=tuple(
            fact._replace(start=moved(fact.start, closes=False), end=moved(fact.end, closes=True))
            for fact in marking.facts
        ),
    )
