"""Names as strings: who may be short for whom."""

import pytest

from extract import names


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Okafor", "Adaeze Okafor"),
        ("Adaeze", "Adaeze Okafor"),
        ("A. Okafor", "Adaeze Okafor"),
        ("Dr. Okafor", "Adaeze Okafor"),
        ("Walter Prokop", "Walter G. Prokop"),
        ("Bill Prokop", 'William "Bill" Prokop'),
        ("Prokop", "Walter G. Prokop Jr."),
        ("OKAFOR", "Adaeze Okafor"),
        ("Okafor’s", "Adaeze Okafor"),
    ],
)
def test_a_short_name_can_stand_for_the_person(short: str, full: str) -> None:
    assert names.same_person(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Chidi Okafor", "Adaeze Okafor"),
        ("B. Okafor", "Adaeze Okafor"),
        ("Raymond Tice III", "Raymond Tice Jr."),
        ("Raymond Tice III", "Raymond Tice"),
        ("Okaforson", "Adaeze Okafor"),
        ("Walter", "Adaeze Okafor"),
    ],
)
def test_another_name_is_another_person(short: str, full: str) -> None:
    assert not names.same_person(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Monvale", "Monvale Steel Corp"),
        ("MONVALE STEEL", "Monvale Steel Corp."),
        ("the Gazette", "The Harbour Gazette"),
        ("MTA", "Maritime Transport Authority"),
        ("M.T.A.", "Maritime Transport Authority"),
        ("Ashby Kern", "Ashby, Kern & Co"),
        ("The Acme Company", "Acme"),
    ],
)
def test_a_short_name_can_stand_for_the_body(short: str, full: str) -> None:
    assert names.same_body(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("National", "National Steel"),
        ("Steel", "Monvale Steel Works"),
        ("University", "University of Leeds"),
        ("Monvale Iron", "Monvale Steel Corp"),
        ("Gazette", "Harbour Mercury"),
    ],
)
def test_another_body_stays_another(short: str, full: str) -> None:
    assert not names.same_body(short, full)


def test_the_fullest_name_is_not_the_loudest() -> None:
    assert names.fullest(["MONVALE STEEL CORP", "Monvale", "Monvale Steel Corp"]) == "Monvale Steel Corp"
    assert names.fullest(["Lee", "Ann Lee", "Lee"]) == "Ann Lee"


def test_titles_are_no_part_of_a_name() -> None:
    assert names.strip_titles("Chief Executive Ann Lee") == "Ann Lee"
    assert names.strip_titles("President") == "President"
