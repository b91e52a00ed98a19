"""Graph → Turtle, in the terms of schema.org and PROV, with sentence, status and source on every fact.

A fact is an `rdf:Statement` of its own, since a bare triple can bear no status. Only what is asserted is told as a
triple beside it, so that no query that knows nothing of statuses takes a denial for a fact. Every quotation is
`prov:wasQuotedFrom` its article, with its place in the text.
"""

import json
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from extract import ontology
from graph.records import ArticleNode, Edge, Entity, Evidence, Graph
from graph.rows import article_key

_HEAD = """@prefix ng: <urn:newsgraph:term:> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

_CLASSES = {
    "Person": "schema:Person",
    "Organization": "schema:Organization",
    "Company": "schema:Organization, schema:Corporation",
    "Product": "schema:Product",
    "Place": "schema:Place",
    "Email": "schema:Message",
    "Funding": "schema:MonetaryGrant",
}
_ALSO = {
    "FOUNDED": ("schema:founder", True),
    "FUNDED": ("schema:funder", True),
    "OWNS": ("schema:owns", False),
    "HEADQUARTERED_IN": ("schema:location", False),
}
"""Relation type → the property of schema.org that says the same, and whether it runs from object to subject."""


def render(graph: Graph) -> Iterator[str]:
    """Vocabulary, articles, entities and facts, a subject a paragraph."""
    yield _HEAD
    yield from _vocabulary()
    for article in graph.articles:
        yield _paragraph(_iri(article_key(article.id)), _article(article))
    for entity in graph.entities:
        yield _paragraph(_iri(entity.id), _entity(entity))
    for edge in graph.edges:
        yield _paragraph(_iri(edge.id), _fact(edge))
        if edge.status == "asserted":
            yield from _triples(edge)


def _vocabulary() -> Iterator[str]:
    for row in ontology.RELATIONS.values():
        yield _paragraph(f"ng:{row.name}", [("a", "rdf:Property"), *_words(row.name, row.meaning)])
    for name in ontology.EVENTS:
        row_ = ontology.ENTITIES[name]
        yield _paragraph(f"ng:{name}", [("a", "rdfs:Class"), *_words(name, row_.meaning)])
    for status in ontology.STATUSES.values():
        yield _paragraph(f"ng:{status.name}", [("a", "ng:Status"), *_words(status.name, status.meaning)])


def _words(name: str, meaning: str) -> list[tuple[str, str]]:
    return [("rdfs:label", _text(name.replace("_", " ").lower())), ("rdfs:comment", _text(meaning))]


def _article(article: ArticleNode) -> Iterator[tuple[str, str]]:
    yield "a", "schema:NewsArticle, prov:Entity"
    yield "schema:identifier", _text(article.id)
    for predicate, value in (
        ("schema:headline", article.title),
        ("schema:datePublished", article.published),
        ("schema:publisher", article.source),
        ("schema:url", article.url),
    ):
        if value is not None:
            yield predicate, _text(value)


def _entity(entity: Entity) -> Iterator[tuple[str, str]]:
    known = _CLASSES.get(entity.type)
    own = f"ng:{entity.type}" if entity.type in ontology.EVENTS else None
    yield "a", ", ".join(filter(None, (known, own)))
    yield "schema:name", _text(entity.name)
    for alias in entity.aliases:
        yield "schema:alternateName", _text(alias)
    for key, value in entity.properties.items():
        yield f"ng:{key}", f"ng:{value}" if key == "status" else _value(value)
    for one in entity.appearances:
        yield "schema:subjectOf", _iri(article_key(one.article))


def _fact(edge: Edge) -> Iterator[tuple[str, str]]:
    yield "a", "rdf:Statement, prov:Entity"
    yield "rdf:subject", _iri(edge.subject)
    yield "rdf:predicate", f"ng:{edge.type}"
    yield "rdf:object", _iri(edge.object)
    yield "ng:status", f"ng:{edge.status}"
    if edge.source is not None:
        yield "ng:saidBy", _text(edge.source)
    for key, value in edge.qualifiers.given().items():
        yield f"ng:{key}", _value(value)
    if edge.event is not None:
        yield "ng:event", _iri(edge.event)
    for article in dict.fromkeys(one.article for one in edge.evidence):
        yield "prov:wasDerivedFrom", _iri(article_key(article))
    for one in edge.evidence:
        yield "ng:evidence", _quotation(one)


def _quotation(one: Evidence) -> str:
    pairs = [
        ("a", "schema:Quotation, prov:Entity"),
        ("schema:text", _text(one.sentence)),
        ("prov:wasQuotedFrom", _iri(article_key(one.article))),
        ("ng:start", str(one.start)),
        ("ng:end", str(one.end)),
        ("ng:status", f"ng:{one.status}"),
    ]
    if one.source is not None:
        pairs.append(("ng:saidBy", _text(one.source)))
    return "[ " + " ; ".join(f"{predicate} {value}" for predicate, value in pairs) + " ]"


def _triples(edge: Edge) -> Iterator[str]:
    subject, target = _iri(edge.subject), _iri(edge.object)
    yield f"{subject} ng:{edge.type} {target} .\n"
    if edge.type in _ALSO:
        predicate, turned = _ALSO[edge.type]
        yield f"{target} {predicate} {subject} .\n" if turned else f"{subject} {predicate} {target} .\n"


def _paragraph(subject: str, pairs: Iterable[tuple[str, str]]) -> str:
    return f"\n{subject} " + " ;\n  ".join(f"{predicate} {value}" for predicate, value in pairs) + " .\n"


def _iri(key: str) -> str:
    return f"<urn:newsgraph:{quote(key, safe='-')}>"


def _value(value: str | int | float) -> str:
    if isinstance(value, str):
        return _text(value)
    return str(value) if isinstance(value, int) else f'"{value!r}"^^xsd:double'


def _text(value: str) -> str:
    """A Turtle literal; JSON escapes are Turtle escapes."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
