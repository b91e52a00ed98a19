"""An article once its words are read and its people are known: what rules look at.

`Scene` holds the parsed text with every mention tied to its entity and every date and sum resolved;
`Candidate` is what a rule or the reader proposes and the judge decides on.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from spacy.tokens import Doc, Span, Token

from extract.records import Article, LocalEntity, Mention


@dataclass(frozen=True)
class Dated:
    """A date in the text: token range and ISO 8601 value as exact as the text makes it (`2015-05`, `2015/2018`)."""

    start: int
    end: int
    value: str
    relative: bool = False
    """Resolved from the article's date or from another date ("last week", "two years later")."""
    role: str = "on"
    """on, since, until: "since 2012" begins, "until 2015" ends."""


@dataclass(frozen=True)
class Sum:
    """An amount of money in the text: token range, ISO 4217 currency, and a figure or a range."""

    start: int
    end: int
    currency: str | None
    amount: int | float | None = None
    amount_min: int | float | None = None
    amount_max: int | float | None = None


@dataclass(frozen=True)
class Scene:
    """Article, parsed Doc, resolved mentions and entities, dates and sums; offsets of mentions are characters."""

    article: Article
    doc: Doc
    mentions: tuple[Mention, ...]
    entities: tuple[LocalEntity, ...]
    dates: tuple[Dated, ...] = ()
    sums: tuple[Sum, ...] = ()

    @cached_property
    def _by_head(self) -> Mapping[int, Mention]:
        """Token index of a mention's syntactic head → the mention; the widest wins where two share a head."""
        found: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: (m.start, -m.end, m.kind)):
            span = self.span(mention)
            if span is not None:
                found.setdefault(head_of(span).i, mention)
        return MappingProxyType(found)

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        return tuple(self.doc.sents)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self._sentences)

    def span(self, mention: Mention) -> Span | None:
        """The mention's tokens (widened to whole tokens)."""
        return self.doc.char_span(mention.start, mention.end, alignment_mode="expand")

    def mention_at(self, token: Token) -> Mention | None:
        """The mention whose head is this token."""
        return self._by_head.get(token.i)

    def sentence_at(self, token_index: int) -> Span:
        """The sentence that holds the token."""
        return self._sentences[bisect_right(self._sentence_starts, token_index) - 1]

    def evidence_at(self, first: int, last: int | None = None) -> tuple[int, int]:
        """Characters of the sentences from one token to another, blanks at both edges left out."""
        start = self.sentence_at(first).start_char
        end = self.sentence_at(first if last is None else last).end_char
        text = self.article.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return start, end

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie within a range of characters, in the text's order."""
        return [m for m in self.mentions if start <= m.start and m.end <= end]

    def names(self, mention: Mention) -> tuple[str, ...]:
        """The names of the entities that the mention stands for."""
        return tuple(self.entities[i].name for i in mention.entities)


def head_of(span: Span) -> Token:
    """The token that the rest of the span hangs on; the last one where the parse splits a name."""
    inside = [t for t in span if t.head.i < span.start or t.head.i >= span.end or t.head.i == t.i]
    names = [t for t in inside if t.pos_ in ("PROPN", "NOUN", "PRON")]
    return (names or inside or [span[-1]])[-1]


@dataclass(frozen=True)
class Candidate:
    """A fact that a voice proposes: its ends, the word that says it, and what the voice itself read.

    `subject` and `object` are mentions (a mention of several entities yields a claim each);
    `trigger` is a token index; `voice` is a rule's name or "reader"; `qualifiers` and `status` hold
    only what the voice is sure of, the rest is read from the trigger's surroundings.
    """

    type: str
    subject: Mention | None
    object: Mention | None
    trigger: int
    voice: str
    score: float = 1.0
    qualifiers: Mapping[str, str | int | float] = field(default_factory=dict)
    status: str | None = None
    source: str | None = None
    hints: Mapping[str, float] = field(default_factory=dict)
    """How likely each status is, where the voice has an opinion."""
    evidence: tuple[int, int] | None = None
    """Characters of the sentence or sentences that say it; the trigger's sentence where None."""
    apart: bool = False
    """The ends stand in different sentences."""

    @property
    def sure(self) -> float:
        """How surely both ends are who they are taken for, 0 to 1."""
        return (self.subject.score if self.subject else 1.0) * (self.object.score if self.object else 1.0)
