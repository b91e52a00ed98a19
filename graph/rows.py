"""Graph → flat rows: nodes with labels, links with types, plain properties.

The one projection that stores and exports share: values are strings, numbers, booleans or lists of one of
these, never null (a property that is not known is not there), so that any property graph can hold them.
"""

import json
from collections.abc import Iterator
from typing import NamedTuple

from extract import ontology
from extract.records import Qualifiers
from graph.exports.captions import caption
from graph.ids import identify
from graph.records import ArticleNode, Edge, Entity, Held

Value = str | int | float | bool | list[str] | list[int] | list[float]
Properties = dict[str, Value]

OWN_VOICE = "article"
"""In the list `sources`, which holds no null: the article says it in its own voice."""


class Node(NamedTuple):
    """`labels` begins with "Entity" and ends with the most special one."""

    id: str
    labels: tuple[str, ...]
    properties: Properties


class Link(NamedTuple):
    """A typed link from the node `start` to the node `end`, by their ids."""

    id: str
    type: str
    start: str
    end: str
    properties: Properties


def columns(qualifiers: Qualifiers) -> Properties:
    """Qualifiers that are known, by their column names."""
    return {ontology.QUALIFIERS[key].column: value for key, value in qualifiers.given().items()}


def article_node(article: ArticleNode) -> Node:
    """The node of an article; metadata goes in as JSON text, since properties can't nest."""
    key = article_key(article.id)
    properties: Properties = {
        "id": key,
        "article": article.id,
        "name": article.title or article.id,
        "digest": article.digest,
        "characters": article.characters,
    }
    for field in ("title", "published", "url", "source"):
        value = getattr(article, field)
        if value is not None:
            properties[field] = value
    if article.metadata:
        properties["metadata"] = json.dumps(article.metadata, ensure_ascii=False, sort_keys=True)
    return Node(key, ("Entity", ontology.ARTICLE), properties)


def article_key(article_id: str) -> str:
    """The node id of an article; apart from entity ids whatever the article is called."""
    return identify("article", article_id)


def entity_node(entity: Entity) -> Node:
    """The node of an entity or event."""
    properties: Properties = {"id": entity.id, "name": entity.name}
    if entity.aliases:
        properties["aliases"] = list(entity.aliases)
    if entity.appearances:
        properties["articles"] = [one.article for one in entity.appearances]
        properties["mentions"] = sum(one.count for one in entity.appearances)
    for key, value in entity.properties.items():
        column = ontology.QUALIFIERS[key].column if key in ontology.QUALIFIERS else key
        properties[column] = value
    return Node(entity.id, ("Entity", *ontology.entity(entity.type).labels), properties)


def edge_link(edge: Edge) -> Link:
    """The direct link of a fact, with its best sentence as plain properties and all of them as parallel lists."""
    best = edge.evidence[0]
    properties: Properties = {"id": edge.id, "caption": caption(edge)}
    properties |= {**columns(edge.qualifiers), "status": edge.status}
    if edge.source is not None:
        properties["source"] = edge.source
    if edge.event is not None:
        properties["event"] = edge.event
    properties |= {
        "sentence": best.sentence,
        "article": best.article,
        "sentence_start": best.start,
        "sentence_end": best.end,
        "score": best.score,
        "voices": sorted({voice for one in edge.evidence for voice in one.voices}),
        "sentences": [one.sentence for one in edge.evidence],
        "articles": [one.article for one in edge.evidence],
        "starts": [one.start for one in edge.evidence],
        "ends": [one.end for one in edge.evidence],
        "statuses": [str(one.status) for one in edge.evidence],
        "sources": [one.source or OWN_VOICE for one in edge.evidence],
    }
    return Link(edge.id, edge.type, edge.subject, edge.object, properties)


def role_links(edge: Edge) -> Iterator[Link]:
    """The links that join a fact's parties to its event node."""
    row = ontology.relation(edge.type)
    if edge.event is None:
        return
    for role, party in ((row.subject_role, edge.subject), (row.object_role, edge.object)):
        if role is not None and party != edge.event:
            yield Link(identify("role", role, party, edge.event), role, party, edge.event, {})


def nodes(graph: Held) -> Iterator[Node]:
    """All nodes: articles, then entities, each sorted by id."""
    for article in graph.articles:
        yield article_node(article)
    for entity in graph.entities:
        yield entity_node(entity)


def links(graph: Held) -> Iterator[Link]:
    """All links, each id once: facts, roles, mentions."""
    seen: set[str] = set()
    for edge in graph.edges:
        yield edge_link(edge)
    for edge in graph.edges:
        for link in role_links(edge):
            if link.id not in seen:
                seen.add(link.id)
                yield Link(*link[:4], {"id": link.id})
    for entity in graph.entities:
        for one in entity.appearances:
            key = identify("mention", entity.id, one.article)
            properties: Properties = {"id": key, "count": one.count}
            yield Link(key, ontology.MENTIONED_IN, entity.id, article_key(one.article), properties)
