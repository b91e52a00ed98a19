"""Graphs to export: a small one in which everything odd occurs once, and a large one of any size."""

from functools import cache
from hashlib import sha256

from extract import ontology
from extract.records import Qualifiers
from graph.ids import identify
from graph.records import Appearance, ArticleNode, Edge, Entity, Evidence, Graph

SCRIPT = "<script>alert(1)</script> & Söhne"
NASTY = "a \"quoted\" \\u0027 back\\slash\nnew line\ttab; comma, 'single' | pipe $x `tick` {brace} 🦉 \\"


def _entity(entity_type: str, name: str, articles: tuple[str, ...], **more: object) -> Entity:
    return Entity(
        id=identify(ontology.family(entity_type), name),
        type=entity_type,
        name=name,
        appearances=tuple(Appearance(article=article, count=2) for article in articles),
        **more,  # type: ignore[arg-type]
    )


def _evidence(article: str, sentence: str, **more: object) -> Evidence:
    more = {"status": "asserted", **more}
    return Evidence(
        article=article,
        sentence=sentence,
        start=10,
        end=10 + len(sentence),
        voices=("rule", "reader"),
        score=0.9,
        **more,  # type: ignore[arg-type]
    )


def _edge(kind: str, subject: Entity, target: Entity, *evidence: Evidence, event: Entity | None = None) -> Edge:
    best = evidence[0]
    return Edge(
        id=identify("fact", kind, subject.id, target.id, *best.qualifiers.given().items(), best.status),
        type=kind,
        subject=subject.id,
        object=target.id,
        qualifiers=best.qualifiers,
        status=best.status,
        source=best.source,
        evidence=evidence,
        event=None if event is None else event.id,
    )


@cache
def small() -> Graph:
    """Every kind of node, several kinds of fact, all six statuses, odd names, odd texts, odd dates."""
    ann = _entity("Person", "Ann Lee", ("a1", "a2"), aliases=("Lee", "the engineer"))
    bob = _entity("Person", SCRIPT, ("a1",))
    acme = _entity("Company", "Acme", ("a1", "a2"), aliases=(NASTY,))
    fund = _entity("Organization", "North Fund", ("a2",))
    robot = _entity("Product", "Robot 9", ("a2",))
    oslo = _entity("Place", "Oslo", ("a2",))
    money = {"amount": 15000000, "currency": "USD", "date": "2016-02~", "kind": "donation", "status": "alleged"}
    gift = _entity("Funding", "$15M, Ann Lee to Acme", ("a1",), properties=money)
    suit = _entity("Lawsuit", "Ann Lee v. Acme", ("a2",), properties={"date": "2024-02-29", "court": "Oslo court"})
    mail = _entity("Email", "Email of Ann Lee", ("a2",), properties={"date": "2015/2018"})
    given = Qualifiers(date="2016-02~", amount=15000000, currency="USD", kind="donation")
    post = Qualifiers(title="chief executive", start="2019", end="2021-05")
    filed = Qualifiers(date="2024-02-29", court="Oslo court", claim="breach of contract")
    alleged = _evidence("a1", "Lee gave Acme $15 million, the suit says.", status="alleged", source="the suit",
                        qualifiers=given)  # fmt: skip
    edges = [
        _edge("FOUNDED", ann, acme, _evidence("a1", "Ann Lee founded Acme."), _evidence("a2", "Lee set up Acme.")),
        _edge("FUNDED", ann, acme, alleged, event=gift),
        _edge("HELD_ROLE", bob, acme, _evidence("a1", NASTY, qualifiers=post)),
        _edge("SUED", ann, acme, _evidence("a2", "Lee sued Acme.", qualifiers=filed), event=suit),
        _edge("EMAILED", ann, mail, _evidence("a2", "Lee wrote\x0ban email.", qualifiers=Qualifiers(date="2015/2018")),
              event=mail),
        _edge("OWNS", fund, acme, _evidence("a2", "The fund denies that it holds a stake.", status="denied")),
        _edge("ACQUIRED", fund, robot, _evidence("a2", "The fund tried to buy Robot 9.", status="attempted")),
        _edge("ACQUIRED", fund, acme, _evidence("a2", "The bid failed.", status="failed",
                                                qualifiers=Qualifiers(amount_min=1e9, amount_max=2.5e9))),
        _edge("HEADQUARTERED_IN", acme, oslo, _evidence("a2", "Acme plans a head office in Oslo.", status="planned")),
    ]  # fmt: skip
    articles = (
        ArticleNode(id="a1", title="A title", published="2024-03-01", url="https://news.example/a?b=1&c=2",
                    source="The Paper", metadata={"tags": ["x", {"y": 1}]}, digest="0" * 64, characters=900),
        ArticleNode(id="a2", digest="1" * 64, characters=90),
    )  # fmt: skip
    entities = (ann, bob, acme, fund, robot, oslo, gift, suit, mail)
    return Graph(
        articles=articles,
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        edges=tuple(sorted(edges, key=lambda edge: edge.id)),
    )


@cache
def large(entities: int = 5_000, facts: int = 20_000) -> Graph:
    """A graph of the ontology as the web has them: few known by many, most by few; the same on every call."""
    named = [
        _entity(("Person", "Company", "Organization", "Person", "Company")[i % 5], f"Name {i}", (f"article-{i % 500}",))
        for i in range(entities)
    ]
    by_family = {"Person": [e for e in named if e.type == "Person"], "Body": [e for e in named if e.type != "Person"]}
    shapes = [
        ("FOUNDED", "Person", "Body"),
        ("FUNDED", "Body", "Body"),
        ("HELD_ROLE", "Person", "Body"),
        ("ACQUIRED", "Body", "Body"),
        ("OWNS", "Body", "Body"),
        ("PARTNERED_WITH", "Body", "Body"),
        ("INTERVIEWED", "Person", "Person"),
        ("RECRUITED", "Body", "Person"),
    ]
    edges: dict[str, Edge] = {}
    for i in range(facts):
        kind, left, right = shapes[_draw(i, "kind") % len(shapes)]
        subject, target = _pick(by_family[left], i, "subject"), _pick(by_family[right], i, "object")
        status = list(ontology.STATUSES)[max(0, _draw(i, "status") % 12 - 6)]
        date = f"{2000 + _draw(i, 'year') % 25}-{1 + _draw(i, 'month') % 12:02}"
        known = Qualifiers(date=date) if kind != "HELD_ROLE" else Qualifiers(title=f"title {i % 90}", start=date)
        sentence = f"In sentence {i}, {subject.name} is said to stand in some relation to {target.name}, as of {date}."
        edge = _edge(kind, subject, target, _evidence(f"article-{i % 500}", sentence, status=status, qualifiers=known))
        edges[edge.id] = edge.model_copy(update={"id": identify("fact", i)})
    return Graph(
        articles=tuple(ArticleNode(id=f"article-{i}", digest="0" * 64, characters=1000) for i in range(500)),
        entities=tuple(sorted(named, key=lambda entity: entity.id)),
        edges=tuple(sorted(edges.values(), key=lambda edge: edge.id)),
    )


def _draw(i: int, what: str) -> int:
    return int.from_bytes(sha256(f"{i} {what}".encode()).digest()[:6], "big")


def _pick(choice: list[Entity], i: int, what: str) -> Entity:
    share = (_draw(i, what) % 10**6) / 10**6
    return choice[int(len(choice) * share**2.2)]
