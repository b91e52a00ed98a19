"""Local entities of all articles → entities of the graph, joined by type, name and aliases, each join with its reason.

Never persons on a surname alone, never two that a judgement holds apart, never two families; what could be
several is listed, not merged. The order of articles does not matter: profiles and pairs are sorted first.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from extract import names, ontology
from extract.records import Extraction, LocalEntity
from graph.judgements import Judgement, Member

Key = tuple[str, str, str]
"""Family, plain name, and the article where the name stands for somebody of its own there ("" elsewhere)."""
Place = tuple[str, int]
"""Article id and index of the entity in its extraction."""

SURE = 0.8
"""Least score of a join; what is below it, down to NEAR, is listed as ambiguous."""
NEAR = 0.5
_ALIKE = 90.0
"""Least rapidfuzz ratio of two names that are listed as near."""


class Join(NamedTuple):
    """Two profiles that are one (or may be), with a score from 0 to 1 and the reason."""

    left: Key
    right: Key
    score: float
    reason: str


class Profile(NamedTuple):
    """All local entities of one family and plain name."""

    key: Key
    name: str
    aliases: frozenset[str]
    places: tuple[Place, ...]


class Cluster(NamedTuple):
    """One entity of the graph: its profiles, sorted by key."""

    profiles: tuple[Profile, ...]


class Resolution(NamedTuple):
    """Clusters sorted by their first key; joins that were made; joins that somebody should look at."""

    clusters: tuple[Cluster, ...]
    joins: tuple[Join, ...]
    ambiguous: tuple[Join, ...]


def resolve(extractions: Iterable[Extraction], judgements: Sequence[Judgement] = ()) -> Resolution:
    """Join the entities of all extractions given; withdrawn articles must have been left out."""
    profiles = _profiles(extractions, judgements)
    apart = _apart(profiles, judgements)
    asked = [
        Join(left, right, 1.0, "judged the same")
        for judgement in judgements
        if judgement.kind == "same"
        for left in _keys(profiles, judgement.pair()[0])
        for right in _keys(profiles, judgement.pair()[1])
        if left != right
    ]
    proposed = _unambiguous(sorted(set(_pairs(profiles)), key=lambda j: (-j.score, j.left, j.right, j.reason)))
    parent = {key: key for key in profiles}
    members: dict[Key, list[Key]] = {key: [key] for key in profiles}

    def find(key: Key) -> Key:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    made, open_ = [], []
    for join in [*sorted(asked), *proposed]:
        one, other = sorted((find(join.left), find(join.right)))
        if one == other:
            continue
        blocked = any(
            (a, b) in apart or (join.score < 1.0 and _contradict(profiles[a], profiles[b]))
            for a in members[one]
            for b in members[other]
        )
        if blocked:
            continue
        if join.score < SURE:
            open_.append(join)
            continue
        parent[other] = one
        members[one] += members.pop(other)
        made.append(join)
    clusters = tuple(Cluster(tuple(profiles[key] for key in sorted(keys))) for _, keys in sorted(members.items()))
    return Resolution(clusters, tuple(made), tuple(j for j in open_ if find(j.left) != find(j.right)))


def named(entity: LocalEntity) -> frozenset[str]:
    """The names of a local entity, descriptions and pronouns left out."""
    spoken = {mention.text for mention in entity.mentions if mention.kind == "name"}
    return frozenset(spoken | {entity.name})


def _alone(family: str, name: str) -> bool:
    """A person known by one word alone: the same word elsewhere may be somebody else."""
    return family == "Person" and not names.person(name).first


def _profiles(extractions: Iterable[Extraction], judgements: Sequence[Judgement]) -> dict[Key, Profile]:
    told_apart = {
        (*member.key, member.article)
        for judgement in judgements
        if judgement.kind != "withdraw"
        for member in judgement.pair()
        if member.article
    }
    places: dict[Key, list[Place]] = defaultdict(list)
    spelled: dict[Key, set[str]] = defaultdict(set)
    aliases: dict[Key, set[str]] = defaultdict(set)
    for extraction in sorted(extractions, key=lambda one: one.article.id):
        for index, entity in enumerate(extraction.entities):
            family, plain = ontology.family(entity.type), names.plain(entity.name)
            own = _alone(family, entity.name) or (family, plain, extraction.article.id) in told_apart
            key = (family, plain, extraction.article.id if own else "")
            places[key].append((extraction.article.id, index))
            spelled[key].add(entity.name)
            aliases[key] |= named(entity)
    return {key: Profile(key, min(spelled[key]), frozenset(aliases[key]), tuple(places[key])) for key in sorted(places)}


def _keys(profiles: dict[Key, Profile], member: Member) -> list[Key]:
    return [
        key
        for key, profile in profiles.items()
        if key[0] == member.family
        and (key[1] == member.key[1] or member.key[1] in {names.plain(alias) for alias in profile.aliases})
        and (member.article is None or any(article == member.article for article, _ in profile.places))
    ]


def _apart(profiles: dict[Key, Profile], judgements: Sequence[Judgement]) -> set[tuple[Key, Key]]:
    pairs = set()
    for judgement in judgements:
        if judgement.kind == "different":
            left, right = judgement.pair()
            for a in _keys(profiles, left):
                for b in _keys(profiles, right):
                    if a != b and (a[1], b[1]) in {(left.key[1], right.key[1]), (right.key[1], left.key[1])}:
                        pairs |= {(a, b), (b, a)}
    return pairs


def _blocks(profiles: dict[Key, Profile]) -> dict[tuple[str, str], list[Key]]:
    """Profiles that share a word worth comparing: a person's surname, a body's first word, its letters."""
    blocks: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, profile in profiles.items():
        family = key[0]
        words: set[str] = set()
        for alias in profile.aliases:
            if family == "Person":
                words.add(names.person(alias).last)
            elif family == "Organization":
                body = names.body_words(alias)
                words |= {body[0], names.acronym(alias)} if body else set()
            else:
                words.add(names.plain(alias))
        for word in sorted(words - {""}):
            blocks[family, word].append(key)
    return blocks


def _pairs(profiles: dict[Key, Profile]) -> Iterable[Join]:
    for keys in _blocks(profiles).values():
        for position, left in enumerate(keys):
            for right in keys[position + 1 :]:
                join = _compare(profiles[left], profiles[right])
                if join is not None:
                    yield join


def _compare(one: Profile, other: Profile) -> Join | None:
    left, right = sorted((one, other))
    family = left.key[0]
    if left.key[2] or right.key[2]:
        if left.key[1] == right.key[1] or _short(family, left, right):
            return Join(left.key, right.key, 0.6, "a surname or first name alone")
        return None
    if family == "Person":
        return _compare_people(left, right)
    if family == "Organization":
        return _compare_bodies(left, right)
    if {names.plain(a) for a in left.aliases} & {names.plain(a) for a in right.aliases}:
        return Join(left.key, right.key, 0.9, "a name in common")
    return None


def _short(family: str, left: Profile, right: Profile) -> bool:
    return family == "Person" and (names.same_person(left.name, right.name) or names.same_person(right.name, left.name))


def _compare_people(left: Profile, right: Profile) -> Join | None:
    a, b = names.person(left.name), names.person(right.name)
    if names.same_person(left.name, right.name) or names.same_person(right.name, left.name):
        if min(len(a.first), len(b.first)) == 1:
            return Join(left.key, right.key, 0.7, "an initial for the first name")
        return Join(left.key, right.key, 0.9, "same first and last name")
    if a.last == b.last and fuzz.ratio(left.key[1], right.key[1]) >= _ALIKE:
        return Join(left.key, right.key, 0.6, "nearly the same name")
    return None


def _compare_bodies(left: Profile, right: Profile) -> Join | None:
    if names.body_words(left.name) == names.body_words(right.name):
        return Join(left.key, right.key, 0.98, "same name but for article and legal form")
    short, full = sorted((left, right), key=lambda p: (len(names.body_words(p.name)), p.key))
    known = {names.plain(alias) for alias in full.aliases}
    if names.plain(short.name) in known:
        return Join(left.key, right.key, 0.9, f"{full.name} is also called {short.name}")
    if names.same_body(short.name, full.name):
        return Join(left.key, right.key, 0.7, f"{short.name} may be short for {full.name}")
    if fuzz.ratio(left.key[1], right.key[1]) >= _ALIKE:
        return Join(left.key, right.key, 0.6, "nearly the same name")
    return None


def _unambiguous(joins: Sequence[Join]) -> list[Join]:
    """A short name that fits several bodies surely joins none: its joins become ambiguous ones."""
    partners: dict[Key, set[Key]] = defaultdict(set)
    for join in joins:
        if SURE <= join.score < 0.98:
            partners[join.left].add(join.right)
            partners[join.right].add(join.left)
    return [
        join._replace(score=0.75, reason=f"{join.reason}; so may others be")
        if SURE <= join.score < 0.98
        and any(
            len(partners[key]) > 1 and len(key[1]) < len(other[1])
            for key, other in ((join.left, join.right), (join.right, join.left))
        )
        else join
        for join in joins
    ]


def _contradict(left: Profile, right: Profile) -> bool:
    """Two people of one cluster whose full names cannot be one person's."""
    if left.key[0] != "Person":
        return False
    a, b = names.person(left.name), names.person(right.name)
    if a.middle and b.middle and a.middle[0] != b.middle[0]:
        return True
    return bool(a.first and b.first) and not (
        names.same_person(left.name, right.name) or names.same_person(right.name, left.name)
    )
