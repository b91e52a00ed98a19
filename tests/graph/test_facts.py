"""What is one fact and what is two, over several articles."""

from typing import Any

import pytest

from extract.records import Qualifiers
from graph.build import build
from graph.facts import agree, dates_agree, titles_agree
from graph.records import Edge
from tests.graph.invented import extraction

NAMED: list[tuple[str, ...]] = [("Person", "Ann Lee"), ("Company", "Acme"), ("Company", "Bolt"), ("Place", "Oslo")]
GIFT = {"type": "FUNDED", "subject": "Ann Lee", "object": "Acme"}
MADE = {"type": "FOUNDED", "subject": "Ann Lee", "object": "Acme"}
POST = {"type": "HELD_ROLE", "subject": "Ann Lee", "object": "Acme"}
MAIL = {"type": "EMAILED", "subject": "Ann Lee", "object": "Acme"}


def edges(*articles: list[dict[str, Any]]) -> list[Edge]:
    """The edges of articles that tell these facts: a, b, c, …"""
    return list(build([extraction(chr(ord("a") + i), NAMED, facts) for i, facts in enumerate(articles)]).edges)


def known(found: list[Edge]) -> list[dict[str, Any]]:
    return sorted((edge.qualifiers.given() for edge in found), key=str)


def test_two_gifts_stay_two_and_one_told_twice_is_one() -> None:
    found = edges([{**GIFT, "amount": 5, "date": "2015"}, {**GIFT, "amount": 7, "date": "2016"}],
                  [{**GIFT, "amount": 5, "date": "2015-05"}])  # fmt: skip
    assert known(found) == [{"date": "2015-05", "amount": 5}, {"date": "2016", "amount": 7}]
    assert sorted(len(edge.evidence) for edge in found) == [1, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({**GIFT, "amount": 5}, {**GIFT, "amount": 7}),
        ({**GIFT, "amount": 5, "currency": "USD"}, {**GIFT, "amount": 5, "currency": "EUR"}),
        ({**GIFT, "amount": 5}, {**GIFT, "amount_min": 1, "amount_max": 9}),
        ({**GIFT, "amount": 5}, {**GIFT, "date": "2016"}),
        ({**GIFT, "amount": 5, "kind": "series A"}, {**GIFT, "amount": 5, "kind": "Series B round"}),
        ({**GIFT, "date": "2015"}, {**GIFT, "date": "2016"}),
        ({**MADE, "date": "2015-05"}, {**MADE, "date": "2015-06"}),
        ({**POST, "title": "CEO"}, {**POST, "title": "chair"}),
        ({**POST, "title": "president"}, {**POST, "title": "vice president"}),
        ({**POST, "title": "CEO", "start": "2001"}, {**POST, "title": "CEO", "start": "2010"}),
        ({**POST, "title": "CEO", "end": "2005"}, {**POST, "title": "CEO", "start": "2010"}),
        ({**POST, "title": "CEO"}, {**POST, "end": "2018"}),
        ({**MAIL, "date": "2015"}, {**MAIL, "date": "2015/2018"}),
        ({"type": "SUED", "subject": "Ann Lee", "object": "Acme", "court": "Oslo court"},
         {"type": "SUED", "subject": "Ann Lee", "object": "Acme", "court": "Bergen court"}),
        ({**MADE, "status": "asserted"}, {**MADE, "status": "denied"}),
        ({**MADE, "status": "planned"}, {**MADE, "status": "failed"}),
        ({"type": "SUED", "subject": "Ann Lee", "object": "Acme", "status": "planned"},
         {"type": "SUED", "subject": "Ann Lee", "object": "Acme"}),
    ],
)  # fmt: skip
def test_two_facts_stay_two(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert len(edges([one], [other])) == len(edges([one, other])) == 2


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (GIFT, {**GIFT, "amount": 5}, {"amount": 5}),
        (MADE, {**MADE, "date": "2015~"}, {"date": "2015~"}),
        ({**MADE, "date": "2015"}, {**MADE, "date": "2015~"}, {"date": "2015"}),
        ({**MADE, "date": "2015"}, {**MADE, "date": "2015-05"}, {"date": "2015-05"}),
        ({**GIFT, "amount": 1000000, "date": "2015"}, {**GIFT, "amount": 1000000.0, "kind": "loan"},
         {"amount": 1000000, "date": "2015", "kind": "loan"}),
        ({**POST, "title": "CEO"}, {**POST, "title": "chief executive", "start": "2019"},
         {"title": "chief executive", "start": "2019"}),
        ({**POST, "title": "head"}, {**POST, "title": "head of research"}, {"title": "head"}),
        (POST, {**POST, "title": "CEO"}, {"title": "CEO"}),
        ({"type": "ACQUIRED", "subject": "Acme", "object": "Bolt", "amount": 9},
         {"type": "ACQUIRED", "subject": "Acme", "object": "Bolt", "date": "2019"}, {"amount": 9, "date": "2019"}),
    ],
)  # fmt: skip
def test_one_fact_told_twice_is_one(one: dict[str, Any], other: dict[str, Any], together: dict[str, Any]) -> None:
    (edge,) = edges([one], [other])
    assert edge.qualifiers.given() == together
    assert len(edge.evidence) == 2


