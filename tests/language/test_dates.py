"""Words of time become ISO 8601, as exact as the text makes them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import dates, nlp

PUBLISHED = "2016-03-22"
VALUE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?~?")


def values(text: str, published: str | None = PUBLISHED) -> list[str]:
    return [item.value for item in dates.find(nlp.parse(text), published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On May 21, 2015 he left.", ["2015-05-21"]),
        ("He left on 21 May 2015.", ["2015-05-21"]),
        ("Dated 2015-05-21.", ["2015-05-21"]),
        ("It was founded in May 2015.", ["2015-05"]),
        ("It was founded in 2015.", ["2015"]),
        ("It grew in the 1990s.", ["1990/1999"]),
        ("It fell in the third quarter of 2019.", ["2019-07/2019-09"]),
        ("He ran it from 2012 to 2015.", ["2012/2015"]),
        ("He ran it between 2015 and 2018.", ["2015/2018"]),
        ("He wrote on Boxing Day 2009.", ["2009-12-26"]),
        ("It began around 2015.", ["2015~"]),
    ],
)
def test_what_the_text_fixes_alone(text: str, expected: list[str]) -> None:
    assert values(text) == expected
    assert values(text, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He resigned on Tuesday.", ["2016-03-22"]),
        ("He resigned last Thursday.", ["2016-03-17"]),
        ("She left yesterday.", ["2016-03-21"]),
        ("It closed in May.", ["2015-05"]),
        ("It will open in May.", ["2016-05"]),
        ("It closed last year.", ["2015"]),
        ("He left two years ago.", ["2014"]),
        ("He left earlier this month.", ["2016-03"]),
        ("It opens next spring.", ["2017"]),
        ("He wrote last week.", ["2016-03~"]),
    ],
)
def test_what_only_the_articles_date_fixes(text: str, expected: list[str]) -> None:
    assert values(text) == expected
    assert values(text, None) == []


def test_the_story_carries_its_own_thread() -> None:
    text = "In 2015 he founded Acme. That March, he hired Bo. The following year he came back. Two years later he died."
    assert values(text) == ["2015", "2015-03", "2016", "2018"]
    assert values(text, None) == ["2015", "2015-03", "2016", "2018"]


def test_a_month_after_the_next_new_year_belongs_to_the_next_year() -> None:
    assert values("In November 2014 he was hired. In February he left.") == ["2014-11", "2015-02"]


def test_a_date_in_an_aside_carries_nothing_on() -> None:
    assert values("Acme, founded in 1994, bought Bo in June.") == ["1994", "2015-06"]


@pytest.mark.parametrize(
    "text", ["He had 2000 employees.", "It may open soon.", "Theresa May said so.", "A year earlier he quit."]
)
def test_what_is_no_date_or_not_fixed(text: str) -> None:
    assert values(text) == []


def test_since_and_until_are_told() -> None:
    found = dates.find(nlp.parse("He has run it since 2010. She ran it until 2013."), None)
    assert [(item.value, item.role) for item in found] == [("2010", "since"), ("2013", "until")]


def test_a_stretch_takes_its_year_from_its_end() -> None:
    assert values("He ran it from May to July 2015.") == ["2015-05/2015-07"]


@pytest.mark.xfail(strict=True, reason="the first month of a stretch is lost where the article's date is unknown")
def test_a_stretch_takes_its_year_from_its_end_without_the_articles_date() -> None:
    assert values("He ran it from May to July 2015.", None) == ["2015-05/2015-07"]


def test_a_stretch_of_bare_months() -> None:
    assert values("He bought it between February and April.", "2016-06-01") == ["2016-02/2016-04"]


PIECES = st.sampled_from(
    """in 2015 May June 3 21 last year week Tuesday the following that since until 1998 two years later ago quarter
    spring , . and between to founded he left will 99 Q3 ' 1990s December 31 30 February""".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14), st.sampled_from([None, "2016", "2016-03", "2016-03-22"]))
def test_offsets_hold_values_are_dates_and_reading_twice_changes_nothing(
    pieces: list[str], published: str | None
) -> None:
    doc = nlp.parse(" ".join(pieces))
    found = dates.find(doc, published)
    assert found == dates.find(doc, published)
    reached = 0
    for item in found:
        assert reached <= item.start < item.end <= len(doc)
        assert VALUE.fullmatch(item.value)
        reached = item.end
        if not item.relative:
            written = " ".join(token.text for token in doc[item.start : item.end])
            assert ("-" not in item.value.replace("/", "")) or re.search(r"[A-Z]|-", written)


@settings(max_examples=40, deadline=None)
@given(st.integers(1500, 2099))
def test_a_year_alone_never_gains_a_month(year: int) -> None:
    assert values(f"It was founded in {year}.") == [str(year)]
