"""A graph made by rule: every type of fact with every form of date and sum, every status, two articles and several
facts of one pair, so that each filter of each question has something to let through and something to stop."""

from collections.abc import Iterator
from itertools import cycle, product
from typing import Any

from extract import ontology
from extract.records import Qualifiers
from graph.ids import identify
from graph.records import Appearance, ArticleNode, Edge, Entity, Evidence, Graph

DATES = ("2015", "2015-06", "2015-06-15", "2015~", "2014/2016", "2016-02~/2018~", "2018-03", "2013-12-31", None)
SUMS = (
    {"amount": 5_000_000, "currency": "USD"},
    {"amount_min": 10_000_000, "amount_max": 20_000_000, "currency": "EUR"},
    {"amount_min": 5_000_000},
    {"amount": 1},
    {},
)
WORDS = {
    "title": "Chief of Staff",
    "kind": "a kind",
    "court": "Court",
    "claim": "claim",
    "for": "Body",
    "venue": "Hour",
}
NAMED = {
    kind: tuple(
        Entity(
            id=identify(kind, n),
            type=kind,
            name=f"{kind} {n}",
            aliases=(f"The {kind} no {n}", "Twin"),
            appearances=(Appearance(article="c1", count=n + 1), Appearance(article="c2", count=2)),
        )
        for n in range(2)
    )
    for kind in ontology.NAMED
}
EVENT = {
    kind: Entity(id=identify(kind, "event"), type=kind, name=f"{kind} event", properties={"date": "2015"})
    for kind in ontology.EVENTS
}


def crowd() -> Graph:
    """The graph; the same on every run."""
    sums, sources = cycle(SUMS), cycle((None, "Someone", "A Complaint"))
    statuses: Iterator[Any] = cycle(ontology.STATUSES)
    edges = []
    for row in ontology.RELATIONS.values():
        targets = [NAMED[row.objects[0]][n] for n in range(2)] if row.objects else []
        targets += [EVENT[row.event]] if row.object_optional and row.event else []
        for n, target, date in product(range(2), targets, DATES):
            subject = NAMED[row.subjects[n % len(row.subjects)]][n]
            if subject == target:
                continue
            told = tuple(
                Evidence(
                    article=f"c{(len(edges) + i) % 2 + 1}",
                    sentence=f"S {i}.",
                    start=i,
                    end=i + 4,
                    status=next(statuses),
                    source=next(sources),
                )
                for i in range(len(edges) % 3 + 1)
            )
            ends = {"start": date, "end": DATES[(DATES.index(date) + 3) % len(DATES)]}
            known = {**WORDS, **next(sums), **(ends if "start" in row.qualifiers else {"date": date})}
            edges.append(
                Edge(
                    id=identify(row.name, n, target.id, date),
                    type=row.name,
                    subject=subject.id,
                    object=target.id,
                    qualifiers=Qualifiers.model_validate({key: known.get(key) for key in row.qualifiers}),
                    status=told[0].status,
                    source=told[0].source,
                    evidence=told,
                    event=EVENT[row.event].id if row.event else None,
                )
            )
    articles = (
        *(("c1", "2015"), ("c2", "2015-06-15"), ("c3", None)),
        *((f"c{i + 4}", date) for i, date in enumerate(("2014", "2016-01", "2016-02", "2018-01-01"))),
    )
    return Graph(
        articles=tuple(ArticleNode(id=key, published=day, digest=key, characters=9) for key, day in articles),
        entities=tuple(
            sorted((one for row in (*NAMED.values(), tuple(EVENT.values())) for one in row), key=lambda one: one.id)
        ),
        edges=tuple(sorted(edges, key=lambda one: one.id)),
    )
