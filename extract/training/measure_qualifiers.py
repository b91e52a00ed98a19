"""Marked articles → how often dates, sums, sources and the way a fact is told are read right, given the facts.

`python -m extract.training.measure_qualifiers [--fold DIGITS] [--errors FILE]`. Each marked fact is proposed with the
mentions nearest to its evidence; its trigger is the verb or noun in the evidence that both ends hang on most closely.
Articles whose number ends in 7 are held back: they are counted, never looked at.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from spacy.tokens import Token

from extract import ontology, qualify, stance
from extract.records import Mention
from extract.scene import Candidate, Scene, head_of
from extract.training import measure, oracle, tagged

_FAR = 9


class Read(NamedTuple):
    """One marked fact: what is marked and what is read, by qualifier; `status` and `source` are among them."""

    article: str
    fact: Mapping[str, Any]
    marked: Mapping[str, str]
    found: Mapping[str, str]


def nearest(scene: Scene, entity: int, start: int, end: int) -> Mention | None:
    """The entity's mention in the evidence, else the one nearest to it."""
    own = [one for one in scene.mentions if entity in one.entities]
    return min(own, key=lambda m: (max(start - m.end, m.start - end, 0), m.start), default=None)


def _climb(token: Token) -> dict[int, int]:
    """The token and what it hangs on → how many steps away."""
    return {one.i: steps for steps, one in enumerate((token, *token.ancestors))}


def trigger(scene: Scene, ends: Iterable[Mention | None], start: int, end: int) -> int | None:
    """The verb or noun of the evidence that the ends hang on in the fewest steps; verbs before nouns."""
    span = scene.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    spans = [scene.span(one) for one in ends if one is not None]
    heads = [head_of(one) for one in spans if one is not None and start <= one.start_char < end]
    climbs = [_climb(head) for head in heads]
    held = {head.i for head in heads}
    words = [t for t in span if t.pos_ in ("VERB", "NOUN", "AUX") and t.i not in held] or list(span)
    cost = {t.i: sum(climb.get(t.i, _FAR) for climb in climbs) for t in words}
    return min(words, key=lambda t: (cost[t.i] + {"VERB": 0, "NOUN": 1}.get(t.pos_, 2), t.i)).i


def facts(marking: tagged.Marking) -> Iterator[Read]:
    """Every fact of an article, as marked and as read."""
    scene = oracle.scene(marking)
    number = {entity[0]: index for index, entity in enumerate(marking.entities)}
    for fact, line in zip(marking.facts, measure.gold(marking)["facts"], strict=True):
        subject = nearest(scene, number[fact.subject], fact.start, fact.end)
        target = None if fact.object is None else nearest(scene, number[fact.object], fact.start, fact.end)
        word = trigger(scene, (subject, target), fact.start, fact.end)
        if word is None:
            continue
        told = stance.read(scene, word, subject)
        evidence = scene.evidence_at(word)
        candidate = Candidate(fact.type, subject, target, word, "marked", evidence=evidence)
        bears = ontology.relation(fact.type).qualifiers
        found = {k: v for k, v in qualify.read(scene, candidate).given().items() if k in bears and k != "title"}
        marked = {k: line[k] for k in ontology.QUALIFIERS if k in bears and k != "title" and line.get(k) is not None}
        yield Read(
            marking.id,
            line,
            {**_texts(marked), "status": fact.status, **_texts({"source": line.get("source")})},
            {**_texts(found), "status": told.status or f"none: {told.reason}", **_texts({"source": told.source})},
        )


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    """Values as text that can be compared; what is not there is left out."""
    return {k: f"{v:g}" if isinstance(v, int | float) else str(v) for k, v in values.items() if v is not None}


def same(key: str, marked: str, found: str) -> bool:
    """Dates and sums exactly (`~` aside); words where one contains the other."""
    if key in ("source", "kind", "court", "claim", "for", "venue"):
        one, two = (re.sub(r"^(?:the|an?|his|her|its|their) ", "", text.lower()) for text in (marked, found))
        return one in two or two in one
    return marked.rstrip("~") == found.rstrip("~")


def table(reads: Iterable[Read]) -> Iterator[str]:
    """Right, wrong, missing and needless by qualifier, then the statuses: marked down, read across."""
    rows = {key: Counter[str]() for key in (*ontology.QUALIFIERS, "source", "status")}
    pairs: Counter[tuple[str, str]] = Counter()
    for one in reads:
        pairs[one.marked["status"], one.found["status"]] += 1
        for key in rows:
            rows[key][outcome(one, key)] += 1
    yield f"{'':10}{'right':>7}{'wrong':>7}{'missing':>9}{'needless':>10}{'P':>7}{'R':>7}"
    for key, row in rows.items():
        right, wrong = row["right"], row["wrong"]
        if right + wrong + row["missing"] + row["needless"]:
            precision = right / max(1, right + wrong + row["needless"])
            recall = right / max(1, right + wrong + row["missing"])
            counts = f"{right:7}{wrong:7}{row['missing']:9}{row['needless']:10}"
            yield f"{key:10}{counts}{precision:7.2f}{recall:7.2f}"
    yield ""
    columns = sorted({read for _, read in pairs})
    yield f"{'marked / read':14}" + "".join(f"{column[:14]:>16}" for column in columns)
    for status in sorted({marked for marked, _ in pairs}):
        yield f"{status:14}" + "".join(f"{pairs[status, column]:16}" for column in columns)


def outcome(one: Read, key: str) -> str:
    """One of right, wrong, missing, needless, or none where there is nothing to read and nothing was read."""
    marked, found = one.marked.get(key), one.found.get(key)
    if marked is None:
        return "none" if found is None else "needless"
    if found is None:
        return "missing"
    return "right" if same(key, marked, found) else "wrong"


def errors(reads: Iterable[Read]) -> Iterator[str]:
    """A line for each qualifier read wrong: article, type, key, marked, read, evidence."""
    for one in reads:
        for key in sorted({*one.marked, *one.found}):
            if outcome(one, key) != "right":
                said = " ".join(str(one.fact["evidence"]).split())
                values = str(one.marked.get(key)), str(one.found.get(key))
                yield "\t".join((key, *values, one.article, one.fact["type"], said))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fold", default=tagged.HELD_BACK, help="last digits of the articles' numbers")
    parser.add_argument("--errors", type=Path, help="write what is read wrong; not for articles held back")
    options = parser.parse_args()
    digits = options.fold.replace(",", "")
    if options.errors is not None and tagged.HELD_BACK in digits:
        parser.error("the errors of articles held back are not looked at")
    reads = [one for marking in tagged.part(tagged.read_all(), digits) for one in facts(marking)]
    if options.errors is not None:
        options.errors.write_text("".join(f"{line}\n" for line in sorted(errors(reads))), encoding="utf-8")
    sys.stdout.write("\n".join(table(reads)) + "\n")


if __name__ == "__main__":
    main()
