"""Counting rules against marked facts, on an article made by hand."""

from typing import Any

from extract.training import measure_rules, oracle

_TEXT = "Ann Lee founded Acme in 2015. Acme raised $5 million. Beta, a rival of Acme, sued Ann Lee."


def _record(number: str) -> dict[str, Any]:
    def at(name: str) -> list[list[Any]]:
        found, start = [], _TEXT.find(name)
        while start >= 0:
            found.append([start, start + len(name), "name"])
            start = _TEXT.find(name, start + 1)
        return found

    return {
        "id": number,
        "text": _TEXT,
        "published": None,
        "entities": [
            {"id": 1, "type": "Person", "name": "Ann Lee", "mentions": at("Ann Lee")},
            {"id": 2, "type": "Company", "name": "Acme", "mentions": at("Acme")},
            {"id": 3, "type": "Company", "name": "Beta", "mentions": at("Beta")},
        ],
        "groups": [],
        "facts": [
            {"type": "FOUNDED", "subject": 1, "object": 2},
            {"type": "RAISED", "subject": 2, "object": None, "amount": 5000000},
            {"type": "COMPETES_WITH", "subject": 2, "object": 3},
            {"type": "EMAILED", "subject": 3, "object": 1},
        ],
    }


def test_facts_are_counted_by_type_and_by_rule() -> None:
    record = _record("x1")
    found = measure_rules.count([(record, oracle.scene(record))])
    assert found.right["FOUNDED"] == found.right["FOUNDED:verb"] == 1
    assert found.right["RAISED"] == 1
    assert found.right["COMPETES_WITH"] == 1
    assert found.wrong["SUED"] == found.wrong["SUED:verb"] == 1
    assert (found.gold["EMAILED"], found.right["EMAILED"]) == (1, 0)


def test_a_sum_that_is_not_the_marked_one_is_wrong() -> None:
    record = _record("x1")
    record["facts"][1]["amount"] = 6000000
    found = measure_rules.count([(record, oracle.scene(record))])
    assert (found.right["RAISED"], found.wrong["RAISED"]) == (0, 1)


def test_numbers_that_end_in_seven_are_held_back() -> None:
    assert measure_rules.held_back(_record("a07"))
    assert not measure_rules.held_back(_record("a70"))


def test_every_rule_has_its_counts() -> None:
    from extract import relations, weigh

    assert set(weigh.precisions()) == {rule.voice for rule in relations.RULES}
