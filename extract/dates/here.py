"""What the text has fixed where a date is read, and the small steps that every shape takes."""

import re
from typing import NamedTuple

from extract.dates import calendar
from extract.dates.calendar import MONTHS, WEEKDAYS, Moment, Period, moment

Match = re.Match[str]


class Here(NamedTuple):
    """What the text has fixed when a date is read: the article's date, the story's own, and whether it looks ahead."""

    published: Moment | None
    told: Moment | None = None
    """The date last told, whatever it was of; for "that March" and "two years later"."""
    thread: Moment | None = None
    """The date that the story goes on from, None where it is back at the article's date."""
    ahead: bool = False


def year_of(text: str) -> int:
    """`year_of("2015") == 2015`."""
    return int(text)


def month_of(text: str) -> int:
    """`month_of("Sept.") == 9`."""
    return MONTHS[text.lower().rstrip(".")]


def day_of(text: str) -> int:
    """`day_of("21st") == 21`."""
    return int(re.sub(r"\D", "", text))


def weekday_of(text: str) -> int:
    """`weekday_of("Tue.") == 1`."""
    return WEEKDAYS[text.lower().rstrip(".")]


def only(when: Moment | None, sure: bool = True) -> Period | None:
    """The period of one moment; None where there is none."""
    return None if when is None else Period(when, None, sure)


def rel_year(words: str, here: Here) -> int | None:
    """ "last year" → the year before the article's; "that year" → the year last told."""
    words = words.lower().replace("year ", "year ")
    if words.startswith("the following") or words == "a year later":
        return here.told.year + 1 if here.told else None
    if words.startswith(("the previous", "the preceding", "the prior", "the year before")) or words == "a year earlier":
        return here.told.year - 1 if here.told else None
    if words.startswith(("that", "the same")):
        return here.told.year if here.told else None
    if here.published is None:
        return None
    if words.startswith(("last", "a year ago")):
        return here.published.year - 1
    if words.startswith(("next", "the next")):
        return here.published.year + 1
    return here.published.year


def bare_month(month: int, day: int | None, here: Here) -> Period | None:
    """In the story's year where it tells a past one, else the nearest to the article's date."""
    told = here.thread
    if told is not None:
        later = told.month is not None and month < told.month
        when = moment(told.year + (1 if later else 0), month, day)
        if when is not None and (here.published is None or not _after(when, here.published) or here.ahead):
            return only(when)
        return only(moment(told.year, month, day))
    if here.published is None:
        return None
    return only(calendar.month_near(here.published, month, day, here.ahead))


def _after(when: Moment, other: Moment) -> bool:
    length = min(len([p for p in when if p]), len([p for p in other if p]))
    return tuple(when[:length]) > tuple(other[:length])


def stretch(year: int, first: int, months: int) -> Period | None:
    """So many months of a year, from the first on."""
    start, end = moment(year, first), moment(year, first + months - 1)
    return Period(start, end) if start and end else None
