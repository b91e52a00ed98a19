"""Extractions, graph and resolution → counts and lists: what is held, what was rejected and why, what is unsure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extract.records import Extraction, Record, Rejection
from graph.records import Graph
from graph.resolve import Resolution

ONE_END = "both ends are one entity"
"""Reason of a claim whose two parties turned out to be one: it tells nothing and stands in no graph."""


class Candidate(Record):
    """Someone that an ambiguous name may mean."""

    name: str
    score: float
    reason: str


class Doubt(Record):
    """A name that may be one of others' and was left alone; `judge same` or `judge different` settles it."""

    family: str
    name: str
    articles: tuple[str, ...]
    candidates: tuple[Candidate, ...]


class Report(Record):
    """Counts by name, sorted by name."""

    articles: int
    withdrawn: int
    entities: dict[str, int]
    edges: dict[str, dict[str, int]]
    """Relation type → status → edges."""
    statuses: dict[str, int]
    rejections: dict[str, dict[str, int]]
    """Reason → relation type → rejected candidates."""
    unresolved: dict[str, int]
    """Descriptions and pronouns for which nobody was found safely, by kind."""
    joined: dict[str, int]
    """Joins of different names across articles, by reason."""
    ambiguous: tuple[Doubt, ...]


class Refused(NamedTuple):
    """A rejected candidate, and its article."""

    article: str
    rejection: Rejection


def report(extractions: Iterable[Extraction], graph: Graph, resolution: Resolution) -> Report:
    """Count what the articles said, what the graph holds of it, and what was left out."""
    read = sorted(extractions, key=lambda one: one.article.id)
    held = {article.id for article in graph.articles}
    counted = [one for one in read if one.article.id in held]
    refused = rejected(counted)
    lost = Counter(_self_told(counted, resolution))
    by_reason = _nested((one.rejection.reason, one.rejection.type) for one in refused)
    if lost:
        by_reason[ONE_END] = {name: lost[name] for name in sorted(lost)}
    return Report(
        articles=len(held),
        withdrawn=len(read) - len(counted),
        entities=_counted(entity.type for entity in graph.entities),
        edges=_nested((edge.type, edge.status) for edge in graph.edges),
        statuses=_counted(edge.status for edge in graph.edges),
        rejections={reason: by_reason[reason] for reason in sorted(by_reason)},
        unresolved=_counted(mention.kind for one in counted for mention in one.unresolved),
        joined=_counted(join.reason.partition(";")[0] for join in resolution.joins),
        ambiguous=tuple(
            Doubt(
                family=one.family,
                name=one.name,
                articles=one.articles,
                candidates=tuple(Candidate(**choice._asdict()) for choice in one.candidates),
            )
            for one in resolution.ambiguities
        ),
    )


def rejected(
    extractions: Iterable[Extraction], reason: str | None = None, relation: str | None = None
) -> list[Refused]:
    """Rejected candidates, all or of one reason or relation type, in the order of articles and text."""
    return [
        Refused(one.article.id, rejection)
        for one in sorted(extractions, key=lambda e: e.article.id)
        for rejection in one.rejections
        if reason in (None, rejection.reason) and relation in (None, rejection.type)
    ]


def _self_told(extractions: Sequence[Extraction], resolution: Resolution) -> Iterable[str]:
    """Types of the claims whose two ends became one entity."""
    cluster: Mapping[tuple[str, int], int] = {
        local: number for number, members in enumerate(resolution.clusters) for local in members
    }
    for one in extractions:
        for claim in one.claims:
            ends = (claim.subject, claim.object)
            if claim.object is not None and len({cluster[one.article.id, end] for end in ends if end is not None}) == 1:
                yield claim.type


def _counted(found: Iterable[str]) -> dict[str, int]:
    counts = Counter(found)
    return {name: counts[name] for name in sorted(counts)}


def _nested(found: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    counts = Counter(found)
    nested: dict[str, dict[str, int]] = {}
    for outer, inner in sorted(counts):
        nested.setdefault(outer, {})[inner] = counts[outer, inner]
    return nested
