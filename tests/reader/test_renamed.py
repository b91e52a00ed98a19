"""Renaming marked articles: what may change, what must stay, and that every offset holds."""

import random

import pytest

from extract.training import renamed, tagged

ARTICLE = """published: 2019-03-12
style: brief
1 Company Orbital Pumps
2 Person Len Whitcomb
3 Person Ida Rowe
4 Company Rowe Valves
5 Place Leeds
===
{2:Len Whitcomb} founded {1:Orbital Pumps} in {5:Leeds}. "{2:I} sold it," said {2:Whitcomb}. {3:Ida Rowe} runs {4:Rowe Valves}; {3:Rowe} says {3:she} met {2:Len}'s {1:Orbital} team.
===
FOUNDED 2 > 1 | date=1985 | "Len Whitcomb founded Orbital Pumps"
HELD_ROLE 3 > 4 | title=head | "Ida Rowe runs Rowe Valves"
"""  # noqa: E501
POOL = renamed.Pool(
    first={"he": ("Omar",), "she": ("Noor",), "": ("Kim",)},
    last=("Okafor",),
    others={("Company", False, True): ("Tall Grass Foods",), ("Place", False, False): ("Oslo",)},
)


@pytest.fixture
def marking() -> tagged.Marking:
    return tagged.read("x01", ARTICLE)


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renamed, "SHARES", dict.fromkeys(renamed.SHARES, 1.0))


def said(marking: tagged.Marking, number: int) -> list[str]:
    return [marking.text[m.start : m.end] for m in marking.mentions if m.entities == (number,)]


@pytest.mark.usefixtures("always")
def test_every_form_of_a_name_changes_alike(marking: tagged.Marking) -> None:
    other = renamed.renamed(marking, POOL, random.Random(1))
    assert said(other, 2) == ["Kim Okafor", "I", "Okafor", "Kim"]
    assert said(other, 1) == ["Tall Grass Foods", "Tall Grass"]
    assert said(other, 5) == ["Oslo"]


@pytest.mark.usefixtures("always")
def test_a_name_inside_anothers_name_stays(marking: tagged.Marking) -> None:
    other = renamed.renamed(marking, POOL, random.Random(1))
    assert said(other, 3) == ["Ida Rowe", "Rowe", "she"]
    assert said(other, 4) == ["Rowe Valves"]


@pytest.mark.usefixtures("always")
def test_the_words_of_a_fact_move_along(marking: tagged.Marking) -> None:
    other = renamed.renamed(marking, POOL, random.Random(1))
    assert [other.text[fact.start : fact.end] for fact in other.facts] == [
        "Kim Okafor founded Tall Grass Foods",
        "Ida Rowe runs Rowe Valves",
    ]


def test_first_names_keep_their_gender() -> None:
    article = ARTICLE.replace("Rowe Valves", "Bolt Valves")
    other = renamed.renamed(tagged.read("x02", article), POOL, random.Random(4))
    assert said(other, 3) in (["Noor Okafor", "Okafor", "she"], ["Ida Rowe", "Rowe", "she"])


def test_marked_articles_hold_together_under_other_names() -> None:
    markings = tagged.training_part(tagged.read_all())[::12]
    pool = renamed.pool(markings)
    chance, changed, names = random.Random(7), 0, 0
    for marking in markings:
        other = renamed.renamed(marking, pool, chance)
        assert len(other.mentions) == len(marking.mentions) and len(other.facts) == len(marking.facts)
        for before, after in zip(marking.mentions, other.mentions, strict=True):
            old, new = marking.text[before.start : before.end], other.text[after.start : after.end]
            assert new == new.strip() != ""
            assert before.kind != "pronoun" or old == new
            names += before.kind == "name"
            changed += before.kind == "name" and old != new
    assert 0.2 < changed / names < 0.7


def test_the_same_chance_gives_the_same_names(marking: tagged.Marking) -> None:
    pool = renamed.pool(tagged.training_part(tagged.read_all())[:20])
    one, other = (renamed.renamed(marking, pool, random.Random(3)) for _ in range(2))
    assert one == other
