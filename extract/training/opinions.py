"""Public corpora → the reader's own answers in their scorer's formats, no other part of the pipeline asked.

An input line has `id` and `text`, for `gap` also `pronoun`, `A` and `B` spans, for `pronouns` also `pronouns`.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from extract.reader import Reader, Span
from extract.reader.mentions import content_words

_LABELS = {"Person": "PERSON", "Company": "ORG", "Organization": "ORG", "Place": "LOC", "Product": "MISC"}
_PERSONAL = frozenset("he him his himself she her hers herself".split())


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Lines of a .jsonl or .jsonl.gz file."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def names(reader: Reader, record: Mapping[str, Any]) -> dict[str, Any]:
    """Names with the corpora's labels."""
    found = reader.read(record["text"]).names
    return {"id": record["id"], "entities": [[s.start, s.end, _LABELS[s.type or "Product"]] for s in found]}


def pronouns(reader: Reader, record: Mapping[str, Any]) -> dict[str, Any]:
    """Each pronoun asked about with the name it stands for, where the reader is sure enough."""
    text = record["text"]
    asked = [Span(one["span"][0], one["span"][1], None, "pronoun") for one in record["pronouns"]]
    answers = []
    for span, name, score in _resolved(reader, text, asked, ()):
        sure = name is not None and score >= reader.thresholds["antecedent"]["pronoun"]
        surface = text[name.start : name.end] if name is not None and sure else None
        answers.append({"span": [span.start, span.end], "antecedent": surface})
    return {"id": record["id"], "pronouns": answers}


def gap(reader: Reader, record: Mapping[str, Any]) -> dict[str, Any] | None:
    """Whom a pronoun stands for, of two names given or neither; None where the reader is not sure enough."""
    given = [Span(record[key][0], record[key][1], "Person", "name") for key in ("A", "B")]
    asked = [Span(record["pronoun"][0], record["pronoun"][1], None, "pronoun")]
    ((_, name, score),) = _resolved(reader, record["text"], asked, given)
    if name is None or score < reader.thresholds["antecedent"]["pronoun"]:
        return None
    text = record["text"]
    ways = [key for key, span in zip("AB", given, strict=True) if _same_person(text, name, span)]
    return {"id": record["id"], "answer": ways[0] if ways else "NEITHER"}


TASKS: dict[str, Callable[[Reader, Mapping[str, Any]], dict[str, Any] | None]] = {
    "ner": names,
    "pronouns": pronouns,
    "gap": gap,
}


def _resolved(
    reader: Reader, text: str, asked: list[Span], given: tuple[Span, ...] | list[Span]
) -> Iterator[tuple[Span, Span | None, float]]:
    """Each span asked about with the surest name (its mentions' scores added up) and that sum."""
    reading = reader.read(text)
    taken = [*given, *asked]
    spans = list(taken)
    for found in (*reading.names, *reading.descriptions):
        if not any(found.start < one.end and one.start < found.end for one in taken) or found.kind == "nominal":
            spans.append(found.span)
    answers = {answer.index: answer for answer in reading.antecedents(spans)}
    for index in range(len(given), len(taken)):
        span = spans[index]
        personal = text[span.start : span.end].lower() in _PERSONAL
        groups: dict[int, float] = defaultdict(float)
        for candidate, share in answers[index].candidates:
            if personal and spans[candidate].type != "Person":
                continue
            home = next((one for one in groups if _same_person(text, spans[one], spans[candidate])), candidate)
            groups[home] += share
        best = max(groups, key=lambda one: (groups[one], -one), default=None)
        yield span, None if best is None else spans[best], 0.0 if best is None else groups[best]


def _same_person(text: str, one: Span, other: Span) -> bool:
    """Whether the words of one name are among the words of the other."""
    left, right = content_words(text[one.start : one.end]), content_words(text[other.start : other.end])
    return bool(left and right) and (set(left) <= set(right) or set(right) <= set(left))


def command(task: str, reader: Reader, path: Path) -> Iterator[str]:
    """Answers to all records of a file, a line each."""
    for record in records(path):
        answer = TASKS[task](reader, record)
        if answer is not None:
            yield json.dumps(answer, ensure_ascii=False)
