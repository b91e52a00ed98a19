"""Reader and marked articles → figures for each head, and the thresholds that suit a set of articles."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import log
from typing import Any, NamedTuple

from extract import ontology
from extract.reader import Reader, Reading
from extract.reader.pairs import PRICED, RELATION_TYPES
from extract.training.examples import link_spans, nested, relation_spans
from extract.training.scores import Score, counted, total
from extract.training.tagged import Marking

Key = tuple[str, int, int | None]


class Read(NamedTuple):
    """A marked article and what the reader made of it."""

    marking: Marking
    reading: Reading


class Choice(NamedTuple):
    """A singular anaphor: its kind, whether the surest entity is right, and how sure it is."""

    kind: str
    right: bool
    score: float


class Scored(NamedTuple):
    """The facts of an article: wanted, and found with the best score and the status told there."""

    wanted: dict[Key, set[str]]
    found: dict[Key, tuple[float, str]]


def read_all(reader: Reader, markings: Sequence[Marking]) -> list[Read]:
    """All articles, read."""
    return [Read(marking, reader.read(marking.text)) for marking in markings]


def mention_scores(articles: Sequence[Read]) -> dict[str, Score]:
    """Exact and overlapping mentions by kind; names also by type."""
    found: dict[str, Score] = defaultdict(Score)
    for marking, reading in articles:
        for kind in ("name", "nominal", "pronoun"):
            marked = [m for m in marking.mentions if m.kind == kind]
            if kind == "name":
                marked = nested(marked)[0]
            spans = [s for s in (*reading.names, *reading.descriptions) if s.kind == kind]
            gold = [(m.start, m.end, m.type) for m in marked]
            mine = [(s.start, s.end, s.type or "") for s in spans]
            for label, same in (("exact", _equal), ("overlap", _overlap)):
                found[f"{kind} {label}"] = found[f"{kind} {label}"].plus(_matched(gold, mine, same))
            if kind != "name":
                continue
            for type_ in sorted({*(g[2] for g in gold), *(m[2] for m in mine)}):
                part = _matched([g for g in gold if g[2] == type_], [m for m in mine if m[2] == type_], _overlap)
                found[f"{type_} overlap"] = found[f"{type_} overlap"].plus(part)
    return dict(found)


Place = tuple[int, int, str]


def _equal(one: Place, other: Place) -> bool:
    return one[:2] == other[:2]


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _matched(gold: list[Place], mine: list[Place], same: Callable[[Place, Place], bool]) -> Score:
    hit = sum(any(same(g, m) for m in mine) for g in gold)
    right = sum(any(same(g, m) for g in gold) for m in mine)
    return Score(right, len(mine), hit, len(gold))


def choices(articles: Sequence[Read]) -> tuple[list[Choice], Score, Score]:
    """Given the marked mentions: singular anaphors; members of groups; which anaphors are told to be groups."""
    found: list[Choice] = []
    members = plural = Score()
    for marking, reading in articles:
        spans = link_spans(marking)
        for answer in reading.antecedents([span for span, _ in spans]):
            span, entities = spans[answer.index]
            if not entities:
                continue
            by_entity: dict[int, float] = defaultdict(float)
            for index, share in answer.candidates:
                entity = spans[index][1][0]
                by_entity[entity] = max(by_entity[entity], share) if answer.plural else by_entity[entity] + share
            told = len(entities) > 1
            plural = plural.plus(counted(int(answer.plural and told), int(answer.plural), int(told)))
            if told:
                mine = {one for one, share in by_entity.items() if share >= 0.5} if answer.plural else set()
                members = members.plus(counted(len(mine & set(entities)), len(mine), len(entities)))
            else:
                best = max(by_entity, key=lambda one: (by_entity[one], -one), default=0)
                found.append(Choice(span.kind, best == entities[0], by_entity.get(best, 0.0)))
    return found, members, plural


def accepted(found: Iterable[Choice], kind: str, threshold: float) -> Score:
    """Anaphors of one kind answered with at least `threshold`."""
    chosen = [one for one in found if one.kind == kind]
    given = [one for one in chosen if one.score >= threshold]
    return counted(sum(one.right for one in given), len(given), len(chosen))


def facts(articles: Sequence[Read], with_pronouns: bool) -> list[Scored]:
    """Given the marked mentions and whom they stand for: the facts between entities."""
    scored = []
    for marking, reading in articles:
        spans = [(s, ids) for s, ids in relation_spans(marking) if with_pronouns or s.kind != "pronoun"]
        found: dict[Key, tuple[float, str]] = {}
        for pair in reading.relations([span for span, _ in spans]):
            status = max(pair.status, key=lambda name: pair.status[name])
            ends = [spans[end][0].kind for end in (pair.subject, pair.object) if end is not None]
            if pair.type in PRICED and "money" in ends:
                continue
            subjects = spans[pair.subject][1]
            objects: Sequence[int | None] = [None] if pair.object is None else spans[pair.object][1]
            for subject in subjects:
                for target in objects:
                    if subject == target:
                        continue
                    key = fact_key(pair.type, subject, target)
                    if pair.score > found.get(key, (0.0, ""))[0]:
                        found[key] = (pair.score, status)
        wanted: dict[Key, set[str]] = defaultdict(set)
        for fact in marking.facts:
            wanted[fact_key(fact.type, fact.subject, fact.object)].add(fact.status)
        scored.append(Scored(dict(wanted), found))
    return scored


def fact_key(kind: str, subject: int, target: int | None) -> Key:
    """One key a fact: no direction where there is none, no object for RAISED."""
    if kind == "RAISED":
        return kind, subject, None
    if ontology.relation(kind).symmetric and target is not None and target < subject:
        subject, target = target, subject
    return kind, subject, target


def fact_scores(scored: Sequence[Scored], thresholds: dict[str, float]) -> dict[str, Score]:
    """F1 over (type, subject, object) by type."""
    found = dict.fromkeys(RELATION_TYPES, Score())
    for wanted, mine in scored:
        given = {key for key, (score, _) in mine.items() if score >= thresholds[key[0]]}
        for kind in RELATION_TYPES:
            here = {key for key in given if key[0] == kind}
            gold = {key for key in wanted if key[0] == kind}
            found[kind] = found[kind].plus(counted(len(here & gold), len(here), len(gold)))
    return found


def status_score(scored: Sequence[Scored], thresholds: dict[str, float]) -> tuple[Score, int]:
    """Status right on matched facts; how many denied or failed facts are told as having happened."""
    right = matched = wrong = 0
    for wanted, mine in scored:
        for key, (score, status) in mine.items():
            if key in wanted and score >= thresholds[key[0]]:
                matched += 1
                right += status in wanted[key]
                wrong += status in ("asserted", "alleged") and wanted[key] <= {"denied", "failed"}
    return counted(right, matched, matched), wrong


TEMPERATURES = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


def cooled(articles: Sequence[Read], temperature: float) -> list[Read]:
    """The same readings, surer (below) or less sure of antecedents."""
    return [one._replace(reading=replace(one.reading, temperature=temperature)) for one in articles]


def choose_temperature(articles: Sequence[Read]) -> float:
    """The one whose scores say best how often antecedents are right: the least cross-entropy."""

    def surprise(temperature: float) -> float:
        found, _, _ = choices(cooled(articles, temperature))
        return sum(-log(min(1 - 1e-3, max(1e-3, one.score if one.right else 1 - one.score))) for one in found)

    return min(TEMPERATURES, key=surprise)


def choose_thresholds(articles: Sequence[Read], precision: float = 0.9) -> dict[str, Any]:
    """For relations the best F1 by type, shrunk to the best of all; for anaphors the lowest with that precision.

    First the temperature by which antecedents are told.
    """
    temperature = choose_temperature(articles)
    articles = cooled(articles, temperature)
    scored = facts(articles, with_pronouns=True)
    steps = [step / 50 for step in range(5, 46)]
    together = max(steps, key=lambda t: total(fact_scores(scored, _same(t)).values()).f1)
    by_type = {step: fact_scores(scored, _same(step)) for step in steps}
    relation = {}
    for kind in RELATION_TYPES:
        wanted = by_type[together][kind].wanted
        best = max(steps, key=lambda t: (by_type[t][kind].f1, -abs(t - together)))
        share = wanted / (wanted + 30)
        relation[kind] = round(share * best + (1 - share) * together, 2)
    found, _, _ = choices(articles)
    antecedent = {}
    for kind in ("nominal", "pronoun"):
        high = [*steps, *(step / 100 for step in range(91, 100))]
        good = [t for t in high if accepted(found, kind, t).precision >= precision]
        antecedent[kind] = good[0] if good else high[-1]
    return {"relation": relation, "antecedent": antecedent, "temperature": temperature}


def _same(threshold: float) -> dict[str, float]:
    return dict.fromkeys(RELATION_TYPES, threshold)


def report(articles: Sequence[Read], thresholds: dict[str, Any]) -> list[str]:
    """All figures, a line each."""
    lines = [f"{name:22} {score}" for name, score in mention_scores(articles).items()]
    found, members, plural = choices(articles)
    for kind in ("nominal", "pronoun"):
        lines.append(f"{kind} antecedent, all {accepted(found, kind, 0.0)}")
        lines.append(f"{kind} antecedent, safe {accepted(found, kind, thresholds['antecedent'][kind])}")
    lines += [f"groups told as such    {plural}", f"members of groups      {members}"]
    for with_pronouns in (True, False):
        scored = facts(articles, with_pronouns)
        by_type = fact_scores(scored, thresholds["relation"])
        label = "with pronouns" if with_pronouns else "no pronouns"
        lines.append(f"facts, {label:15} {total(by_type.values())}")
        if with_pronouns:
            lines += [f"  {kind:20} {score}" for kind, score in by_type.items()]
            status, wrong = status_score(scored, thresholds["relation"])
            lines.append(
                f"status right on {status.precision:.3f} of {status.given}; denied or failed told as done: {wrong}"
            )
    return lines