def test_a_gift_that_fits_two_is_one_of_its_own() -> None:
    found = edges([{**GIFT, "amount": 5}, {**GIFT, "amount": 7}], [GIFT])
    assert known(found) == [{"amount": 5}, {"amount": 7}, {}]


def test_what_happens_once_goes_to_the_date_that_is_told_most() -> None:
    found = edges([{**MADE, "date": "2015"}], [{**MADE, "date": "2016"}], [{**MADE, "date": "2016"}], [MADE])
    assert {edge.qualifiers.date: len(edge.evidence) for edge in found} == {"2015": 1, "2016": 3}


def test_a_shared_date_decides_which_of_two_gifts_is_meant() -> None:
    found = edges(
        [{**GIFT, "amount": 5, "date": "2015"}, {**GIFT, "amount": 7, "date": "2016"}], [{**GIFT, "date": "2016"}]
    )
    assert {edge.qualifiers.amount: len(edge.evidence) for edge in found} == {5: 1, 7: 2}


def test_a_rivalry_is_one_either_way_round() -> None:
    found = edges([{"type": "COMPETES_WITH", "subject": "Acme", "object": "Bolt"}],
                  [{"type": "COMPETES_WITH", "subject": "Bolt", "object": "Acme"}])  # fmt: skip
    assert [(edge.subject < edge.object, len(edge.evidence)) for edge in found] == [(True, 2)]


def test_an_articles_own_voice_beats_a_claim() -> None:
    claimed = {**MADE, "status": "alleged", "source": "the suit"}
    (edge,) = edges([claimed], [{**MADE, "source": "Ann Lee"}])
    assert (edge.status, edge.source) == ("asserted", "Ann Lee")
    assert [one.status for one in edge.evidence] == ["asserted", "alleged"]
    (edge,) = edges([claimed], [{**MADE, "source": "Ann Lee"}], [MADE])
    assert (edge.status, edge.source, edge.evidence[0].article) == ("asserted", None, "c")
    (edge,) = edges([claimed], [claimed])
    assert (edge.status, edge.source) == ("alleged", "the suit")


def test_the_best_sentence_is_first_and_the_others_follow_by_article() -> None:
    (edge,) = edges([MADE], [{**MADE, "date": "2015-05"}], [{**MADE, "date": "2015"}])
    assert [one.article for one in edge.evidence] == ["b", "a", "c"]


def test_the_id_of_a_fact_stays_when_its_date_grows_finer() -> None:
    (before,), (after,) = (
        edges([{**MADE, "date": "2015"}]),
        edges([{**MADE, "date": "2015"}], [{**MADE, "date": "2015-05"}]),
    )
    assert before.id == after.id


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2015", "2015-05-21", True),
        ("2015-05~", "2015-05", True),
        ("2015", "2016", False),
        ("2015/2018", "2015/2018~", True),
        ("2015/2018", "2016", False),
        (None, "2016", True),
    ],
)
def test_dates_agree(one: str | None, other: str | None, expected: bool) -> None:
    assert dates_agree(one, other) is dates_agree(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Chief Executive Officer", "CEO", True),
        ("the chairman", "chairwoman", True),
        ("co-chair", "chair", False),
        ("director", "director of research", True),
        ("research director", "director", False),
        ("former chief executive", "chief executive and president", True),
    ],
)
def test_titles_agree(one: str, other: str, expected: bool) -> None:
    assert titles_agree(one, other) is titles_agree(other, one) is expected


def test_agreement_goes_both_ways() -> None:
    some = [Qualifiers(amount=5), Qualifiers(amount=5, date="2015"), Qualifiers(), Qualifiers(title="CEO", end="2014"),
            Qualifiers(start="2015"), Qualifiers(venue="The Hour"), Qualifiers(for_="Acme")]  # fmt: skip
    for p in some:
        for q in some:
            assert agree("FUNDED", p, q) == agree("FUNDED", q, p)
            assert agree("HELD_ROLE", p, q) == agree("HELD_ROLE", q, p)
