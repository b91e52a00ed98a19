"""Extractions and judgements → Graph: pure, the same bytes for the same input in any order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from extract import ontology
from extract.errors import GraphError
from extract.records import Article, Claim, Extraction, LocalEntity
from graph import facts, names
from graph.events import NOBODY, add_events
from graph.facts import Told
from graph.ids import identify
from graph.judgements import Judgement, withdrawn
from graph.likely import Local
from graph.records import Appearance, ArticleNode, Edge, Entity, Evidence, Graph
from graph.resolve import Resolution, resolve


def build(
    extractions: Iterable[Extraction], judgements: Iterable[Judgement] = (), resolution: Resolution | None = None
) -> Graph:
    """The graph of all articles that are not withdrawn; every tuple sorted by id.

    A `resolution` of the same extractions and judgements may be given, to save its time. GraphError where two
    extractions have one article id, JudgementError where judgements contradict each other.
    """
    decided = tuple(judgements)
    held = _held(extractions, decided)
    who = resolve(held, decided) if resolution is None else resolution
    locals_ = {Local(one.article.id, i): entity for one in held for i, entity in enumerate(one.entities)}
    entities: list[Entity] = []
    bearer: dict[Local, str] = {}
    for entity, members in _entities(who.clusters, locals_):
        entities.append(entity)
        bearer.update(dict.fromkeys(members, entity.id))
    called = {entity.id: entity.name for entity in entities}
    edges, events = add_events(_edges(held, bearer), called)
    return Graph(
        articles=tuple(_article(one.article) for one in held),
        entities=tuple(sorted((*entities, *events), key=lambda one: one.id)),
        edges=tuple(sorted(edges, key=lambda one: one.id)),
    )


def _held(extractions: Iterable[Extraction], judgements: Iterable[Judgement]) -> list[Extraction]:
    """Extractions that are not withdrawn, sorted by article, each once."""
    gone = withdrawn(judgements)
    found: dict[str, Extraction] = {}
    for extraction in extractions:
        key = extraction.article.id
        if key in found and found[key] != extraction:
            raise GraphError(f"two different articles have the id {key!r}")
        found[key] = extraction
    return [found[key] for key in sorted(found) if key not in gone]


def _article(article: Article) -> ArticleNode:
    return ArticleNode(
        id=article.id,
        title=article.title,
        published=article.published,
        url=article.url,
        source=article.source,
        metadata=article.metadata,
        digest=digest(article.text),
        characters=len(article.text),
    )


def digest(text: str) -> str:
    """The SHA-256 of a text, as article nodes keep it."""
    return sha256(text.encode("utf-8")).hexdigest()


def _entities(
    clusters: Iterable[Sequence[Local]], locals_: Mapping[Local, LocalEntity]
) -> Iterable[tuple[Entity, Sequence[Local]]]:
    """An entity for each cluster; where two share a name, all but the most told bear their first place in their id."""
    by_name: dict[tuple[str, str], list[tuple[Entity, Sequence[Local]]]] = defaultdict(list)
    for members in clusters:
        entity = _entity(members, locals_)
        by_name[ontology.family(entity.type), entity.name].append((entity, members))
    for (family, name), namesakes in sorted(by_name.items()):
        namesakes.sort(key=lambda one: (-len(one[1]), one[1][0]))
        for i, (entity, members) in enumerate(namesakes):
            place = members[0] if i else ()
            yield entity.model_copy(update={"id": identify(family, name, *place)}), members


def _entity(members: Sequence[Local], locals_: Mapping[Local, LocalEntity]) -> Entity:
    """A cluster as an entity that has no id yet: type by vote, best name, aliases that are names, appearances."""
    types: Counter[str] = Counter()
    called: Counter[str] = Counter()
    aliases: set[str] = set()
    counts: Counter[str] = Counter()
    for local in members:
        entity = locals_[local]
        mentions = max(1, len(entity.mentions))
        types[entity.type] += mentions
        called[entity.name] += 1
        aliases.update((entity.name, *entity.aliases))
        counts[local.article] += mentions
    kind = max(types, key=lambda one: (types[one], one != "Organization", one))
    family = ontology.family(kind)
    name = names.best(family, called)
    return Entity(
        id="",
        type=kind,
        name=name,
        aliases=tuple(sorted(one for one in aliases if one != name and (one in called or names.is_name(family, one)))),
        appearances=tuple(Appearance(article=article, count=counts[article]) for article in sorted(counts)),
    )


def _edges(held: Iterable[Extraction], bearer: Mapping[Local, str]) -> Iterable[Edge]:
    """The facts as edges that have no event yet; a claim whose two ends are one entity tells nothing."""
    groups: dict[tuple[str, str, str, str], list[Told]] = defaultdict(list)
    for extraction in held:
        article = extraction.article.id
        for claim in extraction.claims:
            subject = bearer[Local(article, claim.subject)]
            target = NOBODY if claim.object is None else bearer[Local(article, claim.object)]
            if subject == target:
                continue
            ends = (claim.subject, -1 if claim.object is None else claim.object)
            if ontology.relation(claim.type).symmetric:
                ends, (subject, target) = (min(ends), max(ends)), sorted((subject, target))
            key = claim.type, subject, target, facts.class_of(claim.status)
            groups[key].append(Told(ends, _evidence(article, claim)))
    for (relation, subject, target, told_as), told in sorted(groups.items()):
        found = facts.facts(relation, told)
        for fact, own in zip(found, facts.identity(relation, found), strict=True):
            evidence = facts.ordered(fact.told)
            status, source = facts.standing(evidence)
            yield Edge(
                id=identify(relation, subject, target or None, told_as, *own),
                type=relation,
                subject=subject,
                object=target,
                qualifiers=fact.qualifiers,
                status=status,
                source=source,
                evidence=evidence,
            )


def _evidence(article: str, claim: Claim) -> Evidence:
    return Evidence(
        article=article,
        sentence=claim.evidence,
        start=claim.evidence_start,
        end=claim.evidence_end,
        status=claim.status,
        source=claim.source,
        qualifiers=claim.qualifiers,
        voices=claim.voices,
        score=claim.score,
    )
