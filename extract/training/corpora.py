"""Open corpora of names → sentences with labels of persons, bodies, places and the rest."""

import gzip
import json
from pathlib import Path
from typing import NamedTuple

CORPORA = ("crossner", "redocred", "gum", "wikigold", "uner_ewt", "uner_pud")
WITHOUT_REST = frozenset({"uner_ewt", "uner_pud"})
"""Corpora that do not label the names of other things."""


class Labelled(NamedTuple):
    """A document with its outermost names: (start, end, PERSON | ORG | LOC | MISC)."""

    corpus: str
    text: str
    names: tuple[tuple[int, int, str], ...]


def read_all(folder: Path) -> list[Labelled]:
    """All documents, in a fixed order."""
    found = []
    for corpus in CORPORA:
        with gzip.open(folder / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                found.append(Labelled(corpus, record["text"], _outermost(record["spans"])))
    return found


def _outermost(spans: list[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    kept: list[tuple[int, int, str]] = []
    for start, end, label in sorted(spans, key=lambda span: (span[0], span[0] - span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, label))
    return tuple(kept)
