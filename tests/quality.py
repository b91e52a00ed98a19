"""The whole line measured on the gold files: `python -m tests.quality` writes docs/quality.md and raises the floors.

The gold texts are never trained or tuned on; the floors only rise.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from extract import articles, evaluate, gold, matching, ontology, pipeline
from extract.records import Article, Extraction
from tests.readme import table

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "quality.md"
FLOORS = TESTS / "floors.json"
SETS = {"seeds": (TESTS / "gold", TESTS.parent / "seeds"), "dev": (TESTS / "dev", TESTS / "dev")}
SLACK = 0.005
"""What a floor stays below what was measured: floating point differs a little between machines."""


@cache
def extractions(name: str) -> tuple[Extraction, ...]:
    """The extractions of a set's articles."""
    _, texts = SETS[name]
    found = list(articles.read(sorted(texts.glob("*.txt"))))
    assert all(isinstance(one, Article) for one in found), found
    return tuple(pipeline.extract(one) for one in found if isinstance(one, Article))


@cache
def result(name: str) -> evaluate.Result:
    """A set's figures."""
    folder, _ = SETS[name]
    return evaluate.evaluate(gold.read_gold(folder), {one.article.id: one.prediction() for one in extractions(name)})


def figures(name: str) -> dict[str, float]:
    """The figures that have floors."""
    whole = result(name)
    right, all_ = whole.qualifiers["status"]
    found = {
        "facts F1": whole.facts.f1,
        "facts precision": whole.facts.precision,
        "strict F1": whole.strict.f1,
        "entities F1": whole.entities.f1,
        "status": right / all_,
    }
    return found | {f"{kind} F1": score.f1 for kind, score in whole.types.items()}


def told_as_happened(name: str) -> list[str]:
    """Gold facts that are denied or failed, of which the same fact is predicted as having happened and is not gold."""
    folder, _ = SETS[name]
    lines = {one.article.id: one.prediction() for one in extractions(name)}
    wrong = []
    for line in gold.read_gold(folder):
        resolve = matching.resolver(line["entities"])

        def key(fact: Any, resolve: Any = resolve) -> tuple[Any, ...]:
            ends = (resolve(fact.get("subject")), resolve(fact.get("object")))
            return fact["type"], *(sorted(map(str, ends)) if ontology.relation(fact["type"]).symmetric else ends)

        happened = {key(f) for f in line["facts"] if ontology.STATUSES[f["status"]].happened}
        refuted = {key(f) for f in line["facts"] if f["status"] in ("denied", "failed")} - happened
        for fact in lines[line["article"]]["facts"]:
            if ontology.STATUSES[fact["status"]].happened and key(fact) in refuted:
                wrong.append(f"{line['article']}: {fact['type']} {fact['subject']} → {fact['object']}")
    return sorted(set(wrong))


def page() -> str:
    """The published figures."""
    parts = [
        "# Precision and recall\n",
        "Measured by `python -m tests.quality` on articles that are never trained or tuned on: the five seeds and 16 "
        "written articles (`tests/gold`, `tests/dev`), with the annotation guide's matching. A fact is right when its "
        "type, both ends and whether it happened are right; strict asks for every qualifier too. Figures on articles "
        "held back from training, of each voice alone, are printed by `python -m extract.training.measure`.\n",
    ]
    for name in SETS:
        whole = result(name)
        rows = [(kind, score) for kind, score in whole.types.items()]
        rows += [("**all facts**", whole.facts), ("strict", whole.strict), ("entities", whole.entities)]
        parts.append(f"## {name}\n")
        cells = [
            (kind, f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}", str(s.right), str(s.extra), str(s.missed))
            for kind, s in rows
        ]
        parts.append(table(("type", "precision", "recall", "F1", "right", "extra", "missed"), cells) + "\n")
        accuracy = [(key, f"{right} of {of}", f"{right / of:.3f}") for key, (right, of) in whole.qualifiers.items()]
        parts.append(table(("qualifier", "right", "accuracy over matched facts"), accuracy) + "\n")
    return "\n".join(parts)


def main() -> None:
    """Write the page and raise the floors."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    for name in SETS:
        held = floors.setdefault(name, {})
        for key, value in figures(name).items():
            held[key] = max(held.get(key, 0.0), round(value - SLACK, 3))
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
