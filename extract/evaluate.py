"""Gold files and predictions → precision, recall and F1: the ruler that every change is measured with.

The rules, in the order they act: names resolve to gold entities (by any alias, without titles, suffixes and
case; a person also by surname); a fact is its type, its two ends in either order where the type is symmetric,
and whether it is told as having happened; among facts alike in that, those with the most qualifiers right are
paired first, and for funding the sums decide who may be paired at all. Qualifiers are scored apart, over the
paired facts, and "strict" asks for all of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from extract import ontology
from extract.gold import Fact, Line
from extract.matching import QUALIFIERS, has_amount, resolver, same_amount, status


class Score(NamedTuple):
    """Counts of what was found and right, found and wrong, and missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right; 0 where nothing was found."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def plus(self, other: "Score") -> "Score":
        """Both counts together."""
        return Score(self.right + other.right, self.extra + other.extra, self.missed + other.missed)


class Miss(NamedTuple):
    """A fact on one side only: `kind` is "missed" (gold) or "extra" (predicted)."""

    article: str
    kind: str
    fact: Fact


class Result(NamedTuple):
    """Scores of facts (all, strict, by type) and of persons and organisations, and qualifiers as (right, all)."""

    facts: Score
    strict: Score
    entities: Score
    types: Mapping[str, Score]
    qualifiers: Mapping[str, tuple[int, int]]
    misses: tuple[Miss, ...]


def evaluate(golds: Iterable[Line], predictions: Mapping[str, Line]) -> Result:
    """Scores over all gold articles; an article without a prediction counts as one with no facts."""
    types: defaultdict[str, Score] = defaultdict(Score)
    strict = entities = Score()
    qualifiers: defaultdict[str, list[bool]] = defaultdict(list)
    misses: list[Miss] = []
    for gold in golds:
        predicted = predictions.get(gold["article"], {})
        resolve = resolver(gold["entities"])
        entities = entities.plus(_score_entities(gold, predicted, resolve))
        for key, (expected, found) in _grouped(gold, predicted, resolve).items():
            pairs, missed, extra = pair(expected, found, _by_amount(key[0]))
            types[key[0]] = types[key[0]].plus(Score(len(pairs), len(extra), len(missed)))
            right = 0
            for one, other in pairs:
                verdicts = {name: same(one, other) for name, (has, same) in QUALIFIERS.items() if has(one)}
                right += all(verdicts.values())
                for name, verdict in verdicts.items():
                    qualifiers[name].append(verdict)
            wrong = len(pairs) - right
            strict = strict.plus(Score(right, len(extra) + wrong, len(missed) + wrong))
            misses += [Miss(gold["article"], "missed", fact) for fact in missed]
            misses += [Miss(gold["article"], "extra", fact) for fact in extra]
    total = Score()
    for score in types.values():
        total = total.plus(score)
    accuracy = {name: (sum(qualifiers[name]), len(qualifiers[name])) for name in QUALIFIERS if name in qualifiers}
    return Result(total, strict, entities, dict(sorted(types.items())), accuracy, tuple(misses))


_Key = tuple[str, str | None, str | None, bool]


def pair(
    golds: list[Fact], found: list[Fact], by_amount: bool
) -> tuple[list[tuple[Fact, Fact]], list[Fact], list[Fact]]:
    """Pairs of gold and predicted facts of one key, most qualifiers right first, then gold left and found left.

    By amount, two facts may be paired only where both have a sum and it is the same, or neither has one;
    a single gold fact also takes a single predicted one without a sum.
    """
    ranked = []
    for i, one in enumerate(golds):
        for j, other in enumerate(found):
            alike = has_amount(one) == has_amount(other) and same_amount(one, other)
            single = len(golds) == len(found) == 1 and not has_amount(other)
            if not by_amount or alike or single:
                right = sum(same(one, other) for has, same in QUALIFIERS.values() if has(one))
                ranked.append((-right, i, j))
    taken: dict[int, int] = {}
    for _, i, j in sorted(ranked):
        if i not in taken and j not in taken.values():
            taken[i] = j
    return (
        [(golds[i], found[j]) for i, j in taken.items()],
        [fact for i, fact in enumerate(golds) if i not in taken],
        [fact for j, fact in enumerate(found) if j not in taken.values()],
    )


def _happened(fact: Fact) -> bool:
    row = ontology.STATUSES.get(status(fact))
    return row is not None and row.happened


def _by_amount(relation_type: str) -> bool:
    """Gifts and rounds on one pair are told apart by their sums."""
    row = ontology.RELATIONS.get(relation_type)
    return row is not None and row.event == "Funding"


def _grouped(
    gold: Line, predicted: Line, resolve: Callable[[str | None], str | None]
) -> dict[_Key, tuple[list[Fact], list[Fact]]]:
    """Facts that say the same but for their qualifiers: gold ones and predicted ones."""
    groups: dict[_Key, tuple[list[Fact], list[Fact]]] = {}
    for side, line in enumerate((gold, predicted)):
        for fact in line.get("facts", ()):
            row = ontology.RELATIONS.get(fact["type"])
            ends = resolve(fact.get("subject")), resolve(fact.get("object"))
            if row is not None and row.symmetric:
                first, second = sorted(end or "" for end in ends)
                ends = first, second
            groups.setdefault((fact["type"], *ends, _happened(fact)), ([], []))[side].append(fact)
    return groups


def _score_entities(gold: Line, predicted: Line, resolve: Callable[[str | None], str | None]) -> Score:
    """Persons and organisations, each once by gold name and family."""
    families = {entity["name"]: _family(entity["type"]) for entity in gold["entities"]}
    wanted = {name for name, family in families.items() if family}
    found = {(resolve(entity["name"]), _family(entity["type"])) for entity in predicted.get("entities", ())}
    found = {(name, family) for name, family in found if family}
    right = {name for name, family in found if name in wanted and families[name] == family}
    return Score(len(right), len(found) - len(right), len(wanted - right))


def _family(entity_type: str) -> str | None:
    """Person or Organization; None for what is not scored."""
    row = ontology.ENTITIES.get(entity_type)
    return row.labels[0] if row is not None and row.labels[0] in ("Person", "Organization") else None
