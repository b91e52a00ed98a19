"""Graph ↔ node-link JSON, whole: NetworkX and D3 read it as it is, and `read` gives back an equal graph.

A node has `id`, `type` (an entity type, or Article), `labels` and the fields of its record; a link has
`source` and `target` (ids of nodes), `key` (its id), `type`, the fields of its record and all evidence. Who
says a fact is `said_by`, since `source` is the node it starts from. Links of parties to event nodes and of
entities to articles follow from the records; they are written for readers, and not read back.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extract import ontology
from extract.errors import ExportError
from extract.records import Record
from graph import rows
from graph.records import VERSION, ArticleNode, Edge, Entity, Graph

_DERIVED = {*ontology.ROLES, ontology.MENTIONED_IN}


def render(graph: Graph) -> Iterator[str]:
    """One node or link a line, between the brackets of one JSON object."""
    head = {"format": "newsgraph", "version": VERSION}
    yield f'{{"directed": true, "multigraph": true, "graph": {json.dumps(head)},\n"nodes": [\n'
    yield from _lines([*map(_article, graph.articles), *map(_entity, graph.entities)])
    yield '\n],\n"edges": [\n'
    known = {edge.id: edge for edge in graph.edges}
    yield from _lines([_fact(known[link.id]) if link.id in known else _derived(link) for link in rows.links(graph)])
    yield "\n]}\n"


def read(path: Path) -> Graph:
    """The graph that was written there; ExportError where the file is none of ours."""
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise ExportError(f"{path}: {problem}") from problem
    head = whole.get("graph") if isinstance(whole, dict) else None
    if not isinstance(head, dict) or head.get("format") != "newsgraph" or head.get("version") != VERSION:
        raise ExportError(f"{path}: is no newsgraph export of version {VERSION}")
    try:
        return Graph(
            articles=tuple(_read_article(node) for node in whole["nodes"] if node["type"] == ontology.ARTICLE),
            entities=tuple(_read_entity(node) for node in whole["nodes"] if node["type"] != ontology.ARTICLE),
            edges=tuple(_read_edge(link) for link in whole["edges"] if link["type"] not in _DERIVED),
        )
    except (KeyError, TypeError, ValidationError) as problem:
        raise ExportError(f"{path}: a node or link is not as newsgraph writes it ({problem})") from problem


def _lines(items: list[dict[str, Any]]) -> Iterator[str]:
    for number, item in enumerate(items):
        yield (",\n" if number else "") + json.dumps(item, ensure_ascii=False)


def _plain(record: Record) -> dict[str, Any]:
    return record.model_dump(by_alias=True, exclude_defaults=True)


def _article(article: ArticleNode) -> dict[str, Any]:
    fields = _plain(article)
    identity = {"id": rows.article_key(article.id), "type": ontology.ARTICLE, "labels": ["Entity", ontology.ARTICLE]}
    return identity | {"article": fields.pop("id"), "name": article.title or article.id} | fields


def _entity(entity: Entity) -> dict[str, Any]:
    labels = ["Entity", *ontology.entity(entity.type).labels]
    return {"id": entity.id, "type": entity.type, "labels": labels} | _plain(entity)


def _fact(edge: Edge) -> dict[str, Any]:
    fields = _plain(edge)
    ends = {"source": fields.pop("subject"), "target": fields.pop("object"), "key": fields.pop("id")}
    ends |= {"type": edge.type, "status": edge.status}
    if edge.source is not None:
        ends["said_by"] = edge.source
    fields.pop("source", None)
    return ends | fields


def _derived(link: rows.Link) -> dict[str, Any]:
    properties = {key: value for key, value in link.properties.items() if key != "id"}
    return {"source": link.start, "target": link.end, "key": link.id, "type": link.type} | properties


def _read_article(node: dict[str, Any]) -> ArticleNode:
    fields = {key: value for key, value in node.items() if key not in ("type", "labels", "name", "article")}
    return ArticleNode.model_validate(fields | {"id": node["article"]})


def _read_entity(node: dict[str, Any]) -> Entity:
    return Entity.model_validate({key: value for key, value in node.items() if key != "labels"})


def _read_edge(link: dict[str, Any]) -> Edge:
    fields = {key: value for key, value in link.items() if key not in ("source", "target", "key", "said_by")}
    ends = {"subject": link["source"], "object": link["target"], "id": link["key"], "source": link.get("said_by")}
    return Edge.model_validate(fields | ends)
