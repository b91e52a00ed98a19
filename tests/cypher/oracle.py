"""Graph and parameters → the rows that each question must give, in plain Python and from the records alone."""

from collections.abc import Callable, Iterable
from typing import Any

from extract import ontology
from graph.records import Edge, Entity, Evidence, Graph

Row = dict[str, Any]
Given = dict[str, Any]
EVENTS = ("Lawsuit", "Email", "Funding")


def expected(question: str, graph: Graph, given: Given) -> list[Row]:
    """The rows of a question; parameters that are not given filter nothing."""
    return ANSWERS[question](graph, given)


def _entities(graph: Graph) -> dict[str, Entity]:
    return {entity.id: entity for entity in graph.entities}


def _called(entity: Entity, name: str) -> bool:
    return name.lower() in {known.lower() for known in (entity.name, *entity.aliases)}


def _span(text: str | None) -> tuple[str, str]:
    ends = (text or "").replace("~", "").split("/")
    return ends[0], ends[-1]


def _when(first: str, last: str, known: bool, given: Given) -> bool:
    """Whether a span may touch what is asked; a coarse date touches all that lies within it."""
    since, until = given.get("since"), given.get("until")
    if (since or until) and not known:
        return False
    late = since is None or last >= since[: len(last)]
    early = until is None or first[: len(until)] <= until
    return late and early


def _facts(graph: Graph, given: Given, *types: str, dated: bool = True) -> Iterable[tuple[Edge, Entity, Entity]]:
    entities = _entities(graph)
    for edge in graph.edges:
        a, b = entities[edge.subject], entities[edge.object]
        q = edge.qualifiers
        if types and edge.type not in types:
            continue
        parties = (a,) if edge.type == "RAISED" and types == ("RAISED",) else (a, b)
        if given.get("name") is not None and not any(_called(one, given["name"]) for one in parties):
            continue
        if given.get("status") is not None and edge.status != given["status"]:
            continue
        if given.get("article") is not None and given["article"] not in {one.article for one in edge.evidence}:
            continue
        if given.get("least") is not None:
            most = next((x for x in (q.amount, q.amount_max, q.amount_min) if x is not None), None)
            if most is None or most < given["least"]:
                continue
        if given.get("title") is not None and given["title"].lower() not in (q.title or "").lower():
            continue
        if dated:
            if edge.type in ("HELD_ROLE", "OWNS"):
                first, last, known = _span(q.start)[0], _span(q.end)[1], bool(q.start or q.end)
            else:
                (first, last), known = _span(q.date), q.date is not None
            if not _when(first, last, known, given):
                continue
        yield edge, a, b


def _told(edge: Edge) -> Row:
    return {
        "status": edge.status,
        "source": edge.source,
        "article": edge.evidence[0].article,
        "sentence": edge.evidence[0].sentence,
        "edge": edge.id,
    }


def _target(entity: Entity) -> str | None:
    return None if entity.type in EVENTS else entity.name


def _money(edge: Edge) -> Row:
    q = edge.qualifiers
    return {"amount": q.amount, "amount_min": q.amount_min, "amount_max": q.amount_max, "currency": q.currency}


def _sorted(rows: list[Row], *keys: str) -> list[Row]:
    return sorted(rows, key=lambda row: tuple("" if row[key] is None else row[key] for key in keys))


def _who(types: tuple[str, ...], row: Callable[[Edge, Entity, Entity], Row], *order: str, dated: bool = True) -> Any:
    def answer(graph: Graph, given: Given) -> list[Row]:
        rows = [{**row(*found), **_told(found[0])} for found in _facts(graph, given, *types, dated=dated)]
        return _sorted(rows, *order, "edge")

    return answer


def _pair(first: str, second: str, *qualifiers: str) -> Callable[[Edge, Entity, Entity], Row]:
    """A row of the two names and of qualifiers, under their column names."""

    def row(edge: Edge, a: Entity, b: Entity) -> Row:
        given = edge.qualifiers.given()
        columns = {row.column: row.key for row in ontology.QUALIFIERS.values()}
        return {first: a.name, second: b.name, **{name: given.get(columns[name]) for name in qualifiers}}

    return row


MONEY = ("amount", "amount_min", "amount_max", "currency")


def _timeline(graph: Graph, given: Given) -> list[Row]:
    rows = []
    for edge, a, b in _facts(graph, given, dated=False):
        q = edge.qualifiers
        for date, phase in ((q.date, ""), (q.start, " began"), (q.end, " ended")):
            if date is not None and _when(*_span(date), True, given):
                row = {"date": date, "what": edge.type + phase, "subject": a.name, "object": _target(b)}
                row |= {"title": q.title, "amount": q.amount, "currency": q.currency, **_told(edge)}
                rows.append((_span(date)[0], date, a.name, edge.type + phase, edge.id, row))
    return [row[-1] for row in sorted(rows, key=lambda row: row[:-1])]


