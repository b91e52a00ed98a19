"""Pairs that were left open → ambiguous names with whom each may be, for a person to judge."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph import names
from graph.forest import Forest, root
from graph.likely import Local, Node, Pair


class Choice(NamedTuple):
    """Someone that an ambiguous name may mean."""

    name: str
    score: float
    reason: str


class Ambiguity(NamedTuple):
    """A name that could be one of others' and was left alone, with the articles that use it so."""

    family: str
    name: str
    articles: tuple[str, ...]
    candidates: tuple[Choice, ...]


def ambiguities(nodes: Mapping[Local, Node], trees: Forest, open_pairs: Iterable[Pair]) -> tuple[Ambiguity, ...]:
    """Pairs that were left open and people of a single name, by name, with whom each may be."""
    choices: dict[tuple[str, str], dict[str, Choice]] = defaultdict(dict)
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)

    def note(vague: Node, choice: Choice) -> None:
        at = vague.family, names.best(vague.family, vague.names)
        articles[at] |= vague.articles
        if choice.name not in choices[at] or choices[at][choice.name].score < choice.score:
            choices[at][choice.name] = choice

    for pair in open_pairs:
        vague, full = nodes[root(trees, pair.vague)], nodes[root(trees, pair.full)]
        if vague.id != full.id:
            note(vague, Choice(names.best(full.family, full.names), pair.score, pair.reason))
    for vague, full in _surnames(nodes):
        reason = "family name alone" if vague.id != full.id else "one name alone, in several articles"
        note(vague, Choice(names.best("Person", full.names), 0.4, reason))
    return tuple(
        Ambiguity(
            *at, tuple(sorted(articles[at])), tuple(sorted(choices[at].values(), key=lambda c: (-c.score, c.name)))
        )
        for at in sorted(choices)
    )


def _surnames(nodes: Mapping[Local, Node]) -> Iterable[tuple[Node, Node]]:
    """People of a single name, and who bears it as a family name, or, where nobody does, themselves elsewhere."""
    people = [node for node in sorted(nodes.values()) if node.family == "Person"]
    alone = [node for node in people if all(names.single(name) for name in node.names)]
    full: dict[str, list[Node]] = defaultdict(list)
    for node in people:
        for name in sorted(node.names):
            if not names.single(name):
                full[names.surname(name)].append(node)
    several = Counter(names.key("Person", names.best("Person", node.names)) for node in alone)
    for node in alone:
        key = names.key("Person", names.best("Person", node.names))
        found = full.get(key, [])
        yield from ((node, other) for other in found)
        if not found and several[key] > 1:
            yield node, node
