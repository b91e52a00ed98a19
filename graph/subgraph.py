"""Graph → the part that a selection names, itself whole: no fact without its ends and its event."""

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz, process

from extract import ontology
from extract.errors import GraphError, OntologyError
from graph.records import Edge, Entity, Graph
from graph.spans import overlaps, span, span_of


class Selection(NamedTuple):
    """What to keep; what is left empty keeps all, what is given must hold together."""

    around: tuple[str, ...] = ()
    """Names or ids of entities: they and what lies within `hops` facts of one of them."""
    hops: int = 1
    types: tuple[str, ...] = ()
    """Entity types (both ends of a fact are of one of them) and relation types, in one list."""
    statuses: tuple[str, ...] = ()
    since: str | None = None
    """A date as exact as wished; facts without a date are left out where since or until is given."""
    until: str | None = None
    articles: tuple[str, ...] = ()


def subgraph(graph: Graph, selection: Selection) -> Graph:
    """The part of the graph that the selection names; the graph itself where it names nothing.

    GraphError where a name is nobody's, OntologyError where a type or status is none.
    """
    if selection == Selection(hops=selection.hops):
        return graph
    sieve = _sieve(graph, selection)
    edges = [edge for edge in graph.edges if _passes(sieve, edge)]
    near: set[str] = set()
    if selection.around:
        near = _within(find(graph, selection.around), edges, selection.hops)
        edges = [edge for edge in edges if edge.subject in near and edge.object in near]
    elif not _of_facts(sieve):
        near = {entity.id for entity in graph.entities if _stays(sieve, entity)}
    kept = near | {end for edge in edges for end in _ends(edge)}
    cited = {one.article for edge in edges for one in edge.evidence} | set(selection.articles)
    if not selection.around and not _of_facts(sieve):
        cited = {article.id for article in graph.articles}
    return Graph(
        articles=tuple(article for article in graph.articles if article.id in cited),
        entities=tuple(_citing(entity, cited) for entity in graph.entities if entity.id in kept),
        edges=tuple(edges),
    )


def find(graph: Graph, names: Iterable[str]) -> list[str]:
    """Ids of all that are called so, by name or else by alias, whatever the case; GraphError for a stranger."""
    found: list[str] = []
    for name in names:
        asked = name.casefold().strip()
        here = [entity.id for entity in graph.entities if asked in (entity.name.casefold(), entity.id)]
        here = here or [e.id for e in graph.entities if asked in {alias.casefold() for alias in e.aliases}]
        if not here:
            known = sorted({entity.name for entity in graph.entities})
            near = [best[0] for best in process.extract(name, known, scorer=fuzz.WRatio, limit=3, score_cutoff=70)]
            raise GraphError(f"nobody is called {name!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))
        found += here
    return found


class _Sieve(NamedTuple):
    """A selection's filters, checked and made ready for many facts; an empty set lets everything pass."""

    relations: frozenset[str]
    labels: frozenset[str]
    statuses: frozenset[str]
    articles: frozenset[str]
    since: str | None
    until: str | None
    borne: dict[str, frozenset[str]]
    """Labels of each entity by its id; none for an event, which goes with its fact."""


def _sieve(graph: Graph, selection: Selection) -> _Sieve:
    relations, labels = _types(selection.types)
    for status in selection.statuses:
        if status not in ontology.STATUSES:
            raise OntologyError(f"no status {status!r}; there are {', '.join(ontology.STATUSES)}")
    known = {article.id for article in graph.articles}
    for article in selection.articles:
        if article not in known:
            raise GraphError(f"no article {article!r} in this graph")
    rows = {entity.id: ontology.entity(entity.type) for entity in graph.entities}
    return _Sieve(
        relations,
        labels,
        frozenset(selection.statuses),
        frozenset(selection.articles),
        _day(selection.since, 0),
        _day(selection.until, 1),
        {key: frozenset(() if row.event else row.labels) for key, row in rows.items()},
    )


def _passes(sieve: _Sieve, edge: Edge) -> bool:
    ends = [sieve.borne[end] for end in (edge.subject, edge.object)]
    if (
        (sieve.relations and edge.type not in sieve.relations)
        or (sieve.labels and not all(not borne or borne & sieve.labels for borne in ends))
        or (sieve.statuses and edge.status not in sieve.statuses)
        or (sieve.articles and not any(one.article in sieve.articles for one in edge.evidence))
    ):
        return False
    if sieve.since is None and sieve.until is None:
        return True
    found = span_of(edge.qualifiers)
    return found is not None and overlaps(found, sieve.since, sieve.until)


def _of_facts(sieve: _Sieve) -> bool:
    """Whether the filters ask for facts, so that an entity without one is not asked for."""
    return bool(sieve.relations or sieve.statuses or sieve.articles or sieve.since or sieve.until)


def _stays(sieve: _Sieve, entity: Entity) -> bool:
    """Whether an entity stays even without a fact."""
    borne = sieve.borne[entity.id]
    return bool(borne & sieve.labels) if sieve.labels else bool(borne)


def _types(names: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    by_name = {name.casefold(): name for name in (*ontology.RELATIONS, *ontology.ENTITIES)}
    chosen = {by_name.get(name.casefold().replace("-", "_"), name) for name in names}
    for name in sorted(chosen):
        if name not in ontology.RELATIONS and name not in ontology.ENTITIES:
            raise OntologyError(f"no type {name!r}; there are {', '.join((*ontology.ENTITIES, *ontology.RELATIONS))}")
    of_events = {row.name for row in ontology.RELATIONS.values() if row.event in chosen}
    return frozenset((chosen & set(ontology.RELATIONS)) | of_events), frozenset(chosen & set(ontology.NAMED))


def _day(text: str | None, end: int) -> str | None:
    if text is None:
        return None
    found = span(text)
    if found is None:
        raise GraphError(f"{text!r} is no date; write 2015, 2015-05 or 2015-05-21")
    return found[end]


def _ends(edge: Edge) -> set[str]:
    return {edge.subject, edge.object} | ({edge.event} if edge.event else set())


def _within(start: list[str], edges: list[Edge], hops: int) -> set[str]:
    """Ids that can be reached from the start over at most so many facts, whichever way they point."""
    neighbours: dict[str, set[str]] = {}
    for edge in edges:
        neighbours.setdefault(edge.subject, set()).add(edge.object)
        neighbours.setdefault(edge.object, set()).add(edge.subject)
    near = front = set(start)
    for _ in range(hops):
        front = {other for one in front for other in neighbours.get(one, ())} - near
        near = near | front
    return near


def _citing(entity: Entity, articles: set[str]) -> Entity:
    kept = tuple(one for one in entity.appearances if one.article in articles)
    return entity if kept == entity.appearances else entity.model_copy(update={"appearances": kept})
