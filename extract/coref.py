"""Descriptions and pronouns → whom they stand for: "Lee sold **her** start-up" → Ann Lee.

The reader scores every name that a description or pronoun may stand for; scores of names of one entity
add up. Precision before recall: below its threshold it stays unresolved, is counted, and whatever needs
it is rejected with that reason.
"""

from collections import defaultdict
from collections.abc import Sequence

from extract.mentions import Typed
from extract.reader import Antecedent, Reading, Span
from extract.records import Mention

THRESHOLDS = {"pronoun": 0.4, "nominal": 0.45}
"""Least probability of one entity, by kind."""
PLURAL = 0.5
"""Least probability of each entity that a plural mention stands for."""
_PEOPLE = frozenset("he him his himself she her hers herself".split())
_THINGS = frozenset("it its itself".split())


def resolve(text: str, groups: Sequence[Sequence[Typed]], reading: Reading) -> tuple[list[Mention], list[Mention]]:
    """Descriptions and pronouns, those that are resolved and those that are not; sorted by offset.

    `groups[i]` holds the names of the entity numbered i.
    """
    spans: list[Span] = []
    owner: dict[int, int] = {}
    for index, group in enumerate(groups):
        for name in group:
            owner[len(spans)] = index
            spans.append(Span(name.start, name.end, name.type, "name"))
    named = sorted((span.start, span.end) for span in spans)
    spans += [
        found.span
        for found in reading.descriptions
        if not any(start <= found.start and found.end <= end for start, end in named)
    ]
    types = [group[0].type for group in groups]
    resolved: list[Mention] = []
    unresolved: list[Mention] = []
    for antecedent in reading.antecedents(spans):
        span = spans[antecedent.index]
        chosen, score = choose(antecedent, span, owner, text[span.start : span.end], types)
        mention = Mention(
            start=span.start,
            end=span.end,
            text=text[span.start : span.end],
            type=types[chosen[0]] if chosen else "Person",
            kind="nominal" if span.kind == "nominal" else "pronoun",
            entities=chosen,
            score=round(score, 4),
        )
        (resolved if chosen else unresolved).append(mention)
    return sorted(resolved, key=_place), sorted(unresolved, key=_place)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def choose(
    antecedent: Antecedent, span: Span, owner: dict[int, int], surface: str, types: Sequence[str]
) -> tuple[tuple[int, ...], float]:
    """The entities that it stands for, and how surely (the least sure of several).

    One, several where it is plural, none where no score reaches its threshold.
    """
    votes: dict[int, float] = defaultdict(float)
    for candidate, score in antecedent.candidates:
        entity = owner.get(candidate)
        if entity is None or not _agrees(surface, types[entity]):
            continue
        votes[entity] = max(votes[entity], score) if antecedent.plural else votes[entity] + score
    if antecedent.plural:
        several = tuple(sorted(entity for entity, score in votes.items() if score >= PLURAL))
        return several, min((votes[entity] for entity in several), default=0.0)
    if not votes:
        return (), 0.0
    best = max(sorted(votes), key=lambda entity: votes[entity])
    return ((best,) if votes[best] >= THRESHOLDS[span.kind] else ()), min(1.0, votes[best])


def _agrees(surface: str, kind: str) -> bool:
    """He and she are people, it is none."""
    word = surface.lower()
    if word in _PEOPLE:
        return kind == "Person"
    return not (word in _THINGS and kind == "Person")
