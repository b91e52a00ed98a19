"""What is told twice is one fact; what happened twice stays two."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extract.merge import Said, merge, title_key
from extract.records import Claim, Qualifiers


def said(type_: str, status: str = "asserted", firm: bool = True, at: int = 0, **qualifiers: Any) -> Said:
    claim = Claim(
        type=type_,
        subject=0,
        object=1,
        qualifiers=Qualifiers.model_validate(qualifiers),
        status=status,  # type: ignore[arg-type]
        evidence=f"sentence {at}",
        evidence_start=at,
        evidence_end=at + len(f"sentence {at}"),
        voices=(f"rule{at}",),
    )
    return Said(claim, firm)


def test_a_fact_told_twice_is_one_with_the_finer_date_and_both_voices() -> None:
    (claim,) = merge([said("FOUNDED", date="2015"), said("FOUNDED", at=50, date="2015-05")])
    assert claim.qualifiers.date == "2015-05"
    assert claim.voices == ("rule0", "rule50")


def test_two_gifts_stay_two_and_a_bare_mention_joins_one_of_them() -> None:
    gifts = [said("FUNDED", amount=15, currency="USD"), said("FUNDED", at=9, amount=20, currency="USD")]
    assert [c.qualifiers.amount for c in merge([*gifts, said("FUNDED", at=99)])] == [15, 20]


def test_an_exact_sum_and_a_vague_one_stay_two() -> None:
    assert len(merge([said("FUNDED", amount=44), said("FUNDED", at=9, amount_min=10, amount_max=99)])) == 2


def test_two_terms_of_office_with_other_titles_stay_two_but_one_office_in_two_spellings_is_one() -> None:
    assert len(merge([said("HELD_ROLE", title="co-chair"), said("HELD_ROLE", at=9, title="treasurer")])) == 2
    assert len(merge([said("HELD_ROLE", title="chief executive"), said("HELD_ROLE", at=9, title="CEO")])) == 1


def test_leaving_without_a_title_ends_the_office_that_is_told_and_else_is_a_fact_of_its_own() -> None:
    (claim,) = merge([said("HELD_ROLE", title="editor"), said("HELD_ROLE", at=9, end="2018")])
    assert (claim.qualifiers.title, claim.qualifiers.end) == ("editor", "2018")
    (claim,) = merge([said("HELD_ROLE", at=9, end="2018")])
    assert (claim.qualifiers.title, claim.qualifiers.end) == (None, "2018")


def test_a_threat_and_the_later_suit_are_two_facts() -> None:
    assert {c.status for c in merge([said("SUED"), said("SUED", status="planned", at=9)])} == {"asserted", "planned"}


def test_a_mere_noun_does_not_make_a_plan_happen() -> None:
    (claim,) = merge([said("ACQUIRED", firm=False), said("ACQUIRED", status="planned", at=9)])
    assert claim.status == "planned"


def test_the_articles_own_voice_beats_a_claim() -> None:
    (claim,) = merge([said("OWNS", status="alleged"), said("OWNS", at=9)])
    assert claim.status == "asserted" and claim.source is None


def test_two_letters_of_different_dates_stay_two() -> None:
    assert len(merge([said("EMAILED", date="2018-02"), said("EMAILED", at=9, date="2018-11")])) == 2


CLAIMS = st.builds(
    said,
    st.just("FUNDED"),
    st.sampled_from(["asserted", "alleged", "denied", "planned", "attempted", "failed"]),
    st.booleans(),
    st.integers(0, 5),
    amount=st.sampled_from([None, 5, 7]),
    date=st.sampled_from([None, "2015", "2015-05", "2016"]),
)


@given(st.lists(CLAIMS, max_size=8))
def test_nothing_that_did_not_happen_is_told_as_done_and_no_sum_is_lost(told: list[Said]) -> None:
    merged = merge(told)
    happened = {"asserted", "alleged"}
    if any(claim.status in happened for claim in merged):
        assert any(one.claim.status in happened for one in told)
    assert {c.qualifiers.amount for c in merged} - {None} == {one.claim.qualifiers.amount for one in told} - {None}
    assert len(merged) <= len(told)


def test_titles_compare_by_office() -> None:
    assert title_key("Chief Executive Officer") == title_key("chief executive") == "ceo"
    assert title_key("co-chairman") == title_key("Co-Chair")
