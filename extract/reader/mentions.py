"""Spans → what the pair heads know of each mention besides the encoder's vectors: kind, type, words, quotation."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from extract.reader.pieces import Ints, Pieces
from extract.reader.records import KINDS, MONEY, TYPES, Span

TYPE_CODES = {name: code for code, name in enumerate((*TYPES, MONEY), 1)}
"""0 is an unknown type."""
CLASSES = 20
"""Size of the word classes below."""

_PRONOUNS = {
    1: "he him his himself",
    2: "she her hers herself",
    3: "they them their theirs themselves",
    4: "it its itself",
    5: "i me my mine myself",
    6: "we us our ours ourselves",
    7: "you your yours yourself yourselves",
    8: "who whom whose which that",
    9: "both each one another",
}
_PRONOUN_CLASS = {word: code for code, words in _PRONOUNS.items() for word in words.split()}
THIRD = frozenset(word for word, code in _PRONOUN_CLASS.items() if code <= 7)
"""Personal and possessive pronouns, which may or may not stand for somebody."""
_OTHER_PRONOUN, _NOMINAL, _NOMINAL_MANY, _NOMINAL_HE, _NOMINAL_SHE, _NAME, _NAME_HE, _NAME_SHE = range(10, 18)
_MANY = re.compile(r"\b(?:both|two|three|four|five|pair|couple|trio|others|all)\b|\w{3,}(?<![sui])s$", re.I)
_HE = re.compile(r"\b(?:Mr|Sir|Lord|Baron|Herr|Monsieur|man|father|son|brother|husband|king|prince|uncle)\b", re.I)
_SHE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Frau|Madame|woman|mother|daughter|sister|wife|queen|princess|aunt)\b", re.I
)
_QUOTES = re.compile(r"[\"“”]|\n\s*\n")
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Baroness|Herr|Frau|Madame|Monsieur)\.?\s+$")
_SMALL = frozenset("the a an of and for in at de von van la & his her its their this that s".split())


class Mentions(NamedTuple):
    """Columns over the spans asked about, in the order of the text; `order` is each one's place in the question."""

    spans: tuple[Span, ...]
    order: Ints
    low: Ints
    high: Ints
    sentence: Ints
    kind: Ints
    type: Ints
    word_class: Ints
    quoted: Ints
    """0 outside quotation marks, else the number of the quotation."""
    words: tuple[tuple[str, ...], ...]
    """Content words in lower case."""
    key: tuple[str, ...]
    """The surface in lower case, for counting repeats."""


def describe(text: str, pieces: Pieces, spans: Sequence[Span]) -> Mentions:
    """Spans in any order → their columns, sorted by start, the wider first."""
    order = sorted(range(len(spans)), key=lambda index: (spans[index].start, -spans[index].end, index))
    ordered = tuple(spans[index] for index in order)
    places = [pieces.locate(span.start, span.end) for span in ordered]
    low = np.array([place[0] for place in places], dtype=np.int64)
    surfaces = [text[span.start : span.end] for span in ordered]
    return Mentions(
        spans=ordered,
        order=np.array(order, dtype=np.int64),
        low=low,
        high=np.array([place[1] for place in places], dtype=np.int64),
        sentence=pieces.sentences[low] if len(low) else low,
        kind=np.array([KINDS.index(span.kind) for span in ordered], dtype=np.int64),
        type=np.array([TYPE_CODES.get(span.type or "", 0) for span in ordered], dtype=np.int64),
        word_class=np.array([_word_class(text, span) for span in ordered], dtype=np.int64),
        quoted=_quoted(text, [span.start for span in ordered]),
        words=tuple(content_words(surface) for surface in surfaces),
        key=tuple(surface.lower() for surface in surfaces),
    )


def content_words(surface: str) -> tuple[str, ...]:
    """`content_words("The Acme Corp.'s")` → ("acme", "corp")."""
    return tuple(word for word in re.findall(r"\w+", surface.lower()) if word not in _SMALL)


def _word_class(text: str, span: Span) -> int:
    surface = text[span.start : span.end]
    if span.kind == "money":
        return 18
    if span.kind == "pronoun":
        return _PRONOUN_CLASS.get(surface.lower(), _OTHER_PRONOUN)
    if span.kind == "nominal":
        if _HE.search(surface):
            return _NOMINAL_HE
        if _SHE.search(surface):
            return _NOMINAL_SHE
        return _NOMINAL_MANY if _MANY.search(surface) else _NOMINAL
    title = _HONORIFIC.search(text[max(0, span.start - 12) : span.start])
    head = (title.group() if title else "") + surface.split(" ")[0]
    return _NAME_HE if _HE.match(head) else _NAME_SHE if _SHE.match(head) else _NAME


def _quoted(text: str, starts: Sequence[int]) -> Ints:
    """The number of the quotation that each position is in; a blank line closes what was left open."""
    marks: list[tuple[int, int]] = [(0, 0)]
    number, inside = 0, False
    for match in _QUOTES.finditer(text):
        sign = match.group()
        if sign == "“" or (sign == '"' and not inside):
            number, inside = number + 1, True
        else:
            inside = False
        marks.append((match.end(), number if inside else 0))
    at = np.searchsorted([place for place, _ in marks], list(starts), side="right") - 1
    return np.array([marks[index][1] for index in at], dtype=np.int64)
