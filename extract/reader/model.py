"""The shipped weights → a reader: one ONNX session for the encoder, a few matrices for the pair heads."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from extract.reader import config, tags
from extract.reader.heads import Dense, pair_head
from extract.reader.pieces import BEGIN, END, Pieces, cut
from extract.reader.reading import Heads, Reading
from extract.reader.records import FoundSpan

WEIGHTS = Path(__file__).parent / "weights"
ENCODER, HEADS, TOKENS = "encoder.int8.onnx", "heads.npz", "tokenizer.json"
Floats = NDArray[np.float32]
_SLOWER = ["SkipLayerNormFusion"]
"""Fusions that this graph is faster without."""


class Reader:
    """Reads texts: names, descriptions, pronouns, whom they stand for and what is said between them."""

    def __init__(self, folder: Path = WEIGHTS, threads: int = 1) -> None:
        self.config = config.read(folder)
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENS))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        path = str(folder / ENCODER)
        self._session = onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
        )
        with np.load(folder / HEADS) as arrays:
            alone = Dense(arrays["alone.weight"].astype(np.float32).T, arrays["alone.bias"].astype(np.float32))
            self._heads = Heads(pair_head("links", arrays), alone, pair_head("relations", arrays))

    @property
    def version(self) -> str:
        """The version of the weights, for reports."""
        return str(self.config["version"])

    @property
    def thresholds(self) -> dict[str, Any]:
        """Scores from which answers of each head are to be believed, chosen on the tuning articles."""
        return dict(self.config["thresholds"])

    def read(self, text: str) -> Reading:
        """Text → its reading; the encoder runs once over every window of it."""
        pieces = cut(text, self._tokenizer)
        parts = [self._encode(pieces, low, high) for low, high in pieces.windows]
        scores = np.zeros((len(pieces.ids), tags.WIDTH), dtype=np.float32)
        seen = np.zeros((len(pieces.ids), 1), dtype=np.float32)
        for (low, high), (_, found) in zip(pieces.windows, parts, strict=True):
            scores[low:high] += found[1:-1]
            seen[low:high] += 1
        scores /= np.maximum(seen, 1)
        return Reading(
            text=text,
            names=tuple(tags.decode(tags.NAMES, pieces, scores, self._bias("name"))),
            descriptions=tuple(self._descriptions(pieces, scores)),
            pieces=pieces,
            hidden=tuple(hidden for hidden, _ in parts),
            heads=self._heads,
            plural_from=float(self.config["thresholds"]["plural"]),
            temperature=float(self.config["thresholds"]["temperature"]),
        )

    def _bias(self, kind: str) -> float:
        return float(self.config["thresholds"]["bias"][kind])

    def _encode(self, pieces: Pieces, low: int, high: int) -> tuple[Floats, Floats]:
        ids = np.array([[BEGIN, *pieces.ids[low:high], END]], dtype=np.int64)
        shapes = np.array([[0, *pieces.shapes[low:high], 0]], dtype=np.int64)
        hidden, scores = self._session.run(["hidden", "tags"], {"ids": ids, "shapes": shapes})
        return hidden[0], scores[0]

    def _descriptions(self, pieces: Pieces, scores: Floats) -> list[FoundSpan]:
        outer = tags.decode(tags.OUTER, pieces, scores, self._bias("nominal"))
        inner = [
            span
            for span in tags.decode(tags.INNER, pieces, scores, self._bias("nominal"))
            if any(one.start <= span.start and span.end <= one.end and one.span != span.span for one in outer)
        ]
        pronouns = tags.decode(tags.PRONOUNS, pieces, scores, self._bias("pronoun"))
        return sorted([*outer, *inner, *pronouns], key=lambda span: (span.start, -span.end, span.kind))


@cache
def load(folder: Path = WEIGHTS, threads: int = 1) -> Reader:
    """The reader, loaded once."""
    return Reader(folder, threads)
