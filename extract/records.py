"""The records that pass between stages, frozen, and written as JSON lines.

Article → Mention, LocalEntity, Claim, Rejection → Extraction. Offsets count Python characters in the
article's untouched text, end exclusive: `article.text[claim.evidence_start:claim.evidence_end] == claim.evidence`.
"""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from extract import ontology

Kind = Literal["name", "nominal", "pronoun"]
StatusName = Literal["asserted", "alleged", "denied", "planned", "attempted", "failed"]
Number = int | float


class Record(BaseModel):
    """Base of all records: frozen, no unknown fields, filled by field name or by alias."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Article(Record):
    """A text with what is known of it; `published` is ISO 8601 as far as known, never today by default."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    source: str | None = None
    metadata: dict[str, Any] = Field(default_factory=dict)


class Mention(Record):
    """A piece of text that stands for one entity, or for several ("the two men")."""

    start: int
    end: int
    text: str
    type: str
    kind: Kind
    entities: tuple[int, ...] = ()
    """Indices into `Extraction.entities`; empty while nobody is found."""
    score: float = 1.0
    """How sure it is: of a name its type, of a description or pronoun whom it stands for; 0 to 1."""


class LocalEntity(Record):
    """An entity as one article knows it: fullest name, other names and unique descriptions, mentions."""

    type: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Qualifiers(Record):
    """What a fact says besides its two ends; see `ontology.QUALIFIERS` for kinds and units."""

    date: str | None = None
    start: str | None = None
    end: str | None = None
    amount: Number | None = None
    amount_min: Number | None = None
    amount_max: Number | None = None
    currency: str | None = None
    kind: str | None = None
    title: str | None = None
    court: str | None = None
    claim: str | None = None
    for_: str | None = Field(default=None, alias="for")
    venue: str | None = None

    def given(self) -> dict[str, str | Number]:
        """The qualifiers that are there, by their key in the ontology, in the ontology's order."""
        whole = self.model_dump(by_alias=True)
        return {key: whole[key] for key in ontology.QUALIFIERS if whole.get(key) is not None}


class Claim(Record):
    """What an article says: one fact, who says so, how it is told, and the words that say it."""

    type: str
    subject: int
    """Index into `Extraction.entities`."""
    object: int | None = None
    qualifiers: Qualifiers = Qualifiers()
    status: StatusName = "asserted"
    source: str | None = None
    """Who says so, in the text's words or by name; None where the article speaks in its own voice."""
    evidence: str
    evidence_start: int
    evidence_end: int
    voices: tuple[str, ...]
    """Names of the rules and models that found it, sorted."""
    score: float = 1.0
    """How sure the judge is, 0 to 1, rounded to four decimals."""


class Rejection(Record):
    """A candidate that did not become a claim, and why."""

    type: str
    subject: str | None = None
    object: str | None = None
    reason: str
    evidence: str
    evidence_start: int
    evidence_end: int
    voices: tuple[str, ...]


class Extraction(Record):
    """Everything that one article says; the unit that is stored, withdrawn and built from."""

    article: Article
    entities: tuple[LocalEntity, ...] = ()
    claims: tuple[Claim, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    unresolved: tuple[Mention, ...] = ()
    """Descriptions and pronouns for which nobody was found safely."""

    @model_validator(mode="after")
    def _offsets_hold(self) -> Self:
        text = self.article.text
        for claim in self.claims:
            if text[claim.evidence_start : claim.evidence_end] != claim.evidence:
                raise ValueError(f"evidence of a {claim.type} claim does not re-slice: {claim.evidence[:60]!r}")
            problem = ontology.fits(
                claim.type,
                self.entities[claim.subject].type,
                None if claim.object is None else self.entities[claim.object].type,
            )
            if problem:
                raise ValueError(f"{problem} of a {claim.type} claim: {claim.evidence[:60]!r}")
        for entity in self.entities:
            for mention in entity.mentions:
                if text[mention.start : mention.end] != mention.text:
                    raise ValueError(f"mention does not re-slice: {mention.text!r}")
        return self

    def prediction(self) -> dict[str, Any]:
        """The article's line in the prediction format that gold files are scored against."""
        names = [entity.name for entity in self.entities]
        facts = []
        for claim in self.claims:
            facts.append(
                {
                    "type": claim.type,
                    "subject": names[claim.subject],
                    "object": None if claim.object is None else names[claim.object],
                    **claim.qualifiers.given(),
                    "status": claim.status,
                    "source": claim.source,
                    "evidence": claim.evidence,
                    "evidence_start": claim.evidence_start,
                    "evidence_end": claim.evidence_end,
                    "voices": list(claim.voices),
                    "score": claim.score,
                }
            )
        return {
            "article": self.article.id,
            "published": self.article.published,
            "entities": [
                {"type": entity.type, "name": entity.name, "aliases": list(entity.aliases)} for entity in self.entities
            ],
            "facts": facts,
        }