def _evidence(graph: Graph, given: Given) -> list[Row]:
    return [
        {
            "rank": i + 1,
            "subject": a.name,
            "relation": edge.type,
            "object": _target(b),
            "status": one.status,
            "source": one.source,
            "article": one.article,
            "sentence_start": one.start,
            "sentence_end": one.end,
            "sentence": one.sentence,
        }
        for edge, a, b in _facts(graph, {}, dated=False)
        if edge.id == given["edge"]
        for i, one in enumerate(edge.evidence)
    ]


def _paths(graph: Graph, given: Given) -> list[Row]:
    entities = _entities(graph)
    touching: dict[str, list[Edge]] = {}
    for edge in graph.edges:
        touching.setdefault(edge.subject, []).append(edge)
        touching.setdefault(edge.object, []).append(edge)
    begins = [entity.id for entity in graph.entities if _called(entity, given["from"])]
    ends = {entity.id for entity in graph.entities if _called(entity, given["to"])}
    ways: list[tuple[tuple[str, ...], tuple[Edge, ...]]] = [((begin,), ()) for begin in begins]
    for _ in range(6):
        longer = [
            ((*visited, other), (*steps, edge))
            for visited, steps in ways
            for edge in touching.get(visited[-1], ())
            for other in {edge.subject, edge.object} - {visited[-1]}
            if other not in visited
        ]
        found = sorted(
            (tuple(step.id for step in steps), steps)
            for visited, steps in longer
            if visited[-1] in ends and visited[0] != visited[-1]
        )
        if found:
            return [
                {
                    "path": i + 1,
                    "step": j + 1,
                    "subject": entities[edge.subject].name,
                    "relation": edge.type,
                    "object": entities[edge.object].name,
                    "date": edge.qualifiers.date or edge.qualifiers.start or edge.qualifiers.end,
                    **_told(edge),
                }
                for i, (_, steps) in enumerate(found[:3])
                for j, edge in enumerate(steps)
            ]
        ways = longer
    return []


def _everything(graph: Graph, given: Given) -> list[Row]:
    names = ("since", "until", "title", *MONEY, "kind", "court", "claim", "for_whom", "venue")
    rows = []
    for edge, a, b in _facts(graph, given, dated=False):
        known = _pair("subject", "object", "date", *names)(edge, a, b) | {"object": _target(b)}
        rows.append({"subject": a.name, "relation": edge.type, **known, **_told(edge)})
    return sorted(
        rows,
        key=lambda row: (
            row["relation"],
            row["subject"],
            row["object"] or "",
            row["date"] or row["since"] or row["until"] or "",
            row["edge"],
        ),
    )


def _summary(edge: Edge, a: Entity, b: Entity) -> Row:
    q = edge.qualifiers
    date = q.date or q.start or q.end
    row = {"subject": a.name, "relation": edge.type, "object": _target(b), "date": date}
    return row | {"title": q.title, "amount": q.amount, "currency": q.currency}


def _disputed(graph: Graph, given: Given) -> list[Row]:
    rows = []
    for edge, a, b in _facts(graph, given, dated=False):
        told = {one.status for one in edge.evidence}
        if told & {"alleged", "denied"} or len(told) > 1:
            for i, one in enumerate(edge.evidence):
                row = _summary(edge, a, b) | {"held_as": edge.status} | _said(one) | {"edge": edge.id}
                rows.append((edge.type, a.name, _target(b) or "", edge.id, i, row))
    return [row[-1] for row in sorted(rows, key=lambda row: row[:-1])]


def _said(one: Evidence) -> Row:
    return {"status": one.status, "source": one.source, "article": one.article, "sentence": one.sentence}


def _not_done(graph: Graph, given: Given) -> list[Row]:
    rows = [
        _summary(edge, a, b) | _told(edge)
        for edge, a, b in _facts(graph, given, dated=False)
        if edge.status in ("planned", "attempted", "failed")
    ]
    return _sorted(rows, "status", "relation", "subject", "object", "edge")


def _sources(graph: Graph, given: Given) -> list[Row]:
    counted: dict[tuple[str, str, str], set[str]] = {}
    for edge in graph.edges:
        for one in edge.evidence:
            if (
                one.source
                and (given.get("source") or "").lower() in one.source.lower()
                and given.get("article") in (None, one.article)
            ):
                counted.setdefault((one.source, one.article, one.status), set()).add(edge.id)
    return [
        {"source": source, "article": article, "status": status, "facts": len(counted[source, article, status])}
        for source, article, status in sorted(counted)
    ]


def _articles(graph: Graph, given: Given) -> list[Row]:
    rows = [
        {
            "article": article.id,
            "title": article.title,
            "published": article.published,
            "source": article.source,
            "url": article.url,
            "characters": article.characters,
            "entities": sum(article.id in {one.article for one in entity.appearances} for entity in graph.entities),
        }
        for article in graph.articles
        if _when(article.published or "", article.published or "", article.published is not None, given)
    ]
    return _sorted(rows, "article")


