"""The one table of what there is to know: entity types, relation types, statuses, qualifiers.

Everything that must agree with the ontology is computed from these rows: validated records, Cypher
labels and constraints, export headers, style sheets and README tables. The meaning in words follows
the annotation guide: a fact is what a careful reader takes from the article.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from extract.errors import OntologyError


class EntityType(NamedTuple):
    """A kind of node; `labels` go from the general to the special, `:Entity` left out."""

    name: str
    labels: tuple[str, ...]
    meaning: str
    event: bool = False


class Qualifier(NamedTuple):
    """A property of a fact; `kind` is text, date (ISO 8601, `~` for uncertain, `/` for intervals) or number.

    `key` is the name in records and prediction files, `column` the name in Cypher and in exports.
    """

    key: str
    column: str
    kind: str
    meaning: str


class RelationType(NamedTuple):
    """A kind of fact, read left to right: SUBJECT name OBJECT.

    `object_optional`: the object may be missing (then the edge points to the event's node);
    `event`: the entity type of the node that a fact of this type becomes, with the edge types that
    join its parties to it.
    """

    name: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    qualifiers: tuple[str, ...]
    meaning: str
    symmetric: bool = False
    object_optional: bool = False
    event: str | None = None
    subject_role: str | None = None
    object_role: str | None = None


AGENT = ("Person", "Company", "Organization")
BODY = ("Company", "Organization")

_ENTITIES = (
    EntityType("Person", ("Person",), "a human being, by the fullest name in the article"),
    EntityType("Organization", ("Organization",), "a body that acts: agency, court, university, nonprofit, band"),
    EntityType("Company", ("Organization", "Company"), "a body that trades or is run as a venture"),
    EntityType("Product", ("Product",), "a thing made or offered under a name"),
    EntityType("Place", ("Place",), "a city, region or country that a fact needs"),
    EntityType("Lawsuit", ("Lawsuit",), "a suit with its parties, date, court and claim", event=True),
    EntityType("Email", ("Email",), "an email, memo, letter or text message", event=True),
    EntityType("Funding", ("Funding",), "a gift, an investment or a round, with its sum", event=True),
)

_QUALIFIERS = (
    Qualifier("date", "date", "date", "when it happened"),
    Qualifier("start", "since", "date", "when it began"),
    Qualifier("end", "until", "date", "when it ended"),
    Qualifier("amount", "amount", "number", "the sum, in units of currency"),
    Qualifier("amount_min", "amount_min", "number", "the least that a vague sum can be"),
    Qualifier("amount_max", "amount_max", "number", "the most that a vague sum can be"),
    Qualifier("currency", "currency", "text", "ISO 4217"),
    Qualifier("kind", "kind", "text", "what sort: series A, donation, loan; email, memo, letter"),
    Qualifier("title", "title", "text", "the office in the text's words"),
    Qualifier("court", "court", "text", "where it was filed"),
    Qualifier("claim", "claim", "text", "what the suit says was wrong"),
    Qualifier("for", "for_whom", "text", "the organisation that the recruit is for"),
    Qualifier("venue", "venue", "text", "the outlet or programme of an interview"),
)

_MONEY = ("amount", "amount_min", "amount_max", "currency")

_RELATIONS = (
    RelationType("FOUNDED", AGENT, BODY, ("date",), "founded, co-founded, started, launched, set up"),
    RelationType(
        "FUNDED",
        AGENT,
        AGENT,
        ("date", *_MONEY, "kind"),
        "gave money to: invested in, donated to, backed, led a round, lent",
        event="Funding",
        subject_role="FUNDER_OF",
        object_role="BENEFICIARY_OF",
    ),
    RelationType(
        "RAISED",
        BODY,
        (),
        ("date", *_MONEY, "kind"),
        "took in, or set out to take in, a sum",
        object_optional=True,
        event="Funding",
        subject_role="BENEFICIARY_OF",
    ),
    RelationType("HELD_ROLE", ("Person",), BODY, ("title", "start", "end"), "any office or employment"),
    RelationType(
        "ACQUIRED",
        AGENT,
        (*BODY, "Product"),
        ("date", *_MONEY),
        "bought, took over, merged into itself",
    ),
    RelationType("OWNS", AGENT, BODY, ("start", "end"), "holds it or a stake in it, is its parent"),
    RelationType("DEVELOPED", AGENT, ("Product", *BODY), ("date",), "built, released, launched, published"),
    RelationType(
        "SUED",
        AGENT,
        AGENT,
        ("date", "court", "claim"),
        "filed a suit against; a threat is planned",
        event="Lawsuit",
        subject_role="PLAINTIFF_IN",
        object_role="DEFENDANT_IN",
    ),
    RelationType(
        "EMAILED",
        AGENT,
        AGENT,
        ("date", "kind"),
        "sent an email, memo, letter or text message to",
        object_optional=True,
        event="Email",
        subject_role="SENDER_OF",
        object_role="RECIPIENT_OF",
    ),
    RelationType(
        "PARTNERED_WITH", BODY, BODY, ("date",), "a partnership, alliance or deal to work together", symmetric=True
    ),
    RelationType(
        "COMPETES_WITH",
        (*BODY, "Product"),
        (*BODY, "Product"),
        (),
        "a rival, competitor or counterweight",
        symmetric=True,
    ),
    RelationType("RECRUITED", AGENT, AGENT, ("date", "for"), "hired, brought in, poached"),
    RelationType("INTERVIEWED", (*AGENT, "Product"), ("Person",), ("date", "venue"), "interviewed, hosted as a guest"),
    RelationType("HEADQUARTERED_IN", BODY, ("Place",), (), "is based in, has its main office in"),
)


class Status(NamedTuple):
    """How a fact is told; `happened` says whether it is told as having happened."""

    name: str
    happened: bool
    meaning: str


_STATUSES = (
    Status("asserted", True, "the article says it in its own voice, or a source does and nobody disputes it"),
    Status("alleged", True, "a party's claim in a dispute, a report, people familiar"),
    Status("denied", False, "somebody denies it, and that is the last word"),
    Status("planned", False, "intended, proposed, promised or threatened"),
    Status("attempted", False, "tried; the text does not say whether it came off"),
    Status("failed", False, "tried, and did not come off"),
)

ENTITIES: Mapping[str, EntityType] = MappingProxyType({row.name: row for row in _ENTITIES})
RELATIONS: Mapping[str, RelationType] = MappingProxyType({row.name: row for row in _RELATIONS})
QUALIFIERS: Mapping[str, Qualifier] = MappingProxyType({row.key: row for row in _QUALIFIERS})
STATUSES: Mapping[str, Status] = MappingProxyType({row.name: row for row in _STATUSES})

NAMED = tuple(row.name for row in _ENTITIES if not row.event)
EVENTS = tuple(row.name for row in _ENTITIES if row.event)
ROLES = tuple(sorted({role for row in _RELATIONS for role in (row.subject_role, row.object_role) if role}))
"""Edge types that join a party to an event node."""

MENTIONED_IN = "MENTIONED_IN"
ARTICLE = "Article"


def family(entity_type: str) -> str:
    """Company → Organization; every other type is its own family (a name is joined within one family)."""
    return entity(entity_type).labels[0]


def entity(name: str) -> EntityType:
    """The row of an entity type; OntologyError where there is none."""
    row = ENTITIES.get(name)
    if row is None:
        raise OntologyError(f"no entity type {name!r}; there are {', '.join(ENTITIES)}")
    return row


def relation(name: str) -> RelationType:
    """The row of a relation type; OntologyError where there is none."""
    row = RELATIONS.get(name)
    if row is None:
        raise OntologyError(f"no relation type {name!r}; there are {', '.join(RELATIONS)}")
    return row


def fits(relation_type: str, subject: str, target: str | None) -> str | None:
    """None where entity types fit domain and range, else which does not: "domain" or "range"."""
    row = relation(relation_type)
    if subject not in row.subjects:
        return "domain"
    if target is None:
        return None if row.object_optional else "range"
    return None if target in row.objects else "range"
