"""Marked articles → how often each rule is right: `python -m extract.training.measure_rules`.

Mentions and coreference are the marked ones, so that only shapes and words are measured. What enters
`relations/precision.json` is counted on articles that no rule was developed on; those held back are counted, never
looked at.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from extract import ontology, relations
from extract.scene import Candidate, Scene
from extract.training import measure, oracle, tagged

Key = tuple[str, int, int | None]
FRESH = "opqrstuv"
"""Sets of articles that came after the rules: no rule was made from them, so that they tell its precision honestly."""
PRECISION = Path(relations.__file__).with_name("precision.json")


class Tally(NamedTuple):
    """Facts found and right, found and wrong, and all that there are."""

    right: int
    wrong: int
    gold: int

    def row(self) -> str:
        """Right, wrong, precision, recall and F1 in columns."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"{self.right:6}{self.wrong:6}{precision:8.3f}{recall:8.3f}{f1:8.3f}"


def gold(marking: tagged.Marking) -> dict[Key, list[measure.Line]]:
    """The marked facts by type and ends (indices of entities); several events of one pair share a key."""
    number = {one: index for index, (one, _, _) in enumerate(marking.entities)}
    found: dict[Key, list[measure.Line]] = {}
    for fact, line in zip(marking.facts, measure.gold(marking)["facts"], strict=True):
        ends = number[fact.subject], None if fact.object is None else number[fact.object]
        found.setdefault(key(fact.type, *ends), []).append(line)
    return found


def key(relation: str, subject: int, target: int | None) -> Key:
    """Type and ends; either order of a symmetric type gives one key."""
    if ontology.relation(relation).symmetric and target is not None and target < subject:
        subject, target = target, subject
    return relation, subject, target


def keys(scene: Scene, candidate: Candidate) -> Iterator[Key]:
    """The facts that a candidate says, those left out that do not fit the ontology."""
    if candidate.subject is None:
        return
    targets: Sequence[int | None] = (None,) if candidate.object is None else candidate.object.entities
    for subject in candidate.subject.entities:
        for target in targets:
            types = scene.entities[subject].type, None if target is None else scene.entities[target].type
            if subject != target and ontology.fits(candidate.type, *types) is None:
                yield key(candidate.type, subject, target)


def is_right(scene: Scene, candidate: Candidate, facts: Sequence[measure.Line] | None) -> bool:
    """Whether the marked facts hold it; for RAISED one of the sums in its sentence must be the marked one."""
    if facts is None or candidate.type != "RAISED":
        return facts is not None
    sentence = scene.sentence_at(candidate.trigger)
    sums = [one.amount for one in scene.sums if sentence.start <= one.start < sentence.end]
    return any(fact.get("amount") in sums for fact in facts)


def same_title(said: object, facts: Iterable[measure.Line]) -> bool:
    """Whether one title contains the other, as the ruler has it."""
    told = str(said or "").lower()
    titles = [str(fact.get("title") or "").lower() for fact in facts]
    return any(told == one or (told and one and (told in one or one in told)) for one in titles)


class Count(NamedTuple):
    """What was found in a set of articles: by type and by rule."""

    right: Counter[str]
    wrong: Counter[str]
    gold: Counter[str]


def count(markings: Iterable[tagged.Marking]) -> Count:
    """Facts right and wrong by type, by rule (its voice), and by type with titles (`HELD_ROLE+title`)."""
    right, wrong, all_gold = Counter[str](), Counter[str](), Counter[str]()
    for marking in markings:
        scene, facts = oracle.scene(marking), gold(marking)
        all_gold.update(one[0] for one in facts)
        told: dict[str, dict[Any, bool]] = {}
        for candidate in relations.propose(scene):
            for one in keys(scene, candidate):
                good = is_right(scene, candidate, facts.get(one))
                for name in (candidate.type, candidate.voice):
                    seen = told.setdefault(name, {})
                    seen[one] = seen.get(one, False) or good
                if candidate.type == "HELD_ROLE":
                    title = candidate.qualifiers.get("title")
                    told.setdefault("HELD_ROLE+title", {})[(one, title)] = good and same_title(title, facts[one])
        titled = told.get("HELD_ROLE+title", {})
        named = {one for one, title in titled if title is not None}
        told["HELD_ROLE+title"] = {k: good for k, good in titled.items() if k[1] is not None or k[0] not in named}
        for name, seen in told.items():
            right[name] += sum(seen.values())
            wrong[name] += len(seen) - sum(seen.values())
        all_gold["HELD_ROLE+title"] += sum(len(some) for one, some in facts.items() if one[0] == "HELD_ROLE")
    return Count(right, wrong, all_gold)


def table(found: Count) -> Iterator[str]:
    """Lines to print: a line a type, the sum, then a line a rule."""
    head = f"{'':44}{'right':>6}{'wrong':>6}{'P':>8}{'R':>8}{'F1':>8}"
    yield head
    for name in (*ontology.RELATIONS, "HELD_ROLE+title"):
        yield f"{name:44}{Tally(found.right[name], found.wrong[name], found.gold[name]).row()}"
    whole = Tally(*(sum(column[name] for name in ontology.RELATIONS) for column in found))
    yield f"{'all':44}{whole.row()}"
    for name in sorted(set(found.right) | set(found.wrong)):
        if ":" in name:
            yield f"{name:44}{Tally(found.right[name], found.wrong[name], found.gold[name.split(':')[0]]).row()}"


def write_precision(found: Count, path: Path = PRECISION) -> None:
    """Right and wrong of each rule, for the judge."""
    rows = {one.voice: {"right": found.right[one.voice], "wrong": found.wrong[one.voice]} for one in relations.RULES}
    path.write_text(json.dumps(dict(sorted(rows.items())), indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Print the tables and write the counts of the fresh articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write relations/precision.json")
    options = parser.parse_args()
    markings = tagged.read_all()
    older = [marking for marking in markings if marking.id[0] not in FRESH]
    fresh = count(marking for marking in markings if marking.id[0] in FRESH)
    open_ones = count(tagged.training_part(older, tagged.HELD_BACK))
    closed = count(tagged.part(older, tagged.HELD_BACK))
    for name, found in (("development", open_ones), ("fresh", fresh), ("held back", closed)):
        sys.stdout.write("\n".join((f"# {name}", *table(found), "")) + "\n")
    if options.write:
        write_precision(fresh)


if __name__ == "__main__":
    main()
