"""Text → word pieces with offsets, sentences, and the windows in which the encoder sees them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

LIMIT = 254
"""Pieces in a window, its two edge marks apart."""
OVERLAP = 48
"""Pieces at most, in whole sentences, that a window repeats from the one before."""
BEGIN, END = 101, 102
SHAPES = 24

_BREAK = re.compile(r"\n\s*|(?<=[.!?])[\"'”’)\]]*[^\S\n]+(?=[\"'“‘(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Gov|Sen|Rep|Rev|Hon|St|Jr|Sr|vs|No|Inc|Ltd|Co|Corp|Bros|[A-Z])\.$"
)


class Pieces(NamedTuple):
    """The word pieces of a text, flat; `windows` are ranges of them."""

    ids: Ints
    shapes: Ints
    starts: Ints
    ends: Ints
    first: Bools
    """First piece of its word."""
    sentences: Ints
    """Number of the sentence."""
    windows: tuple[tuple[int, int], ...]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Characters → first and last piece that touch them (the nearest piece if none does)."""
        low = int(np.searchsorted(self.ends, start, side="right"))
        high = int(np.searchsorted(self.starts, end, side="left")) - 1
        low = min(low, len(self.ids) - 1)
        return low, max(low, high)

    def window(self, low: int, high: int) -> int | None:
        """The first window that holds the pieces `low` to `high`."""
        for number, (begin, end) in enumerate(self.windows):
            if begin <= low and high < end:
                return number
            if begin > low:
                return None
        return None

    def place(self, low: int, high: int) -> tuple[int, int, int]:
        """The window in which a mention is read, with its first and last piece there (cut off at the window's end)."""
        number = self.window(low, high)
        if number is None:
            number = next(index for index, (begin, end) in enumerate(self.windows) if begin <= low < end)
        begin, end = self.windows[number]
        return number, low - begin, min(high, end - 1) - begin


def shape(word: str, begins: bool) -> int:
    """How a word looks, which an uncased encoder cannot see: `shape("Acme", False)` → 8."""
    if word.isdigit():
        look = 0
    elif not any(letter.isalnum() for letter in word):
        look = 1
    elif any(letter.isdigit() for letter in word):
        look = 2
    elif word.islower():
        look = 3
    elif word.isupper():
        look = 4 if len(word) == 1 else (5 if len(word) <= 5 else 6)
    elif word[0].isupper() and word[1:].islower():
        look = 7
    elif word[0].isupper():
        look = 8
    else:
        look = 9 if any(letter.isupper() for letter in word) else 10
    return 1 + look + (11 if begins else 0)


def sentences(text: str) -> list[tuple[int, int]]:
    """`sentences("He left. Acme fell.")` → [(0, 8), (9, 19)]; a line ends one unless the text is hard-wrapped."""
    wrapped = 60 < max((len(line) for line in text.split("\n")), default=0) <= 100
    found, begin = [], 0
    for match in _BREAK.finditer(text):
        if match.end() >= len(text):
            continue
        before = text[max(begin, match.start() - 100) : match.start()]
        if "\n" in match.group():
            line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip()
            goes_on = match.group().count("\n") == 1 and (
                text[match.end()].islower() or (wrapped and len(line) > 55 and line[-1] not in '.!?:"”’)')
            )
            if goes_on:
                continue
        elif _ABBREVIATION.search(before[-8:]):
            continue
        found.append((begin, match.start()))
        begin = match.end()
    found.append((begin, len(text)))
    return [(start, end) for start, end in found if text[start:end].strip()]


def cut(text: str, tokenizer: Tokenizer) -> Pieces:
    """Text → pieces; every offset re-slices `text`."""
    bounds = sentences(text)
    rows: list[tuple[int, int, int, int, bool, int]] = []
    encodings = tokenizer.encode_batch([text[start:end] for start, end in bounds], add_special_tokens=False)
    for number, ((base, _), encoding) in enumerate(zip(bounds, encodings, strict=True)):
        begins = True
        for piece_from, piece_to in _words(encoding.word_ids):
            offsets = encoding.offsets[piece_from:piece_to]
            word = text[base + offsets[0][0] : base + offsets[-1][1]]
            look = shape(word, begins)
            begins = begins and not word[:1].isalnum()
            for index, (start, end) in enumerate(offsets):
                rows.append((encoding.ids[piece_from + index], look, base + start, base + end, index == 0, number))
    table = np.array(rows, dtype=np.int64).reshape(-1, 6)
    first = table[:, 4].astype(bool)
    return Pieces(
        ids=table[:, 0],
        shapes=table[:, 1],
        starts=table[:, 2],
        ends=np.maximum.accumulate(table[:, 3]),
        first=first,
        sentences=table[:, 5],
        windows=tuple(_windows(table[:, 5], first)),
    )


def _words(word_ids: list[int | None]) -> Iterator[tuple[int, int]]:
    begin = 0
    for index in range(1, len(word_ids) + 1):
        if index == len(word_ids) or word_ids[index] != word_ids[begin]:
            yield begin, index
            begin = index


def _windows(numbers: Ints, first: Bools) -> Iterator[tuple[int, int]]:
    """Ranges of at most LIMIT pieces that end with a sentence where they can and overlap by whole sentences."""
    cuts = _cuts(numbers, first)
    begin = 0
    while begin < len(cuts) - 1:
        end = begin + 1
        while end + 1 < len(cuts) and cuts[end + 1] - cuts[begin] <= LIMIT:
            end += 1
        yield cuts[begin], cuts[end]
        if end == len(cuts) - 1:
            return
        following = end
        while following - 1 > begin and end - following < 2 and cuts[end] - cuts[following - 1] <= OVERLAP:
            following -= 1
        if cuts[end + 1] - cuts[following] > LIMIT:
            following = end
        begin = following


def _cuts(numbers: Ints, first: Bools) -> list[int]:
    """Where a window may begin or end: sentences, and inside those that are too long every 40 pieces or so."""
    total = len(numbers)
    edges = [0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist(), total]
    cuts: list[int] = []
    for low, high in pairwise(edges):
        cuts.append(low)
        if high - low > LIMIT:
            last = low
            for index in range(low + 1, high):
                if index - last >= 40 and (first[index] or index - last >= LIMIT):
                    cuts.append(index)
                    last = index
    return [*cuts, total] if total else [0]
