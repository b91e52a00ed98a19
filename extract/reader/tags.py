"""Scores of each piece → names, descriptions and pronouns, by the best BIO path."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.reader.pieces import Pieces
from extract.reader.records import TYPES, FoundSpan

Floats = NDArray[np.float32]


class Layer(NamedTuple):
    """One BIO reading of the text: its kinds of spans and its columns among the model's scores.

    Column 0 is "outside", then "begins" and "goes on" for each kind.
    """

    kinds: tuple[str, ...]
    low: int

    @property
    def high(self) -> int:
        """The column after the last one."""
        return self.low + 1 + 2 * len(self.kinds)


NAMES = Layer(TYPES, 0)
OUTER = Layer(("nominal",), NAMES.high)
INNER = Layer(("nominal",), OUTER.high)
PRONOUNS = Layer(("pronoun",), INNER.high)
WIDTH = PRONOUNS.high
_NEVER = np.float32(-1e4)


def softmax(scores: Floats) -> Floats:
    """Scores in the last dimension → probabilities."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)


def best_path(scores: Floats) -> list[int]:
    """Scores of words [n, 1 + 2k] → the best labels in which nothing goes on that did not begin."""
    size = scores.shape[1]
    follows = np.zeros((size, size), np.float32)
    for after in range(2, size, 2):
        follows[:, after] = _NEVER
        follows[[after - 1, after], after] = 0
    total = scores[0].copy()
    total[2::2] = _NEVER
    back = np.zeros(scores.shape, np.int64)
    for index in range(1, len(scores)):
        options = total[:, None] + follows
        back[index] = options.argmax(axis=0)
        total = options[back[index], np.arange(size)] + scores[index]
    path = [int(total.argmax())]
    for index in range(len(scores) - 1, 0, -1):
        path.append(int(back[index][path[-1]]))
    return path[::-1]


def decode(layer: Layer, pieces: Pieces, scores: Floats, bias: float = 0.0) -> list[FoundSpan]:
    """Scores of all pieces [n, WIDTH] → spans of one layer; `bias` is taken off "outside" (more spans if above 0)."""
    words = np.flatnonzero(pieces.first)
    if not len(words):
        return []
    table = scores[words, layer.low : layer.high].astype(np.float32)
    shares = softmax(table)
    table[:, 0] -= bias
    ends = np.append(words[1:], len(pieces.ids)) - 1
    labels = _labels(table, pieces.sentences[words])
    found: list[FoundSpan] = []
    for begin in np.flatnonzero(labels % 2 == 1):
        stop = begin + 1
        while stop < len(labels) and labels[stop] == labels[begin] + 1:
            stop += 1
        mean = shares[begin:stop].mean(axis=0)
        by_kind = {kind: float(mean[1 + 2 * k] + mean[2 + 2 * k]) for k, kind in enumerate(layer.kinds)}
        kind = layer.kinds[(int(labels[begin]) - 1) // 2]
        named = layer is NAMES
        found.append(
            FoundSpan(
                start=int(pieces.starts[words[begin]]),
                end=int(pieces.ends[ends[stop - 1]]),
                type=kind if named else None,
                kind="name" if named else kind,
                score=float(1 - mean[0]),
                type_scores=by_kind if named else {},
            )
        )
    return found


def _labels(table: Floats, sentences: NDArray[np.int64]) -> NDArray[np.int64]:
    """Best labels, a sentence at a time; the search is left out where nothing but "outside" could win."""
    labels = np.zeros(len(table), np.int64)
    busy = np.unique(sentences[table.argmax(axis=1) > 0])
    for number in busy:
        low, high = np.searchsorted(sentences, [number, number + 1])
        labels[low:high] = best_path(table[low:high])
    return labels
