"""Marked articles kept for tuning → the judge's coefficients: `python -m extract.training.calibrate`.

Each pair that a voice proposes is a case; it is right where the article's marks hold the fact. A logistic
regression with a small ridge, fitted by Newton's method, so that the same cases give the same weights.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt

import extract
from extract import judge, matching, ontology, pipeline, relations, voices, weigh
from extract.records import Article
from extract.scene import Candidate
from extract.training import measure, tagged

PATH = Path(extract.__file__).with_name("judge.json")
NAMES = weigh.NAMES
TYPES = tuple(ontology.RELATIONS)
RIDGE = 3.0
Floats = npt.NDArray[np.float64]


def cases(markings: list[tagged.Marking]) -> tuple[Floats, Floats, int]:
    """Features [cases, 1 + names + types], whether each is right, and how many facts there are in all."""
    rows, right, total = [], [], 0
    for marking in markings:
        scene, reading = pipeline.read(Article(id=marking.id, text=marking.text, published=marking.published))
        groups: dict[weigh.Ends, list[Candidate]] = defaultdict(list)
        for candidate in weigh.heard(list(voices.propose(scene, reading, relations.propose(scene)))):
            for ends in judge.sound_ends(scene, candidate):
                groups[ends].append(candidate)
        line = measure.gold(marking)
        resolve = matching.resolver(line["entities"])
        wanted = {_key(f["type"], resolve(f["subject"]), resolve(f["object"])) for f in line["facts"]}
        total += len(wanted)
        others = weigh.others(groups)
        for ends, candidates in sorted(groups.items(), key=lambda item: judge.order(item[0])):
            names = [None if end is None else scene.entities[end].name for end in (ends.subject, ends.object)]
            rows.append([1.0, *weigh.features(candidates, others[ends]), *(float(ends.type == kind) for kind in TYPES)])
            right.append(float(_key(ends.type, resolve(names[0]), resolve(names[1])) in wanted))
    return np.array(rows), np.array(right), total


def _key(relation: str, subject: str | None, target: str | None) -> tuple[str | None, ...]:
    ends = sorted((subject or "", target or "")) if ontology.relation(relation).symmetric else (subject, target)
    return relation, *ends


def fit(x: Floats, y: Floats) -> Floats:
    """Weights of a logistic regression; the common bias is free, everything else has a ridge."""
    w = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[0] = 1e-6
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge), x.T @ (y - p) - ridge * w)
        w = w + step
        if np.abs(step).max() < 1e-9:
            break
    return w


def choose(p: Floats, y: Floats, total: int, least: float) -> float:
    """The threshold with the best F1 among those whose precision reaches `least`."""
    best = (0.0, 0.5)
    for step in range(20, 91):
        kept = p >= step / 100
        if kept.sum() and y[kept].mean() >= least:
            best = max(best, (2 * float(y[kept].sum()) / (float(kept.sum()) + total), step / 100))
    return best[1]


def main() -> None:
    """Fit on the tuning fold and write the coefficients."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fold", default=tagged.TUNING)
    parser.add_argument("--precision", type=float, default=0.82, help="least precision of the pairs that are kept")
    arguments = parser.parse_args()
    if tagged.HELD_BACK in arguments.fold:
        parser.error("the held-back articles are reported on only")
    x, y, total = cases(tagged.part(tagged.read_all(), arguments.fold))
    w = fit(x, y)
    p = 1 / (1 + np.exp(-x @ w))
    limit = choose(p, y, total, arguments.precision)
    kept = p >= limit
    found = {
        "threshold": dict.fromkeys(TYPES, limit),
        "bias": {kind: round(float(w[0] + w[1 + len(NAMES) + index]), 4) for index, kind in enumerate(TYPES)},
        **{name: round(float(w[1 + index]), 4) for index, name in enumerate(NAMES)},
    }
    PATH.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(y)} cases, {int(y.sum())} right, of {total} facts; threshold {limit}")
    print(f"pairs kept: precision {y[kept].mean():.3f}, recall {y[kept].sum() / total:.3f}")
    print(json.dumps(found, sort_keys=True))


if __name__ == "__main__":
    main()
