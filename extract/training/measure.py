"""The whole pipeline on the marked articles → precision, recall and F1, each voice alone and both.

python -m extract.training.measure                 the articles held back from all training and tuning (…7)
python -m extract.training.measure --fold 3        those kept for choosing thresholds
python -m extract.training.measure --oracle        with the marked mentions, so that only relations are measured
python -m extract.training.measure --errors FILE   writes every miss and false alarm (never for …7)
"""

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from extract import evaluate, judge, pipeline, reader, relations, voices
from extract.records import Article, Extraction
from extract.scene import Candidate, Scene
from extract.training import oracle, tagged

Line = dict[str, Any]


def gold(marking: tagged.Marking) -> Line:
    """A marked article as a gold file tells it."""
    names = {number: name for number, _, name in marking.entities}
    aliases: dict[int, set[str]] = {number: set() for number in names}
    for mention in marking.mentions:
        if mention.kind != "pronoun" and len(mention.entities) == 1:
            aliases[mention.entities[0]].add(marking.text[mention.start : mention.end])
    return {
        "article": marking.id,
        "published": marking.published,
        "entities": [
            {"type": kind, "name": name, "aliases": sorted(aliases[number] - {name})}
            for number, kind, name in marking.entities
        ],
        "facts": [_fact(marking, fact, names) for fact in marking.facts],
    }


def _fact(marking: tagged.Marking, fact: tagged.Fact, names: Mapping[int, str]) -> Line:
    line: Line = dict(fact.qualifiers)
    sums, currency = tagged.figures(line.pop("amount", ""))
    if sums:
        keys = ("amount_min", "amount_max") if len(sums) > 1 else ("amount",)
        line |= {"currency": currency, **dict(zip(keys, sums, strict=True))}
    return {
        **line,
        "type": fact.type,
        "subject": names[fact.subject],
        "object": names[fact.object] if fact.object is not None else None,
        "status": fact.status,
        "evidence": marking.text[fact.start : fact.end],
    }


def predictions(
    markings: Iterable[tagged.Marking], known: bool
) -> tuple[dict[str, dict[str, Line]], dict[str, Extraction]]:
    """Voice ("rules", "reader", "both") → article → prediction; and the extractions of both."""
    model = reader.load()
    found: dict[str, dict[str, Line]] = {"rules": {}, "reader": {}, "both": {}}
    whole = {}
    for marking in markings:
        article = Article(id=marking.id, text=marking.text, published=marking.published)
        if known:
            scene, reading = oracle.scene(marking), model.read(marking.text)
        else:
            scene, reading = pipeline.read(article)
        candidates = list(voices.propose(scene, reading, relations.propose(scene)))
        keeps: Mapping[str, Callable[[Candidate], bool]] = {
            "rules": lambda c: c.voice != voices.READER,
            "reader": lambda c: c.voice == voices.READER,
            "both": lambda c: True,
        }
        for voice, keep in keeps.items():
            extraction = _judged(article, scene, [c for c in candidates if keep(c)])
            found[voice][marking.id] = extraction.prediction()
            if voice == "both":
                whole[marking.id] = extraction
    return found, whole


def _judged(article: Article, scene: Scene, candidates: list[Candidate]) -> Extraction:
    claims, rejections = judge.judge(scene, candidates)
    return Extraction(article=article, entities=scene.entities, claims=tuple(claims), rejections=tuple(rejections))


def table(name: str, result: evaluate.Result) -> str:
    """One voice's figures."""
    rows = [(kind, score) for kind, score in sorted(result.types.items())]
    rows += [("entities", result.entities), ("facts", result.facts), ("strict", result.strict)]
    lines = [
        f"{name:8}{kind:18} P {s.precision:.3f}  R {s.recall:.3f}  F1 {s.f1:.3f}   "
        f"({s.right} right, {s.extra} extra, {s.missed} missed)"
        for kind, s in rows
    ]
    quality = ", ".join(f"{key} {right}/{of} {right / of:.2f}" for key, (right, of) in result.qualifiers.items())
    return "\n".join([*lines, f"{name:8}qualifiers: {quality}"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fold", default=tagged.HELD_BACK, help="last digits of the articles' numbers")
    parser.add_argument("--oracle", action="store_true")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--voice", action="append", choices=("rules", "reader", "both"))
    parser.add_argument("--errors", type=Path)
    arguments = parser.parse_args()
    if arguments.errors and tagged.HELD_BACK in arguments.fold:
        parser.error("the held-back articles are not looked at")
    markings = tagged.part(tagged.read_all(), arguments.fold)[: arguments.limit]
    golds = [gold(marking) for marking in markings]
    found, _ = predictions(markings, arguments.oracle)
    for voice in arguments.voice or ("rules", "reader", "both"):
        result = evaluate.evaluate(golds, found[voice])
        print(table(voice, result))
        if arguments.errors:
            lines = [json.dumps([voice, m.kind, m.article, m.fact], ensure_ascii=False) for m in result.misses]
            arguments.errors.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
