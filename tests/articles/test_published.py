import pytest

from extract.published import in_first_lines, normal


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        ("2024-03-14", "2024-03-14"),
        ("2024-3-4", "2024-03-04"),
        ("2023~", "2023~"),
        ("20240314", "2024-03-14"),
        ("2024-03-14T10:00:00Z", "2024-03-14"),
        ("2024-03-14T23:59:00.123456-08:00", "2024-03-14"),
        ("2024-03-14 10:00:00 -0500", "2024-03-14"),
        ("Thu, 14 Mar 2024 10:00:00 GMT", "2024-03-14"),
        ("March 14, 2024", "2024-03-14"),
        ("14 mar 2024", "2024-03-14"),
        ("May 5th, 2020 at 3:15 pm", "2020-05-05"),
        ("March 2024", "2024-03"),
        ("3/14/2024", "2024-03-14"),
        ("14/3/2024", "2024-03-14"),
        ("04/04/2024", "2024-04-04"),
        ("14.03.2024", "2024-03-14"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_a_given_date_is_taken_as_exactly_as_written(value: str, found: str) -> None:
    assert normal(value) == found


@pytest.mark.parametrize(
    "value",
    [
        "",
        "yesterday",
        "soon",
        "29 February 2023",
        "2024-13",
        "2024-02-30",
        "03/04/2024",
        "in 2024",
        "1710410400",
        "2024-03-14garbage",
        "0000-01-01",
        "March 14",
        "2024-03-14/2024-04-01",
        "9" * 10000,
    ],
)
def test_what_is_no_date_is_none(value: str) -> None:
    assert normal(value) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" date 2024-03-14 In a recent interview, Ann Lee spoke.", "2024-03-14"),
        ("\nAcme Buys Bolt\n\nPublished March 19, 2024\n\nAcme is big.", "2024-03-19"),
        ("LONDON, April 22, 1986 (Reuters) - The firm said.", "1986-04-22"),
        ("CAMBRIDGE, Mass., Oct. 13, 1987 (Press) -- Acme said Tuesday", "1987-10-13"),
        ("NEW YORK--(BUSINESS WIRE)--May 5, 2020--Acme Corp. said.", "2020-05-05"),
        ("SAN FRANCISCO, May 5, 2020 /PRNewswire/ -- Acme", "2020-05-05"),
        ("CUPERTINO, California — January 9, 2007 — Acme today", "2007-01-09"),
        ("WASHINGTON (AP) — May 4, 2001 — The senator", "2001-05-04"),
        ("NAIROBI, 21 May 2025\n\nAcme said.", "2025-05-21"),
        ("By Ann Lee | Updated April 3, 2016\nText.", "2016-04-03"),
        ("by Ann Lee on June 9, 2011\nText", "2011-06-09"),
        ("Posted by Ann Lee on June 9, 2011 | The Daily", "2011-06-09"),
        ("By Ann Lee, 20 September 2022", "2022-09-20"),
        ("By Ann Lee March 5, 2020", "2020-03-05"),
        ("ANN LEE\nFriday, April 20, 2001", "2001-04-20"),
        ("May 3, 2021, 10:15 a.m. ET", "2021-05-03"),
        ("Page last updated at 14:05 GMT, Wednesday, 4 November 2009", "2009-11-04"),
        ("The Quarterly, June 2016", "2016-06"),
        ("Updated March 21, 2024\nPublished March 19, 2024", "2024-03-19"),
        ("Published March 19, 2024 | Updated March 21, 2024", "2024-03-19"),
        ("Published\nMarch 19, 2024", "2024-03-19"),
        ("**Published:** 3 May 2011", "2011-05-03"),
        ("Oct. 13, 1987, Tuesday, Late City Final Edition", "1987-10-13"),
        ("Posted: 03/04/2020", "2020"),
        ("Published: 2016", "2016"),
        ("Reuters\nApril 22, 20194:05 PM UTC", "2019-04-22"),
    ],
)
def test_the_first_lines_tell_the_date(text: str, found: str) -> None:
    assert in_first_lines(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Acme Buys Bolt\n\nAcme is big.",
        "LONDON, April 22 (Reuters) - The firm said in 1986.",
        "WASHINGTON (AP) — The senator",
        "On March 5, 2019, the company sold itself.",
        "In March 2019\nThe firm",
        "Acme, founded March 2019, said",
        "What happened on May 5, 2020",
        "Published in March 2019, the report said",
        "Acme v. Bolt, 2024: the story",
        "December 2019 was a bad month.",
        "Published 31 February 2020",
        "Published 5 hours ago",
        "Acme Buys Bolt\n" + "\n".join(["Acme said so, and so did everybody in the room. " * 8] * 3) + "\nMay 5, 2020",
    ],
)
def test_prose_and_dates_without_a_year_tell_none(text: str) -> None:
    assert in_first_lines(text) is None
