"""Facts that are events → Lawsuit, Email and Funding nodes with properties of their own.

One suit against several, one message to several, one round of several investors is one node: facts told by the
same sentence, with a party in common and nothing that contradicts. What a body raised and what it was given
are one Funding where the sum is the same and the dates can be.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from extract import ontology
from extract.merge import sums_agree
from extract.records import Number, Qualifiers
from graph import facts
from graph.ids import identify
from graph.records import Appearance, Edge, Entity

NOBODY = ""
"""The object of an edge whose fact has none, until its event is known."""


def add_events(edges: Iterable[Edge], names: Mapping[str, str]) -> tuple[list[Edge], list[Entity]]:
    """Edges that know their event, and the events; `names` gives the name of each entity by its id."""
    done: list[Edge] = []
    events: list[Entity] = []
    ordered = sorted(edges, key=lambda edge: edge.id)
    for kind in ontology.EVENTS:
        for group in _groups([edge for edge in ordered if ontology.relation(edge.type).event == kind]):
            event = _event(kind, group, names)
            events.append(event)
            for edge in group:
                done.append(edge.model_copy(update={"event": event.id, "object": edge.object or event.id}))
    done += [edge for edge in ordered if ontology.relation(edge.type).event is None]
    return done, events


def _groups(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Edges of one event type, those of one event together."""
    group_of = {edge.id: [edge] for edge in edges}
    for one, other in _pairs(edges):
        a, b = group_of[one.id], group_of[other.id]
        if a is not b and all(_together(x, y) for x in a for y in b):
            a.extend(b)
            for edge in b:
                group_of[edge.id] = a
    unique = {id(group): group for group in group_of.values()}
    return [sorted(group, key=lambda edge: edge.id) for group in unique.values()]


def _pairs(edges: Sequence[Edge]) -> Iterator[tuple[Edge, Edge]]:
    """Pairs that may be of one event: those told by one sentence first, then those with the same sum."""
    told: dict[tuple[str, ...], list[Edge]] = defaultdict(list)
    sums: dict[tuple[object, ...], list[Edge]] = defaultdict(list)
    for edge in edges:
        for article in sorted({one.article for one in edge.evidence}):
            for side, party in _shared(edge):
                told[(side, party, facts.class_of(edge.status), article)].append(edge)
        if (given := _given(edge)) is not None:
            sums[(given, facts.class_of(edge.status), edge.qualifiers.amount, edge.qualifiers.currency)].append(edge)
    for key in sorted(told):
        yield from (pair for pair in combinations(told[key], 2) if _same_words(*pair))
    for same in sums.values():
        for one, other in combinations(same, 2):
            if one.type != other.type and one.qualifiers.amount is not None:
                yield one, other


def _shared(edge: Edge) -> Iterator[tuple[str, str]]:
    """The parties by which two edges can be of one event: plaintiff or defendant, sender, beneficiary."""
    if (given := _given(edge)) is not None:
        yield "to", given
        return
    yield "from", edge.subject
    if edge.type == "SUED":
        yield "to", edge.object


def _given(edge: Edge) -> str | None:
    """Who got the money, where it is about money."""
    return {"FUNDED": edge.object, "RAISED": edge.subject}.get(edge.type)


def _together(one: Edge, other: Edge) -> bool:
    """Whether two edges can be of one event: not twice the same pair, no date or sum that contradicts."""
    p, q = one.qualifiers, other.qualifiers
    if (one.type, one.subject, one.object) == (other.type, other.subject, other.object):
        return False
    if facts.class_of(one.status) != facts.class_of(other.status) or _given(one) != _given(other):
        return False
    if not facts.dates_agree(p.date, q.date) or not facts.texts_agree(p.court, q.court) or not sums_agree(p, q):
        return False
    return one.type != other.type or _has_sum(p) == _has_sum(q)


def _has_sum(q: Qualifiers) -> bool:
    return q.amount is not None or q.amount_min is not None


def _same_words(one: Edge, other: Edge) -> bool:
    return any(
        a.article == b.article and a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence
    )


def _event(kind: str, group: Sequence[Edge], names: Mapping[str, str]) -> Entity:
    best = sorted(group, key=lambda edge: (-len(edge.qualifiers.given()), edge.id))
    known = facts.combine(edge.qualifiers for edge in best)
    status = facts.standing([one for edge in group for one in edge.evidence])[0]
    places = {(one.article, one.start, one.end) for edge in group for one in edge.evidence}
    counts = Counter(article for article, _, _ in places)
    properties: dict[str, str | Number] = {**known.given(), "status": status}
    return Entity(
        id=identify(kind, *(edge.id for edge in group)),
        type=kind,
        name=_name(kind, group, known, status, names),
        appearances=tuple(Appearance(article=article, count=counts[article]) for article in sorted(counts)),
        properties=properties,
    )


def _name(kind: str, group: Sequence[Edge], known: Qualifiers, status: str, names: Mapping[str, str]) -> str:
    """`Ann Lee v. Acme`, `Email from Ann Lee to Bo Lee, 2018`, `Funding of Acme by Ann Lee: 5,000,000 USD, 2016`."""
    subjects = _several(names[edge.subject] for edge in group if edge.type != "RAISED")
    objects = _several(names[edge.object] for edge in group if edge.object != NOBODY)
    if kind == "Lawsuit":
        name = f"{subjects} v. {objects}"
    elif kind == "Email":
        word = (known.kind or "email").strip() or "email"
        name = f"{word[:1].upper()}{word[1:]} from {subjects}{f' to {objects}' if objects else ''}"
    else:
        given = _several(names[party] for edge in group if (party := _given(edge)))
        name = f"Funding of {given}{f' by {subjects}' if subjects else ''}"
    sums = _sum(known)
    name += f": {sums}" if sums else ""
    name += f", {known.date}" if known.date else ""
    return name if ontology.STATUSES[status].happened else f"{name} ({status})"


def _several(names: Iterable[str], most: int = 3) -> str:
    """`A`, `A and B`, `A, B and 4 others`: each once, in the alphabet's order."""
    unique = sorted(set(names))
    if len(unique) > most + 1:
        return f"{', '.join(unique[:most])} and {len(unique) - most} others"
    return " and ".join([", ".join(unique[:-1]), unique[-1]]) if len(unique) > 1 else "".join(unique)


def _sum(q: Qualifiers) -> str:
    parts = [q.amount] if q.amount is not None else [x for x in (q.amount_min, q.amount_max) if x is not None]
    return " ".join(filter(None, (" to ".join(f"{part:,}" for part in parts), q.currency if parts else None)))
