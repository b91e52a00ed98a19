"""A small graph made by hand that holds what seeds do not: open and uncertain dates, vague sums, two sides of a
story, one name twice, and names that look like Cypher."""

from extract.records import Qualifiers, StatusName
from graph.ids import identify
from graph.records import Appearance, ArticleNode, Edge, Entity, Evidence, Graph

HOSTILE = (
    "'; MATCH (n) DETACH DELETE n; //",
    '"}) DETACH DELETE n //',
    "`Person`",
    "$name",
    "\\",
    "\\u0027 OR 1=1",
    "// no comment",
    "/* none */",
    "null",
    "née Ö'Brien 😀 日本",
    "a\nb\tc",
    "%_.*[0-9]+",
)


def entity(type_: str, name: str, *aliases: str, articles: tuple[str, ...] = ("a1",)) -> Entity:
    seen = tuple(Appearance(article=one, count=i + 1) for i, one in enumerate(articles))
    return Entity(id=identify(type_, name), type=type_, name=name, aliases=aliases, appearances=seen)


ANN = entity("Person", "Ann Lee", "Lee", "The Founder", articles=("a1", "a2"))
LEE = entity("Person", "Bo Lee", "Lee")
ACME = entity("Company", "Acme", "the ACME group")
BETA = entity("Organization", "Beta")
GAMMA = entity("Company", "Gamma", articles=("a2",))
DELTA = entity("Company", "Delta", articles=("a2",))
GIZMO = entity("Product", "Gizmo")
ROME = entity("Place", "Rome")
ALONE = entity("Person", "Zoë Ålone")
AWKWARD = tuple(entity("Person", f"{text} {i}", text) for i, text in enumerate(HOSTILE))


def fact(type_: str, subject: Entity, target: Entity, *told: tuple[StatusName, str | None], **known: object) -> Edge:
    told = told or (("asserted", None),)
    evidence = tuple(
        Evidence(
            article=f"a{i % 2 + 1}", sentence=f"{type_} “said” {i}, it's so.", start=i, end=i + 20, status=s, source=w
        )
        for i, (s, w) in enumerate(told)
    )
    return Edge(
        id=identify(type_, subject.id, target.id, *sorted(known.items())),
        type=type_,
        subject=subject.id,
        object=target.id,
        qualifiers=Qualifiers.model_validate(known),
        status=told[0][0],
        source=told[0][1],
        evidence=evidence,
    )


MEMO = Entity(
    id="email-1", type="Email", name="Email from Ann Lee", properties={"date": "2016-03", "status": "asserted"}
)
ROUND = Entity(id="funding-1", type="Funding", name="Round of Acme", properties={"amount": 5, "status": "planned"})

FACTS = (
    fact("FOUNDED", ANN, ACME, date="2015"),
    fact("FOUNDED", LEE, ACME, ("alleged", "Bo's lawyer"), ("denied", "Ann Lee"), date="2015-12~"),
    fact("FOUNDED", ANN, BETA, ("asserted", None), ("alleged", "people familiar"), ("asserted", None)),
    fact("FUNDED", ANN, BETA, amount=1_000_000, currency="USD", date="2015-05-21", kind="donation"),
    fact("FUNDED", ANN, BETA, amount=2.5, currency="EUR", date="2015/2018"),
    fact(
        "FUNDED",
        GAMMA,
        BETA,
        ("failed", None),
        amount_min=10_000_000,
        amount_max=99_000_000,
        currency="USD",
        date="2019~/2020~",
    ),
    fact("RAISED", ACME, ROUND, ("planned", "Acme"), amount=5, currency="USD").model_copy(update={"event": ROUND.id}),
    fact("EMAILED", ANN, MEMO, date="2016-03", kind="memo").model_copy(update={"event": MEMO.id}),
    fact("EMAILED", ANN, LEE, date="2016-03-02"),
    fact("HELD_ROLE", ANN, ACME, title="Chief Executive", start="2015", end="2019-06"),
    fact("HELD_ROLE", ANN, ACME, ("planned", None), title="chair", start="2020"),
    fact("HELD_ROLE", LEE, BETA, end="2018"),
    fact("HELD_ROLE", LEE, ACME, title="reporter"),
    fact("OWNS", ANN, GAMMA, start="2017-01"),
    fact("ACQUIRED", ACME, GAMMA, ("attempted", None), ("failed", "Gamma"), amount=44_000_000_000, currency="USD"),
    fact("DEVELOPED", ACME, GIZMO, date="2021-02-03"),
    fact("SUED", GAMMA, ANN, ("planned", None), court="High Court", claim="breach"),
    fact("PARTNERED_WITH", BETA, GAMMA, date="2018"),
    fact("COMPETES_WITH", GAMMA, DELTA),
    fact("COMPETES_WITH", ACME, DELTA),
    fact("RECRUITED", ACME, LEE, date="2016", **{"for": "Beta"}),
    fact("INTERVIEWED", DELTA, ANN, venue="The Hour"),
    fact("HEADQUARTERED_IN", ACME, ROME),
)


def world() -> Graph:
    named = (ANN, LEE, ACME, BETA, GAMMA, DELTA, GIZMO, ROME, ALONE, *AWKWARD, MEMO, ROUND)
    return Graph(
        articles=(
            ArticleNode(id="a1", title="First: 'quoted'", published="2024-03-07", digest="d1", characters=100),
            ArticleNode(
                id="a2", published="2023", url="https://example.org/2", source="The Paper", digest="d2", characters=50
            ),
            ArticleNode(id="a3", digest="d3", characters=0, metadata={"desk": ["news", 1]}),
        ),
        entities=tuple(sorted(named, key=lambda one: one.id)),
        edges=tuple(sorted(FACTS, key=lambda one: one.id)),
    )
