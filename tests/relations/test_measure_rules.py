"""Counting rules against marked facts, on an article made by hand."""

from extract.training import measure_rules, tagged

_ARTICLE = """published: 2019-03-12
style: brief
1 Person Ann Lee
2 Company Acme
3 Company Beta
===
{1:Ann Lee} founded {2:Acme} in 2015. {2:Acme} raised $5 million. {3:Beta}, a rival of {2:Acme}, sued {1:Ann Lee}.
===
FOUNDED 1 > 2 | "Ann Lee founded Acme in 2015"
RAISED 2 | amount=5000000 USD | "Acme raised $5 million"
COMPETES_WITH 2 > 3 | "Beta, a rival of Acme"
EMAILED 3 > 1 | "Beta, a rival of Acme, sued Ann Lee"
"""


def test_facts_are_counted_by_type_and_by_rule() -> None:
    found = measure_rules.count([tagged.read("x1", _ARTICLE)])
    assert found.right["FOUNDED"] == found.right["FOUNDED:verb"] == 1
    assert found.right["RAISED"] == 1
    assert found.right["COMPETES_WITH"] == 1
    assert found.wrong["SUED"] == found.wrong["SUED:verb"] == 1
    assert (found.gold["EMAILED"], found.right["EMAILED"]) == (1, 0)


def test_a_sum_that_is_not_the_marked_one_is_wrong() -> None:
    found = measure_rules.count([tagged.read("x1", _ARTICLE.replace("5000000", "6000000"))])
    assert (found.right["RAISED"], found.wrong["RAISED"]) == (0, 1)


def test_every_rule_has_its_counts() -> None:
    from extract import relations, weigh

    assert set(weigh.precisions()) == {rule.voice for rule in relations.RULES}
