"""Graph → FollowTheMoney entities as JSON lines, for Aleph and the tools around it.

What happened, or is alleged to have, becomes the schema made for it: an Ownership, a Payment, a
Directorship, a court case with its parties, an email. What is denied, planned, attempted or failed becomes
an UnknownLink whose role says so, since no reader of an Ownership looks for a status. Every entity that
stands for a fact bears its sentences as `description`, its status and who says it in `summary`, and its
articles as `proof`.
"""

import json
import re
from collections.abc import Iterator

from extract import ontology
from graph.exports.captions import money
from graph.exports.flat import clean
from graph.ids import identify
from graph.records import ArticleNode, Edge, Entity, Graph
from graph.rows import article_key

Properties = dict[str, list[str]]

_SCHEMATA = {
    "Person": "Person",
    "Organization": "Organization",
    "Company": "Company",
    "Product": "Asset",
    "Place": "Address",
}
_OFFICE = re.compile(
    r"\b(?:(?:co-?)?chair\w*|(?:co-?)?chief|board|director|trustee|president|c[efot]o|coo|treasurer|secretary)\b", re.I
)
"""Titles of those who run a body; anybody else is employed there."""


def render(graph: Graph) -> Iterator[str]:
    """Articles, then named entities, then facts, an entity a line; the keys of each are sorted."""
    entities = {entity.id: entity for entity in graph.entities}
    articles = {article.id: article for article in graph.articles}
    for article in graph.articles:
        yield _line(article_key(article.id), "Article", _article(article))
    for entity in graph.entities:
        if entity.type in _SCHEMATA:
            yield _line(entity.id, _SCHEMATA[entity.type], _named(entity, articles))
    told: set[str] = set()
    for edge in graph.edges:
        for key, schema, properties in _fact(edge, entities, articles):
            if key not in told:
                told.add(key)
                yield _line(key, schema, properties)


def _line(key: str, schema: str, properties: Properties) -> str:
    kept = {name: sorted(set(map(clean, filter(None, values)))) for name, values in sorted(properties.items())}
    return json.dumps(
        {"id": key, "schema": schema, "properties": {name: values for name, values in kept.items() if values}},
        ensure_ascii=False,
    ) + "\n"  # fmt: skip


def _article(article: ArticleNode) -> Properties:
    found: Properties = {"title": [article.title or article.id], "recordId": [], "publisher": [article.source or ""]}
    found["fileName"] = [article.id]
    return found | {"publishedAt": _dates(article.published), "sourceUrl": _urls(article)}


def _named(entity: Entity, articles: dict[str, ArticleNode]) -> Properties:
    cited = [articles[one.article] for one in entity.appearances if one.article in articles]
    found: Properties = {
        "name": [_plain(entity.name)],
        "alias": [_plain(alias) for alias in entity.aliases],
        "proof": [article_key(article.id) for article in cited],
        "sourceUrl": [url for article in cited for url in _urls(article)],
    }
    return found | ({"full": found["name"]} if entity.type == "Place" else {})


