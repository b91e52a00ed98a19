"""Entity → all that is held about it, as lines: names, articles, facts with every sentence."""

from collections.abc import Iterator
from typing import NamedTuple

from extract import ontology
from graph.exports.captions import money, when
from graph.records import Edge, Entity, Evidence, Graph


class Line(NamedTuple):
    """A line of text, how deep it stands, and what it is: name, detail, fact or sentence."""

    depth: int
    text: str
    kind: str


def portrait(graph: Graph, entity_id: str) -> Iterator[Line]:
    """The lines of one entity; facts by type, then by date, those where it is the subject first."""
    entities = {entity.id: entity for entity in graph.entities}
    entity = entities[entity_id]
    yield Line(0, f"{entity.name} ({entity.type})", "name")
    yield Line(1, f"id: {entity.id}", "detail")
    if entity.aliases:
        yield Line(1, f"also called: {', '.join(entity.aliases)}", "detail")
    if entity.appearances:
        named = ", ".join(f"{one.article} ({one.count})" for one in entity.appearances)
        yield Line(1, f"mentioned in: {named}", "detail")
    for key, value in entity.properties.items():
        yield Line(1, f"{key}: {value}", "detail")
    facts = [edge for edge in graph.edges if entity_id in (edge.subject, edge.object, edge.event)]
    for edge in sorted(facts, key=lambda edge: _order(edge, entity_id)):
        yield Line(1, fact(edge, entities), "fact")
        for one in edge.evidence:
            yield Line(2, sentence(one, edge), "sentence")
    if not facts:
        yield Line(1, "no facts", "detail")


def fact(edge: Edge, entities: dict[str, Entity]) -> str:
    """`Elon Musk FUNDED OpenAI: $15M, 2016, alleged by Musk's complaint`; asserted is told too."""
    target = entities[edge.object]
    parties = [entities[edge.subject].name, edge.type]
    if not ontology.entity(target.type).event:
        parties.append(target.name)
    given = edge.qualifiers.given()
    words = [f"{key} {given[key]}" for key in ("kind", "court", "claim", "for", "venue") if key in given]
    known = [
        edge.qualifiers.title,
        money(edge.qualifiers),
        when(edge.qualifiers),
        *words,
        _told(edge.status, edge.source),
    ]
    return f"{' '.join(parties)}: {', '.join(part for part in known if part)}"


def sentence(one: Evidence, edge: Edge) -> str:
    """The sentence with its place; how it is told, where that is not how the fact is held."""
    told = "" if (one.status, one.source) == (edge.status, edge.source) else f" ({_told(one.status, one.source)})"
    return f"“{' '.join(one.sentence.split())}” {one.article} [{one.start}:{one.end}]{told}"


def _told(status: str, source: str | None) -> str:
    return f"{status}, says {source}" if source else status


def _order(edge: Edge, entity_id: str) -> tuple[str, bool, str, str]:
    q = edge.qualifiers
    return (edge.type, edge.subject != entity_id, q.date or q.start or q.end or "", edge.id)
