"""Extractions and judgements → who is who across articles: clusters of local entities, each join with its reason.

First come judgements, then equal names of one family, then pairs that are likely enough, the likeliest first. Never
one are: people known by a surname alone, two that a judgement or an article tells apart, and a name that fits
two who are not one. What could be but is not safe is listed with its candidates, not joined.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extract import ontology
from extract.errors import JudgementError
from extract.records import Extraction, LocalEntity
from graph import judgements as judged
from graph import names
from graph.doubts import Ambiguity, ambiguities
from graph.forest import Forest, allowed, forest, hold_apart, join, root
from graph.judgements import Judgement, Member
from graph.likely import Local, Node, Pair, pairs

JOIN = 0.85
"""The score from which two are one."""
_CONTEXT = 0.7
"""The score from which company in common counts: five hundredths for each of up to three that both keep."""
_RIVAL = 0.1
"""A candidate that is as much likelier than the next is taken, else none is."""


class Join(NamedTuple):
    """Two local entities that were made one."""

    one: Local
    other: Local
    score: float
    reason: str


class Resolution(NamedTuple):
    """Clusters of local entities, sorted; joins beyond equal names; ambiguous names."""

    clusters: tuple[tuple[Local, ...], ...]
    joins: tuple[Join, ...]
    ambiguities: tuple[Ambiguity, ...]


def resolve(extractions: Iterable[Extraction], judgements: Iterable[Judgement] = ()) -> Resolution:
    """Who is who in all articles that are not withdrawn; the same in any order; JudgementError for a contradiction."""
    decided = sorted(set(judgements), key=lambda one: one.model_dump_json())
    gone = judged.withdrawn(decided)
    entities = {
        Local(extraction.article.id, i): entity
        for extraction in sorted(extractions, key=lambda one: one.article.id)
        if extraction.article.id not in gone
        for i, entity in enumerate(extraction.entities)
    }
    trees = forest(entities)
    joins = _obey(trees, entities, decided)
    _join_equal(trees, entities)
    nodes = _nodes(trees, entities)
    likely = _with_context(nodes, [pair for pair in pairs(nodes.values()) if allowed(trees, pair.vague, pair.full)])
    open_pairs: list[Pair] = []
    settled: set[Local] = set()
    for pair in sorted(_unrivalled(likely, open_pairs), key=lambda p: (-p.score, p.vague, p.full)):
        refusal = _refusal(trees, nodes, pair)
        if refusal is None:
            _unite(trees, nodes, pair)
            joins.append(Join(pair.vague, pair.full, pair.score, pair.reason))
            settled.add(pair.vague)
        else:
            open_pairs.append(pair._replace(reason=f"{pair.reason}, but {refusal}"))
    clusters: dict[Local, list[Local]] = defaultdict(list)
    for local in entities:
        clusters[root(trees, local)].append(local)
    return Resolution(
        clusters=tuple(sorted(tuple(sorted(members)) for members in clusters.values())),
        joins=tuple(sorted(joins)),
        ambiguities=ambiguities(
            _nodes(trees, entities), trees, [pair for pair in open_pairs if pair.vague not in settled]
        ),
    )


def bearers(entities: Mapping[Local, LocalEntity], member: Member, exactly: bool = False) -> list[Local]:
    """Whom a member names: those of that name (letter by letter, if `exactly`), else those with such an alias."""
    wanted = names.key(member.family, member.name)
    named: list[Local] = []
    called: list[Local] = []
    for local, entity in entities.items():
        if ontology.family(entity.type) != member.family or member.article not in (None, local.article):
            continue
        if names.key(member.family, entity.name) == wanted:
            if not exactly or entity.name.casefold() == member.name.casefold():
                named.append(local)
        elif any(names.key(member.family, alias) == wanted for alias in entity.aliases):
            called.append(local)
    return named or called


def _sides(entities: Mapping[Local, LocalEntity], judgement: Judgement) -> tuple[list[Local], list[Local]]:
    """Whom the two members name; letter by letter where their names are otherwise one ("Bolt", "Bolt Ltd")."""
    one, other = judgement.members
    exactly = names.key(one.family, one.name) == names.key(other.family, other.name) and one.name != other.name
    return bearers(entities, one, exactly), bearers(entities, other, exactly)


def _obey(trees: Forest, entities: Mapping[Local, LocalEntity], decided: Sequence[Judgement]) -> list[Join]:
    """Hold apart and join as judged, whatever names say."""
    sides = {one: _sides(entities, one) for one in decided if one.verdict != "withdraw"}
    for judgement, (left, right) in sides.items():
        if judgement.verdict == "different":
            left, right = _parted(judgement, left, right)
            for one in left:
                for other in right:
                    hold_apart(trees, one, other)
    joins: list[Join] = []
    for judgement, (left, right) in sides.items():
        if judgement.verdict != "same" or not left or not right:
            continue
        if not any(allowed(trees, one, other) for one in left for other in right):
            raise JudgementError(f"{judged.describe(judgement)}, but others hold them apart; undo one of them")
        first = left[0]
        for other in (*left[1:], *right):
            if root(trees, first) != root(trees, other) and join(trees, first, other):
                joins.append(Join(first, other, 1.0, "judged to be the same"))
    return joins


def _parted(judgement: Judgement, left: list[Local], right: list[Local]) -> tuple[list[Local], list[Local]]:
    """Two sides that share nobody: a member of one article is taken out of a member of all."""
    both = set(left) & set(right)
    if judgement.members[1].article is not None:
        return [one for one in left if one not in both], right
    return left, [one for one in right if one not in both]


def _join_equal(trees: Forest, entities: Mapping[Local, LocalEntity]) -> None:
    """Join equal names of one family, but people of a single name only within their article."""
    groups: dict[tuple[str, str, str], list[Local]] = defaultdict(list)
    for local, entity in entities.items():
        family = ontology.family(entity.type)
        alone = local.article if family == "Person" and names.single(entity.name) else ""
        groups[family, names.key(family, entity.name), alone].append(local)
    for group in groups.values():
        roots: list[Local] = []
        for local in sorted(group):
            if not any(join(trees, one, local) for one in roots):
                roots.append(local)


def _nodes(trees: Forest, entities: Mapping[Local, LocalEntity]) -> dict[Local, Node]:
    """What each cluster is called, and where."""
    called: dict[Local, Counter[str]] = defaultdict(Counter)
    also: dict[Local, Counter[str]] = defaultdict(Counter)
    articles: dict[Local, set[str]] = defaultdict(set)
    for local, entity in entities.items():
        top = root(trees, local)
        called[top][entity.name] += 1
        also[top].update(set(entity.aliases))
        articles[top].add(local.article)
    return {
        top: Node(top, ontology.family(entities[top].type), called[top], also[top], frozenset(articles[top]))
        for top in called
    }


def _with_context(nodes: Mapping[Local, Node], found: Iterable[Pair]) -> list[Pair]:
    """Pairs whose parties keep the same company are likelier."""
    present: dict[str, set[Local]] = defaultdict(set)
    for node in nodes.values():
        if node.family != "Place":
            for article in node.articles:
                present[article].add(node.id)
    common = max(10, len(present) // 20)
    weighed: list[Pair] = []
    for pair in found:
        if _CONTEXT <= pair.score < JOIN:
            few, many = sorted((nodes[pair.vague], nodes[pair.full]), key=lambda n: (len(n.articles), n.id))
            near = {one for article in few.articles for one in present[article]} - {few.id, many.id}
            shared = sum(
                1
                for one in near
                if len(nodes[one].articles) <= common and not nodes[one].articles.isdisjoint(many.articles)
            )
            if shared:
                score = round(pair.score + 0.05 * min(shared, 3), 2)
                pair = pair._replace(score=score, reason=f"{pair.reason}; {shared} named beside both")
        weighed.append(pair)
    return weighed


def _unrivalled(likely: Sequence[Pair], rest: list[Pair]) -> list[Pair]:
    """Pairs that are likely enough and whose vaguer name means nobody else as likely; the others go to `rest`."""
    enough = [pair for pair in likely if pair.score >= JOIN]
    rest += [pair for pair in likely if pair.score < JOIN]
    linked = {frozenset((pair.vague, pair.full)) for pair in enough}
    by_vague: dict[Local, list[Pair]] = defaultdict(list)
    for pair in enough:
        by_vague[pair.vague].append(pair)
    kept: list[Pair] = []
    for candidates in by_vague.values():
        first, *others = sorted(candidates, key=lambda p: (-p.score, p.full))
        rivals = [one for one in others if frozenset((one.full, first.full)) not in linked]
        if any(first.score - one.score < _RIVAL for one in rivals):
            rest += [one._replace(reason=f"{one.reason}, but it fits several") for one in candidates]
        else:
            kept += [one for one in (first, *others) if one not in rivals]
            rest += [one._replace(reason=f"{one.reason}, but another fits better") for one in rivals]
    return kept


def _refusal(trees: Forest, nodes: Mapping[Local, Node], pair: Pair) -> str | None:
    """Why two clusters can't be one after all; None where they can."""
    one, other = nodes[root(trees, pair.vague)], nodes[root(trees, pair.full)]
    if one.id == other.id:
        return None
    if not allowed(trees, one.id, other.id):
        return "a judgement holds them apart"
    if one.articles & other.articles:
        return "an article names both"
    if any(names.conflict(one.family, a, b) for a in one.names for b in other.names):
        return "other names of theirs disagree"
    return None


def _unite(trees: Forest, nodes: dict[Local, Node], pair: Pair) -> None:
    one, other = nodes[root(trees, pair.vague)], nodes[root(trees, pair.full)]
    if one.id == other.id:
        return
    join(trees, one.id, other.id)
    top = root(trees, one.id)
    nodes[top] = Node(
        top,
        one.family,
        Counter(one.names) + Counter(other.names),
        Counter(one.aliases) + Counter(other.aliases),
        one.articles | other.articles,
    )
