"""Clusters of equal names → pairs that may be one: by alias, short form, initials, nickname, slip of the pen.

Names are looked up in tables of what could be written instead, so that the work grows with the names and not with
their square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import NamedTuple

from extract import names as words_of
from graph import names

CALLED = names.Likeness(0.9, "an article calls one by the other's name")
SHORT = names.Likeness(0.75, "an article uses it as a short form")
ALSO = names.Likeness(0.7, "an article uses it as another name")


class Local(NamedTuple):
    """An entity of one article: the article's id and the entity's index in its extraction."""

    article: str
    number: int


class Node(NamedTuple):
    """Entities that bear one name, over all articles; `names` and `aliases` count the articles of each spelling."""

    id: Local
    family: str
    names: Mapping[str, int]
    aliases: Mapping[str, int]
    articles: frozenset[str]


class Pair(NamedTuple):
    """Two nodes that may be one; `vague` bears the name that says less."""

    vague: Local
    full: Local
    score: float
    reason: str


def pairs(nodes: Iterable[Node]) -> list[Pair]:
    """The likeliest pair of every two nodes that may be one, sorted."""
    by_family: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(nodes):
        by_family[node.family].append(node)
    best: dict[tuple[Local, Local], Pair] = {}
    for family, members in sorted(by_family.items()):
        for vague, full, like in (*_by_alias(family, members), *_by_name(family, members)):
            if vague.id == full.id:
                continue
            at = min(vague.id, full.id), max(vague.id, full.id)
            found = Pair(vague.id, full.id, *like)
            if at not in best or found.score > best[at].score:
                best[at] = found
    return sorted(best.values())


_Found = tuple[Node, Node, names.Likeness]


def _by_alias(family: str, nodes: Iterable[Node]) -> Iterator[_Found]:
    """A node's alias in one article is another node's name."""
    named: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        for key in sorted({names.key(family, name) for name in node.names}):
            named[key].append(node)
    for full in nodes:
        for alias in sorted(full.aliases):
            for vague in named.get(names.key(family, alias), ()):
                if vague.id != full.id and (like := _alias_likeness(family, alias, full)) is not None:
                    yield vague, full, like


def _alias_likeness(family: str, alias: str, full: Node) -> names.Likeness | None:
    if names.strong(family, alias):
        return CALLED
    if family == "Person" or not names.is_name(family, alias) or alias.startswith("the "):
        return None
    return SHORT if any(words_of.same_body(alias, name) for name in full.names) else ALSO


def _by_name(family: str, nodes: Iterable[Node]) -> Iterator[_Found]:
    """Two nodes' names are alike."""
    bearers: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        for name in sorted(node.names):
            bearers[name].append(node)
    for one, other in _name_pairs(family, sorted(bearers)):
        like = names.compare(family, one, other)
        if like is not None:
            for a in bearers[one]:
                for b in bearers[other]:
                    yield (*_directed(family, a, one, b, other), like)


def _name_pairs(family: str, listed: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that share a place, each once."""
    whole: dict[tuple[str, ...], list[str]] = defaultdict(list)
    part: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in listed:
        for place in set(_places(family, name)):
            whole[place].append(name)
        for place in set(_fuller(family, name)):
            part[place].append(name)
    seen: set[tuple[str, str]] = set()
    for place, here in whole.items():
        others = part.get(place, ())
        for one, other in (*combinations(here, 2), *product(here, others)):
            at = min(one, other), max(one, other)
            if at not in seen and names.key(family, one) != names.key(family, other):
                seen.add(at)
                yield at


def _places(family: str, name: str) -> Iterator[tuple[str, ...]]:
    """Where a name is looked up; those that may be one share a place."""
    if family == "Person":
        who = names.person(name)
        if who.first:
            yield "family", who.last, names.given_letter(name)
            if len(who.last) >= names.NEAR - 1:
                yield from (("slip", who.first, rest) for rest in _shortened(who.last))
        return
    key = names.key(family, name)
    if len(key) >= names.NEAR - 1:
        yield from (("slip", rest) for rest in _shortened(key))
    if family == "Organization":
        yield ("begins", *words_of.body_words(name))
        if names.is_acronym(name):
            yield "initials", key


def _fuller(family: str, name: str) -> Iterator[tuple[str, ...]]:
    """Places of the short forms that a body's full name may have: its beginnings and its initials."""
    if family == "Organization":
        found = words_of.body_words(name)
        yield from (("begins", *found[:length]) for length in range(1, len(found)))
        if len(found) > 1:
            yield "initials", words_of.acronym(name)


def _shortened(text: str) -> Iterator[str]:
    """The text and what is left of it without one letter: two texts one slip apart share one of these."""
    yield text
    yield from (text[:i] + text[i + 1 :] for i in range(len(text)))


def _directed(family: str, a: Node, one: str, b: Node, other: str) -> tuple[Node, Node]:
    """The node whose name says less goes first: fewer words or letters, then fewer articles."""

    def says(node: Node, name: str) -> tuple[int, int, int, Local]:
        who = names.person(name) if family == "Person" else None
        given = len(who.first) > 1 if who else not names.is_acronym(name)
        return given, len(words_of.words(name)), len(node.articles), node.id

    return (a, b) if says(a, one) < says(b, other) else (b, a)
