"""Words a second of the whole extraction against the bare spaCy pipeline, one core, one run; peak memory.

python -m tests.bench.read [FOLDER]      default: the seeds and the articles in tests/dev
"""

import os
import sys

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import resource
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from extract import nlp, pipeline
from extract.records import Article

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 3


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """The fastest of three rounds over all texts."""
    rounds = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        for text in texts:
            work(text)
        rounds.append(time.perf_counter() - begin)
    return min(rounds)


def main() -> None:
    folders = [Path(argument) for argument in sys.argv[1:]] or [ROOT / "seeds", ROOT / "tests" / "dev"]
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]})
    bare = spacy.load(nlp.MODEL)

    def whole(text: str) -> object:
        return pipeline.extract(Article(id="bench", text=text))

    whole(texts[0])
    bare(texts[0])
    ours, theirs = seconds(whole, texts), seconds(bare, texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(texts)} articles, {words} words, one core, best of {ROUNDS} rounds")
    print(f"bare en_core_web_sm   {words / theirs:8.0f} words/s")
    print(f"whole extraction      {words / ours:8.0f} words/s   ratio {theirs / ours:.2f}")
    print(f"peak memory of both   {peak:8.0f} MB")


if __name__ == "__main__":
    main()
