"""Public corpora → predictions in their scorers' formats, from the whole pipeline.

    python -m extract.training.public TASK INPUTS.jsonl[.gz] > PREDICTIONS.jsonl
    python -m extract.training.public unseen CORPUS.jsonl[.gz] > CORPUS.unseen.jsonl

TASK is relations, gap, pronouns, alias or ner. An input line has `id` and `text`, for gap also `pronoun`,
`A` and `B` spans; an output line has the same `id`. `unseen` leaves out the documents that the marked news,
on which the reader is trained, took over (set k).
"""

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from extract import pipeline
from extract.records import Article, Extraction, LocalEntity, Mention
from extract.training import tagged

_LABELS = {"Person": "PERSON", "Company": "ORG", "Organization": "ORG", "Place": "LOC", "Product": "MISC"}
_THIRD = frozenset("he him his himself she her hers herself they them their theirs themselves it its itself".split())


def relations(record: Mapping[str, Any], extraction: Extraction) -> dict[str, Any]:
    """Claims told as having happened, with ends by name."""
    found = []
    for claim in extraction.claims:
        if claim.object is None or claim.status not in ("asserted", "alleged"):
            continue
        found.append(
            {
                "type": claim.type,
                "head": extraction.entities[claim.subject].name,
                "tail": extraction.entities[claim.object].name,
                "role": claim.qualifiers.title,
                "evidence": [[claim.evidence_start, claim.evidence_end]],
            }
        )
    return {"id": record["id"], "relations": found}


def _owner(extraction: Extraction, start: int, end: int) -> LocalEntity | None:
    """The entity that the pronoun at these characters stands for, where it is one alone."""
    for entity in extraction.entities:
        for mention in entity.mentions:
            if (mention.start, mention.end) == (start, end) and len(mention.entities) == 1:
                return entity
    return None


def _covers(mention: Mention, span: list[Any]) -> bool:
    return mention.kind == "name" and mention.start < span[1] and span[0] < mention.end


def gap(record: Mapping[str, Any], extraction: Extraction) -> dict[str, Any]:
    """A, B or NEITHER; a pronoun that stays unresolved has no line's answer."""
    owner = _owner(extraction, *record["pronoun"][:2])
    if owner is None:
        return {"id": record["id"]}
    answer = "NEITHER"
    for letter in ("A", "B"):
        if any(_covers(mention, record[letter]) for mention in owner.mentions):
            answer = letter
    return {"id": record["id"], "answer": answer}


def pronouns(record: Mapping[str, Any], extraction: Extraction) -> dict[str, Any]:
    """Third-person pronouns that are resolved to one entity, with its name."""
    found = [
        {"span": [mention.start, mention.end], "antecedent": entity.name}
        for entity in extraction.entities
        for mention in entity.mentions
        if mention.kind == "pronoun" and len(mention.entities) == 1 and mention.text.lower() in _THIRD
    ]
    return {"id": record["id"], "pronouns": found}


def alias(record: Mapping[str, Any], extraction: Extraction) -> dict[str, Any]:
    """The names of each entity."""
    clusters = [sorted({m.text for m in entity.mentions if m.kind == "name"}) for entity in extraction.entities]
    return {"id": record["id"], "clusters": clusters}


def ner(record: Mapping[str, Any], extraction: Extraction) -> dict[str, Any]:
    """Spans of names with the labels PERSON, ORG, LOC, MISC."""
    spans = sorted(
        [mention.start, mention.end, _LABELS[entity.type]]
        for entity in extraction.entities
        for mention in entity.mentions
        if mention.kind == "name"
    )
    return {"id": record["id"], "entities": spans}


TASKS: Mapping[str, Callable[[Mapping[str, Any], Extraction], dict[str, Any]]] = {
    "relations": relations,
    "gap": gap,
    "pronouns": pronouns,
    "alias": alias,
    "ner": ner,
}


def inputs(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a JSON-lines file, gzipped or not."""
    whole = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in whole.decode("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def unseen(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The records whose documents are not among the marked news."""
    taken = {marking.source for marking in tagged.read_all()}
    return (record for record in records if record["id"] not in taken)


def main() -> None:
    """Run one task over one file of inputs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=[*sorted(TASKS), "unseen"])
    parser.add_argument("inputs", type=Path)
    arguments = parser.parse_args()
    if arguments.task == "unseen":
        for record in unseen(inputs(arguments.inputs)):
            sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        return
    for record in inputs(arguments.inputs):
        extraction = pipeline.extract(Article(id=record["id"], text=record["text"], title=record.get("title") or None))
        line = TASKS[arguments.task](record, extraction)
        if len(line) > 1:
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