def _listed(graph: Graph, given: Given) -> list[Row]:
    like, kind, article = given.get("like"), given.get("type"), given.get("article")
    rows = [
        {
            "name": entity.name,
            "type": entity.type,
            "aliases": list(entity.aliases) or None,
            "articles": len(entity.appearances),
            "mentions": sum(one.count for one in entity.appearances),
            "id": entity.id,
        }
        for entity in graph.entities
        if entity.type not in EVENTS
        and (like is None or any(like.lower() in known.lower() for known in (entity.name, *entity.aliases)))
        and (kind is None or kind in ontology.entity(entity.type).labels)
        and (article is None or article in {one.article for one in entity.appearances})
    ]
    return _sorted(rows, "name", "id")


def _connected(graph: Graph, given: Given) -> list[Row]:
    entities = _entities(graph)
    rows = []
    for entity in graph.entities:
        kind = given.get("type")
        facts = [edge for edge in graph.edges if entity.id in (edge.subject, edge.object)]
        if not facts or entity.type in EVENTS or kind not in (None, *ontology.entity(entity.type).labels):
            continue
        near = {end for edge in facts for end in (edge.subject, edge.object)} - {entity.id}
        row = {"name": entity.name, "type": entity.type, "facts": len(facts)}
        row |= {"happened": sum(ontology.STATUSES[edge.status].happened for edge in facts)}
        rows.append(row | {"others": sum(entities[one].type not in EVENTS for one in near), "id": entity.id})
    rows.sort(key=lambda row: (-row["facts"], row["name"], row["id"]))
    limit = given.get("limit")
    return rows[: 20 if limit is None else limit]


def _mentions(graph: Graph, given: Given) -> list[Row]:
    articles = {article.id: article for article in graph.articles}
    return _sorted(
        [
            {
                "name": entity.name,
                "article": one.article,
                "title": articles[one.article].title,
                "published": articles[one.article].published,
                "mentions": one.count,
            }
            for entity in graph.entities
            if _called(entity, given["name"])
            for one in entity.appearances
        ],
        "name",
        "article",
    )


def _emailed(edge: Edge, a: Entity, b: Entity) -> Row:
    return _pair("sender", "recipient", "kind", "date")(edge, a, b) | {"recipient": _target(b)}


def _raised(edge: Edge, a: Entity, b: Entity) -> Row:
    row = _pair("raiser", "_", *MONEY, "kind", "date")(edge, a, b)
    return {key: row[key] for key in row if key != "_"}


def _related(edge: Edge, a: Entity, b: Entity) -> Row:
    return {"one": a.name, "relation": edge.type, "other": b.name, "date": edge.qualifiers.date}


ANSWERS: dict[str, Callable[[Graph, Given], list[Row]]] = {
    "who-founded-what": _who(("FOUNDED",), _pair("founder", "founded", "date"), "founder", "founded", "date"),
    "who-funded-whom": _who(("FUNDED",), _pair("funder", "funded", *MONEY, "kind", "date"), "funder", "funded", "date"),
    "who-raised-what": _who(("RAISED",), _raised, "raiser", "date"),
    "who-sued-whom": _who(
        ("SUED",), _pair("plaintiff", "defendant", "date", "court", "claim"), "plaintiff", "defendant", "date"
    ),
    "who-emailed-whom": _who(("EMAILED",), _emailed, "sender", "recipient", "date"),
    "who-held-which-role": _who(
        ("HELD_ROLE",),
        _pair("person", "organization", "title", "since", "until"),
        "person",
        "organization",
        "since",
        "until",
        "title",
    ),
    "who-acquired-whom": _who(("ACQUIRED",), _pair("buyer", "bought", *MONEY, "date"), "buyer", "bought", "date"),
    "who-owns-what": _who(("OWNS",), _pair("owner", "owned", "since", "until"), "owner", "owned", "since", "until"),
    "who-developed-what": _who(
        ("DEVELOPED",), _pair("developer", "developed", "date"), "developer", "developed", "date"
    ),
    "rivals-and-partners": _who(("COMPETES_WITH", "PARTNERED_WITH"), _related, "relation", "one", "other", "date"),
    "who-recruited-whom": _who(
        ("RECRUITED",), _pair("recruiter", "recruit", "for_whom", "date"), "recruiter", "recruit", "date"
    ),
    "who-interviewed-whom": _who(
        ("INTERVIEWED",), _pair("interviewer", "interviewed", "venue", "date"), "interviewer", "interviewed", "date"
    ),
    "headquarters": _who(("HEADQUARTERED_IN",), _pair("organization", "place"), "organization", "place", dated=False),
    "timeline": _timeline,
    "evidence": _evidence,
    "path-between": _paths,
    "everything-about": _everything,
    "disputed": _disputed,
    "planned-and-failed": _not_done,
    "who-says-so": _sources,
    "articles": _articles,
    "entities": _listed,
    "most-connected": _connected,
    "where-mentioned": _mentions,
}
