"""The records of the graph: what is held, with every sentence that says so.

Ids are hashes of stable fields (`graph.ids`), so that the same input gives the same graph, byte for byte.
"""

from collections.abc import Iterable
from typing import Any, Protocol

from pydantic import Field

from extract.records import Number, Qualifiers, Record, StatusName

VERSION = 1
"""Of the stored format; a folder of another version is refused, not guessed at."""


class Evidence(Record):
    """One sentence (or a few) of one article that says a fact, as it says it."""

    article: str
    sentence: str
    start: int
    end: int
    status: StatusName
    source: str | None = None
    qualifiers: Qualifiers = Qualifiers()
    voices: tuple[str, ...] = ()
    score: float = 1.0


class Appearance(Record):
    """How often an article mentions an entity."""

    article: str
    count: int


class Entity(Record):
    """A node: a named entity joined over all articles, or an event with properties of its own."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    """Sorted by article."""
    properties: dict[str, str | Number] = Field(default_factory=dict)
    """Events only: date, amount, currency, court, claim, kind, …, by the ontology's keys; and status."""


class Edge(Record):
    """A fact: subject and object are entity ids; the object of a fact without one is its event node."""

    id: str
    type: str
    subject: str
    object: str
    qualifiers: Qualifiers = Qualifiers()
    status: StatusName = "asserted"
    source: str | None = None
    """Who says so; None as soon as one article says it in its own voice."""
    evidence: tuple[Evidence, ...] = ()
    """Best first, then by article and offset; never empty."""
    event: str | None = None
    """Id of the Lawsuit, Email or Funding node that stands for the same fact."""


class ArticleNode(Record):
    """An article without its text; `digest` is the SHA-256 of the text."""

    id: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    source: str | None = None
    metadata: dict[str, Any] = Field(default_factory=dict)
    digest: str
    characters: int


class Graph(Record):
    """All that is held; every tuple is sorted by id."""

    articles: tuple[ArticleNode, ...] = ()
    entities: tuple[Entity, ...] = ()
    edges: tuple[Edge, ...] = ()


class Held(Protocol):
    """Anything that a graph can be read from, again and again: a Graph, or a file that is too large for memory."""

    @property
    def articles(self) -> Iterable[ArticleNode]:
        """All articles by id."""
        ...

    @property
    def entities(self) -> Iterable[Entity]:
        """All entities by id."""
        ...

    @property
    def edges(self) -> Iterable[Edge]:
        """All edges by id."""
        ...
