"""Partial dates and their arithmetic: a moment is as exact as the text makes it, a period may have two ends."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
         "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {"winter": 0, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}
"""Season → its first month in the north; winter stands for the one that a year begins with."""


class Moment(NamedTuple):
    """A year, perhaps with its month and day."""

    year: int
    month: int | None = None
    day: int | None = None

    def iso(self) -> str:
        """`Moment(2015, 5).iso()` → "2015-05"."""
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


class Period(NamedTuple):
    """A moment, or the time between two; `sure` is False where the text hedges or the reckoning is rough."""

    start: Moment
    end: Moment | None = None
    sure: bool = True

    def iso(self) -> str:
        """ISO 8601 with `/` between the ends and a trailing `~` where it is not sure."""
        ends = self.start.iso() if self.end is None else f"{self.start.iso()}/{self.end.iso()}"
        return ends if self.sure else f"{ends}~"


_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def parse(text: str | None) -> Moment | None:
    """`parse("2015-05")` → Moment(2015, 5); None where it is no date."""
    found = _ISO.match(text or "")
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return moment(year or 0, month, day)


def moment(year: int, month: int | None = None, day: int | None = None) -> Moment | None:
    """A moment that the calendar has, else None."""
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return Moment(year)
    if not 1 <= month <= 12:
        return None
    if day is None:
        return Moment(year, month)
    return Moment(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def as_day(when: Moment) -> date | None:
    """The day itself, None where the moment is coarser."""
    return date(when.year, when.month, when.day) if when.month and when.day else None


def of_day(day: date) -> Moment:
    """A day as a moment."""
    return Moment(day.year, day.month, day.day)


def add_days(when: Moment, days: int) -> Moment | None:
    """The day so many days later; None where the moment is coarser than a day or the calendar ends."""
    day = as_day(when)
    if day is None:
        return None
    try:
        return of_day(day + timedelta(days=days))
    except OverflowError:
        return None


def add_months(when: Moment, months: int) -> Moment | None:
    """The month so many months later, its day left out; None where the moment is a whole year."""
    if when.month is None:
        return None
    index = when.year * 12 + when.month - 1 + months
    return moment(index // 12, index % 12 + 1)


def coarse(when: Moment, exact: str) -> Moment:
    """The moment cut down to "year" or "month"."""
    return Moment(when.year) if exact == "year" else Moment(when.year, when.month)


def month_near(published: Moment, month: int, day: int | None, ahead: bool) -> Moment | None:
    """The last such month (or day) on or before the article's date, or the next on or after it."""
    here = published.month or (1 if ahead else 12)
    today = published.day or (1 if ahead else 31)
    later = (month, day or today) > (here, today) if day else month > here
    earlier = (month, day or today) < (here, today) if day else month < here
    year = published.year + (1 if ahead and earlier else -1 if not ahead and later else 0)
    return moment(year, month, day)


def weekday_near(published: Moment, weekday: int, ahead: bool, strict: bool = False) -> Moment | None:
    """The last such day of the week on or before the article's date (before it if `strict`), or the next."""
    day = as_day(published)
    if day is None:
        return None
    if ahead:
        step = (weekday - day.weekday()) % 7 or (7 if strict else 0)
        return add_days(published, step)
    back = (day.weekday() - weekday) % 7 or (7 if strict else 0)
    return add_days(published, -back)
