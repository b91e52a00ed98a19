"""Words and rules, one file a relation type; `RULES` gathers them, `propose` runs them over a scene."""

from collections.abc import Iterator
from functools import cache

from extract.patterns import Rule, rule
from extract.relations import (
    acquired,
    competes,
    developed,
    emailed,
    founded,
    funded,
    headquartered,
    held_role,
    interviewed,
    owns,
    partnered,
    raised,
    recruited,
    sued,
)
from extract.scene import Candidate, Scene

RULES: tuple[Rule, ...] = (
    *founded.RULES,
    *funded.RULES,
    *raised.RULES,
    *held_role.RULES,
    *acquired.RULES,
    *owns.RULES,
    *developed.RULES,
    *sued.RULES,
    *emailed.RULES,
    *partnered.RULES,
    *competes.RULES,
    *recruited.RULES,
    *interviewed.RULES,
    *headquartered.RULES,
)
"""All rules, in the ontology's order of types."""


@cache
def _index() -> rule.Index:
    return rule.index(RULES)


def propose(scene: Scene) -> Iterator[Candidate]:
    """What the rules read in an article: one candidate a rule, trigger, pair and title, in the text's order."""
    return rule.propose(scene, _index())
