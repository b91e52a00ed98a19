"""Extractions and judgements → graph: a pure function, the same in any order of articles.

Entities are joined by `graph.resolve`; claims of one event become one edge that keeps all evidence; suits,
messages and sums become nodes of their own by `graph.events`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from extract import names, ontology
from extract.merge import compatible, fill
from extract.records import Claim, Extraction, Qualifiers
from graph import events
from graph.ids import identify
from graph.judgements import Judgement
from graph.records import Appearance, ArticleNode, Edge, Entity, Evidence, Graph
from graph.resolve import Cluster, Place, Resolution, named, resolve

HAPPENED = "happened"
"""The class of statuses of one event: asserted and alleged together, every other status by its name."""


class Told(NamedTuple):
    """A claim with its article."""

    article: str
    claim: Claim


def standing(extractions: Iterable[Extraction], judgements: Sequence[Judgement]) -> list[Extraction]:
    """The extractions that count, by article: withdrawn ones are left out."""
    withdrawn = {judgement.article for judgement in judgements if judgement.kind == "withdraw"}
    kept = {one.article.id: one for one in extractions if one.article.id not in withdrawn}
    return [kept[key] for key in sorted(kept)]


def build(extractions: Iterable[Extraction], judgements: Sequence[Judgement] = ()) -> Graph:
    """The graph of all extractions that are not withdrawn; every tuple in it is sorted by id."""
    counted = standing(extractions, judgements)
    return assemble(counted, resolve(counted, judgements))


def assemble(extractions: Sequence[Extraction], resolution: Resolution) -> Graph:
    """The graph of extractions whose entities are resolved."""
    by_article = {one.article.id: one for one in extractions}
    entities, owner = _entities(by_article, resolution.clusters)
    edges, nodes = events.attach(_edges(by_article, owner), {entity.id: entity.name for entity in entities})
    return Graph(
        articles=tuple(_article(one) for one in extractions),
        entities=tuple(sorted([*entities, *nodes], key=lambda entity: entity.id)),
        edges=tuple(sorted(edges, key=lambda edge: edge.id)),
    )


def _article(extraction: Extraction) -> ArticleNode:
    article = extraction.article
    return ArticleNode(
        id=article.id,
        title=article.title,
        published=article.published,
        url=article.url,
        source=article.source,
        metadata=article.metadata,
        digest=sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        characters=len(article.text),
    )


def _entities(by_article: dict[str, Extraction], clusters: Sequence[Cluster]) -> tuple[list[Entity], dict[Place, str]]:
    entities: list[Entity] = []
    owner: dict[Place, str] = {}
    taken: set[str] = set()
    for cluster in clusters:
        family = cluster.profiles[0].key[0]
        places = sorted(place for profile in cluster.profiles for place in profile.places)
        local = [(article, by_article[article].entities[index]) for article, index in places]
        spelled: Counter[str] = Counter()
        types: Counter[str] = Counter()
        counts: Counter[str] = Counter()
        for article, one in local:
            spelled[one.name] += 1
            types[one.type] += max(1, len(one.mentions))
            counts[article] += max(1, len(one.mentions))
        name = max(sorted(spelled), key=lambda n: (len(names.words(n)), not n.isupper(), spelled[n]))
        kind = max(sorted(types), key=lambda t: types[t])
        own = cluster.profiles[0].key[2] if len(cluster.profiles) == 1 else ""
        key = identify(family, names.plain(name), own) if own else identify(family, names.plain(name))
        if key in taken:
            key = identify(family, names.plain(name), *(article for article, _ in places))
        taken.add(key)
        aliases = {alias for _, one in local for alias in named(one)} - {name}
        entities.append(
            Entity(
                id=key,
                type=kind,
                name=name,
                aliases=tuple(sorted(aliases)),
                appearances=tuple(Appearance(article=a, count=counts[a]) for a in sorted(counts)),
            )
        )
        owner |= dict.fromkeys(places, key)
    return entities, owner


def _edges(by_article: dict[str, Extraction], owner: dict[Place, str]) -> list[Edge]:
    """Edges whose object is still "" where the claim has none; `graph.events` puts the event's node there."""
    told: dict[tuple[str, str, str, str], list[Told]] = defaultdict(list)
    for article in sorted(by_article):
        for claim in by_article[article].claims:
            subject = owner[article, claim.subject]
            target = "" if claim.object is None else owner[article, claim.object]
            if subject == target:
                continue
            if ontology.relation(claim.type).symmetric:
                subject, target = sorted((subject, target))
            kind = HAPPENED if ontology.STATUSES[claim.status].happened else claim.status
            told[claim.type, subject, target, kind].append(Told(article, claim))
    edges: list[Edge] = []
    for (type_, subject, target, kind), claims in sorted(told.items()):
        taken: Counter[str] = Counter()
        for event in _events(claims):
            edge = _edge(type_, subject, target, kind, event)
            taken[edge.id] += 1
            if taken[edge.id] > 1:
                edge = edge.model_copy(update={"id": identify(type_, edge.id, taken[edge.id])})
            edges.append(edge)
    return edges


def _rank(told: Told) -> tuple[int, float, str, int, str]:
    claim = told.claim
    return -len(claim.qualifiers.given()), -claim.score, told.article, claim.evidence_start, claim.model_dump_json()


def _events(claims: Sequence[Told]) -> list[list[Told]]:
    """Claims that tell one event; two claims of one article are two events, since extraction has joined what is one."""
    found: list[list[Told]] = []
    for one in sorted(claims, key=_rank):
        home = next(
            (
                event
                for event in found
                if all(one.article != other.article and compatible(one.claim, other.claim) for other in event)
            ),
            None,
        )
        if home is None:
            found.append([one])
        else:
            home.append(one)
    return found


def _edge(type_: str, subject: str, target: str, kind: str, event: Sequence[Told]) -> Edge:
    given = Qualifiers.model_validate(fill([told.claim.qualifiers for told in event]))
    evidence = tuple(
        Evidence(
            article=told.article,
            sentence=told.claim.evidence,
            start=told.claim.evidence_start,
            end=told.claim.evidence_end,
            status=told.claim.status,
            source=told.claim.source,
            qualifiers=told.claim.qualifiers,
            voices=told.claim.voices,
            score=told.claim.score,
        )
        for told in sorted(event, key=lambda t: (t.claim.status == "alleged", *_rank(t)))
    )
    statuses = {one.status for one in evidence}
    best = [one for one in evidence if one.status == ("asserted" if "asserted" in statuses else min(statuses))]
    telling = {key: given.given().get(key) for key in ("date", "amount", "amount_min", "currency", "title", "end")}
    return Edge(
        id=identify(type_, subject, target, kind, *(telling[key] for key in sorted(telling))),
        type=type_,
        subject=subject,
        object=target,
        qualifiers=given,
        status=best[0].status,
        source=None if any(one.source is None for one in best) else best[0].source,
        evidence=evidence,
    )