def _fact(
    edge: Edge, entities: dict[str, Entity], articles: dict[str, ArticleNode]
) -> Iterator[tuple[str, str, Properties]]:
    """The entities that stand for one fact: (id, schema, properties)."""
    shared = _provenance(edge, articles)
    subject, target = entities[edge.subject], entities[edge.object]
    happened = ontology.STATUSES[edge.status].happened
    status: Properties = {"status": [edge.status]}
    alone = ontology.entity(target.type).event
    if edge.type in ("FUNDED", "RAISED") and happened:
        ends: Properties = (
            {"payer": [subject.id], "beneficiary": [] if alone else [target.id]}
            if edge.type == "FUNDED"
            else {"beneficiary": [subject.id]}
        )
        yield edge.id, "Payment", shared | ends | _sum(edge) | {"purpose": [edge.qualifiers.kind or ""]}
    elif edge.type == "SUED" and happened and edge.event is not None:
        yield from _suit(edge, entities[edge.event], shared)
    elif edge.type == "EMAILED" and happened and edge.event is not None:
        mail = {"emitters": [subject.id], "recipients": [] if alone else [target.id], "date": shared["date"]}
        thing = {name: shared[name] for name in ("description", "summary", "proof", "sourceUrl")}
        yield edge.event, "Email", thing | mail | {"subject": [_plain(entities[edge.event].name)]}
    elif edge.type == "HELD_ROLE" and happened:
        ruling = bool(_OFFICE.search(edge.qualifiers.title or ""))
        names = ("director", "organization") if ruling else ("employee", "employer")
        ends = dict(zip(names, ([subject.id], [target.id]), strict=True))
        role: Properties = {"role": [edge.qualifiers.title or ""]}
        yield edge.id, "Directorship" if ruling else "Employment", shared | status | ends | role
    elif edge.type in ("OWNS", "ACQUIRED") and happened and target.type in ("Company", "Product"):
        ends = {"owner": [subject.id], "asset": [target.id], "ownershipType": [edge.type.lower()]}
        if edge.type == "ACQUIRED":
            ends |= {"startDate": shared["date"], "sharesValue": [money(edge.qualifiers) or ""]}
        yield edge.id, "Ownership", shared | status | ends
    else:
        role = {"role": [_role(edge)], "subject": [subject.id], "object": [] if alone else [target.id]}
        yield edge.id, "UnknownLink", shared | status | role


def _suit(edge: Edge, event: Entity, shared: Properties) -> Iterator[tuple[str, str, Properties]]:
    """The case once, and its parties, each with the fact's sentences."""
    qualifiers = edge.qualifiers
    case = {"name": [_plain(event.name)], "court": [qualifiers.court or ""], "fileDate": shared["date"]}
    thing = {name: shared[name] for name in ("description", "summary", "proof", "sourceUrl")}
    yield event.id, "CourtCase", thing | case | {"category": [qualifiers.claim or ""], "status": [edge.status]}
    for role, party in (("plaintiff", edge.subject), ("defendant", edge.object)):
        if party != event.id:
            ends: Properties = {"party": [party], "case": [event.id], "role": [role], "status": [edge.status]}
            yield identify("party", edge.id, role), "CourtCaseParty", shared | ends


def _provenance(edge: Edge, articles: dict[str, ArticleNode]) -> Properties:
    """What every entity of a fact bears: sentences, articles, status, who says it, dates, our id."""
    qualifiers = edge.qualifiers
    summary = f"{_role(edge)}: {edge.status}" + (f", said by {edge.source}" if edge.source else "")
    unsure = [text for text in (qualifiers.date, qualifiers.start, qualifiers.end) if text and "~" in text]
    cited = [articles[one.article] for one in edge.evidence]
    days = _dates(qualifiers.date)
    interval = "/" in (qualifiers.date or "")
    return {
        "description": [one.sentence for one in edge.evidence],
        "summary": [summary + (f"; date uncertain: {', '.join(unsure)}" if unsure else "")],
        "proof": [article_key(article.id) for article in cited],
        "sourceUrl": [url for article in cited for url in _urls(article)],
        "publisher": [article.source or "" for article in cited],
        "recordId": [edge.id],
        "date": [] if interval else days,
        "startDate": days[:1] if interval else _dates(qualifiers.start),
        "endDate": days[1:] if interval else _dates(qualifiers.end),
    }


def _sum(edge: Edge) -> Properties:
    amount = edge.qualifiers.amount
    found: Properties = {
        "currency": [edge.qualifiers.currency or ""],
        "amount": [] if amount is None else [_number(amount)],
    }
    if amount is None and (vague := money(edge.qualifiers)):
        found["programme"] = [vague]
    return found


def _number(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else str(amount)


def _role(edge: Edge) -> str:
    words = edge.type.lower().replace("_", " ")
    return words if ontology.STATUSES[edge.status].happened else f"{words} ({edge.status})"


def _dates(text: str | None) -> list[str]:
    return [part.strip("~") for part in (text or "").split("/") if part.strip("~.")]


def _urls(article: ArticleNode) -> list[str]:
    return [article.url] if article.url and article.url.startswith(("http://", "https://")) else []


def _plain(text: str) -> str:
    return " ".join(text.split())
