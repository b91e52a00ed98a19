"""Token → mentions: what a place in a sentence stands for.

A relative pronoun stands for its antecedent; a noun that is no mention passes on to the name beside it ("its founder,
Ann Lee" → Ann Lee), or to the names it introduces ("investors including Index and Accel").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from spacy.tokens import Span, Token

from extract.patterns import tree
from extract.records import Mention
from extract.scene import Scene, head_of

_INTRODUCE = frozenset({"include", "including", "like", "such", "namely"})
_COUNSEL = frozenset({"lawyer", "solicitor", "attorney"})
"""They speak for whose they are: "Acme's lawyers wrote"."""
_BEFORE_HEAD = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod"})
_NAMES = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True)
class View:
    """A scene with the mentions found by any of their tokens."""

    scene: Scene

    @cached_property
    def spans(self) -> Mapping[tuple[int, int], Span | None]:
        """Characters of a mention → its tokens."""
        ends = {(mention.start, mention.end): mention for mention in self.scene.mentions}
        return MappingProxyType({key: self.scene.span(mention) for key, mention in ends.items()})

    def span(self, mention: Mention) -> Span | None:
        """The mention's tokens (widened to whole tokens)."""
        return self.spans[mention.start, mention.end]

    @cached_property
    def names(self) -> Mapping[int, Mention]:
        """Token index → the smallest name that covers it."""
        found: dict[int, Mention] = {}
        for mention in sorted(self.scene.mentions, key=lambda m: (m.start - m.end, m.start)):
            if mention.kind == "name" and mention.entities:
                span = self.span(mention)
                if span is not None:
                    for index in range(span.start, span.end):
                        found[index] = mention
        return MappingProxyType(found)

    @cached_property
    def descriptions(self) -> Mapping[int, Mention]:
        """Head noun → the description cut short before it: "the piano" of "the piano dealer" stands at "dealer"."""
        found: dict[int, Mention] = {}
        for mention in self.scene.mentions:
            span = self.span(mention) if mention.kind == "nominal" and mention.entities else None
            if span is None:
                continue
            head = head_of(span)
            while head.dep_ in _BEFORE_HEAD and head.head.i > head.i and head.tag_ not in _NAMES:
                head = head.head
            found.setdefault(head.i, mention)
        return MappingProxyType(found)

    @cached_property
    def money(self) -> frozenset[int]:
        """The tokens of sums of money."""
        return frozenset(index for one in self.scene.sums for index in range(one.start, one.end))

    @cached_property
    def starting(self) -> Mapping[int, Mention]:
        """First token of a mention → the widest one that begins there."""
        found: dict[int, Mention] = {}
        for mention in sorted(self.scene.mentions, key=lambda m: (m.end - m.start, m.kind)):
            span = self.span(mention)
            if mention.entities and span is not None:
                found[span.start] = mention
        return MappingProxyType(found)

    @cached_property
    def ending(self) -> Mapping[int, Mention]:
        """Last token of a mention → the widest name that ends there, else the widest mention."""
        found: dict[int, Mention] = {}
        for mention in sorted(self.scene.mentions, key=lambda m: (m.kind == "name", m.end - m.start)):
            span = self.span(mention)
            if mention.entities and span is not None:
                found[span.end - 1] = mention
        return MappingProxyType(found)

    def type_of(self, mention: Mention) -> str:
        """The type of the (first) entity that the mention stands for."""
        return self.scene.entities[mention.entities[0]].type


def view(scene: Scene) -> View:
    """Scene → View."""
    return View(scene)


def mentions(sight: View, token: Token, depth: int = 0) -> list[Mention]:
    """Whom a token stands for; empty where nobody is found."""
    direct = sight.scene.mention_at(token)
    if direct is not None and direct.entities:
        return [direct]
    named = sight.names.get(token.i) or sight.descriptions.get(token.i)
    if named is not None:
        return [named]
    if depth > 3:
        return []
    if token.tag_ in ("WDT", "WP", "WP$", "WRB") or (token.lower_ == "that" and token.tag_ in ("WDT", "IN")):
        before = tree.antecedent(token)
        return [] if before is None else mentions(sight, before, depth + 1)
    if token.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
        return []
    found: list[Mention] = []
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i:
            for one in tree.conjuncts(child):
                found += mentions(sight, one, depth + 1)
        elif child.dep_ in ("prep", "acl") and _introduces(child):
            for one in _introduced(child):
                found += mentions(sight, one, depth + 1)
    if not found and token.pos_ == "NOUN" and token.i + 1 < len(token.doc) and token.i + 1 in sight.names:
        beside = sight.names[token.i + 1]
        if sight.starting.get(token.i + 1) == beside:
            return [beside]
    if not found and token.lemma_ in _COUNSEL:
        return [one for child in token.children if child.dep_ == "poss" for one in mentions(sight, child, depth + 1)]
    if not found and token.pos_ == "NOUN":
        if token.dep_ == "appos":
            return mentions(sight, token.head, depth + 1)
        if token.dep_ == "attr" and token.head.lemma_ == "be":
            return [one for subject in tree.surface_subjects(token.head) for one in mentions(sight, subject, depth + 1)]
    return found


def _introduces(word: Token) -> bool:
    """ "including", "like", "such as"."""
    return word.lemma_ in _INTRODUCE or (word.lower_ == "as" and any(one.lower_ == "such" for one in word.children))


def _introduced(word: Token) -> list[Token]:
    """ "including A and B", "such as A" → [A, B]."""
    found = [inner for inner in word.children if inner.dep_ in ("pobj", "dobj")]
    found += [deep for inner in word.children if inner.dep_ == "prep" for deep in inner.children if deep.dep_ == "pobj"]
    return [one for token in found for one in tree.conjuncts(token)]


def whole(sight: View, token: Token, depth: int = 0) -> list[Mention]:
    """Like `mentions`, and for a part or the people of a body the body: "Acme's board", "staff of Acme" → Acme."""
    found = mentions(sight, token)
    if found or token.pos_ not in ("NOUN", "PROPN", "NUM", "PRON"):
        return found
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i:
            found = mentions(sight, child)
            if found:
                return found
    for child in token.children:
        if child.dep_ in ("poss", "compound", "nmod"):
            found = mentions(sight, child)
            if found:
                return found
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "at"):
            for one in tree.governed(child):
                found += whole(sight, one, depth + 1) if depth < 2 else mentions(sight, one)
    return found
