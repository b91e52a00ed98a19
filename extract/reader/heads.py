"""Mention vectors and pair features → scores: the two pair heads as plain matrices."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.reader.pairs import Pairs
from extract.reader.pieces import Ints, Pieces

Floats = NDArray[np.float32]
_CHUNK = 8192


class Dense(NamedTuple):
    """`x @ weight + bias`."""

    weight: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        """[n, in] → [n, out]."""
        return x @ self.weight + self.bias


class PairHead(NamedTuple):
    """Both mentions, their product, what stands between them and small features → scores of a pair."""

    left: Dense
    right: Dense
    from_left: Floats
    from_right: Floats
    from_both: Floats
    from_between: Floats | None
    tables: tuple[Floats, ...]
    outputs: Dense

    def __call__(self, vectors: Floats, i: Ints, j: Ints, features: Ints, between: "Between | None" = None) -> Floats:
        """Vectors [m, 2h], pairs by number → [pairs, outputs]."""
        u, v = self.left(vectors), self.right(vectors)
        one, other = u @ self.from_left, v @ self.from_right
        found = np.zeros((len(i), len(self.outputs.bias)), dtype=np.float32)
        for low in range(0, len(i), _CHUNK):
            part = slice(low, low + _CHUNK)
            a, b = i[part], j[part]
            hidden = one[a] + other[b] + (u[a] * v[b]) @ self.from_both
            if between is not None and self.from_between is not None:
                hidden += between(a, b) @ self.from_between
            for column, table in enumerate(self.tables):
                hidden += table[features[part, column]]
            found[part] = self.outputs(np.maximum(hidden, 0))
        return found


class Between(NamedTuple):
    """The mean vector of the pieces from one mention to the other."""

    sums: tuple[Floats, ...]
    """By window: sums up to each piece, [pieces + 1, h]."""
    window: Ints
    low: Ints
    high: Ints

    def __call__(self, i: Ints, j: Ints) -> Floats:
        """Pairs by number of place → [pairs, h]."""
        begin = np.minimum(self.high[i], self.high[j])
        end = np.maximum(np.maximum(self.low[i], self.low[j]), begin)
        found = np.zeros((len(i), self.sums[0].shape[1]), dtype=np.float32)
        for window in np.unique(self.window[i]):
            rows = self.window[i] == window
            total = self.sums[window]
            found[rows] = (total[end[rows] + 1] - total[begin[rows]]) / (end[rows] + 1 - begin[rows])[:, None]
        return found


def pair_head(name: str, arrays: Mapping[str, NDArray[np.float16]]) -> PairHead:
    """The stored arrays of one head, as matrices."""

    def get(part: str) -> Floats:
        return arrays[f"{name}.{part}"].astype(np.float32)

    def dense(part: str) -> Dense:
        return Dense(np.ascontiguousarray(get(f"{part}.weight").T), get(f"{part}.bias"))

    def turned(part: str) -> Floats:
        return np.ascontiguousarray(get(f"{part}.weight").T)

    count = sum(1 for key in arrays if key.startswith(f"{name}.tables."))
    return PairHead(
        left=dense("left"),
        right=dense("right"),
        from_left=turned("from_left"),
        from_right=turned("from_right"),
        from_both=turned("from_both"),
        from_between=turned("from_between") if f"{name}.from_between.weight" in arrays else None,
        tables=tuple(get(f"tables.{number}.weight") for number in range(count)),
        outputs=dense("outputs"),
    )


def pair_places(pieces: Pieces, low: Ints, high: Ints, pairs: Pairs) -> tuple[Ints, Ints, Ints]:
    """Each mention once for every window in which a pair needs it: [places, 3] (window, first and last piece in it,
    its edge mark counted), and the pairs' ends by place.
    """
    size = len(low)
    wanted = np.concatenate([pairs.window * size + pairs.left, pairs.window * size + pairs.right])
    keys, inverse = np.unique(wanted, return_inverse=True)
    window, mention = keys // max(1, size), keys % max(1, size)
    start = np.array([begin for begin, _ in pieces.windows], dtype=np.int64)[window]
    table = np.stack([window, low[mention] - start + 1, high[mention] - start + 1], axis=1)
    return table, inverse[: len(pairs.left)], inverse[len(pairs.left) :]


def mention_places(pieces: Pieces, low: Ints, high: Ints) -> Ints:
    """[mentions, 3]: the window in which each is read, first and last piece in it, its edge mark counted."""
    rows = [pieces.place(first, last) for first, last in zip(low.tolist(), high.tolist(), strict=True)]
    return np.asarray(np.array(rows, dtype=np.int64).reshape(-1, 3) + np.array([0, 1, 1]), dtype=np.int64)


def vectors(hidden: tuple[Floats, ...], places: Ints) -> Floats:
    """[places, 2h]: the vectors of each place's first and last piece."""
    ends = [np.concatenate([hidden[window][low], hidden[window][high]]) for window, low, high in places.tolist()]
    return np.array(ends, dtype=np.float32)
