"""Every rule reads its own example, and nothing in its negatives."""

import pytest

from extract import ontology, relations
from extract.patterns import Rule
from tests.relations.sketch import sketch


def _read(rule: Rule, marked: str) -> tuple[set[tuple[str, str | None]], list[str], list[str]]:
    scene, subjects, objects = sketch(marked)
    found = set()
    for candidate in relations.propose(scene):
        if candidate.voice == rule.voice:
            assert candidate.subject is not None
            for subject in scene.names(candidate.subject):
                targets = [None] if candidate.object is None else list(scene.names(candidate.object))
                found |= {(subject, target) for target in targets if target != subject}
    return found, subjects, objects


@pytest.mark.parametrize("rule", relations.RULES, ids=lambda rule: rule.voice)
def test_a_rule_reads_its_example(rule: Rule) -> None:
    found, subjects, objects = _read(rule, rule.example)
    if rule.among:
        assert {name for pair in found for name in pair} == {*subjects, *objects}
    else:
        assert found == {(s, o) for s in subjects for o in (*objects,) or (None,) if s != o}


@pytest.mark.parametrize(
    ("rule", "negative"), [(rule, one) for rule in relations.RULES for one in rule.negatives], ids=str
)
def test_a_rule_is_silent_beside_it(rule: Rule, negative: str) -> None:
    found, _, _ = _read(rule, negative)
    assert not found


def test_every_type_has_rules_and_every_rule_its_own_name_an_example_and_a_negative() -> None:
    voices = [rule.voice for rule in relations.RULES]
    assert len(voices) == len(set(voices))
    assert {rule.type for rule in relations.RULES} == set(ontology.RELATIONS)
    assert all(rule.example and rule.negatives for rule in relations.RULES)
