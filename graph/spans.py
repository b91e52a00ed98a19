"""Dates as texts give them → the days they can mean: "2015-05" is 2015-05-01 to 2015-05-31.

A date is ISO 8601 as far as it is known, with `~` where it is uncertain and `/` between the ends of an
interval, of which either may be missing or `..`. Days come back as ISO strings, which sort as they pass.
"""

import re
from calendar import monthrange
from typing import NamedTuple

from extract.records import Qualifiers

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?")


class Span(NamedTuple):
    """First and last day; None where that end is open."""

    first: str | None
    last: str | None


def span(text: str | None) -> Span | None:
    """`span("2016-02~")` → 2016-02-01 to 2016-02-29; None where the text is no date."""
    if not text:
        return None
    if "/" in text:
        left, _, right = text.partition("/")
        before, after = _point(left), _point(right)
        if before is None and after is None:
            return None
        return Span(before and before.first, after and after.last)
    return _point(text)


def span_of(qualifiers: Qualifiers) -> Span | None:
    """The days of a fact: of its date, else from its start to its end; None where it has none."""
    if (whole := span(qualifiers.date)) is not None:
        return whole
    start, end = span(qualifiers.start), span(qualifiers.end)
    if start is None and end is None:
        return None
    return Span(start and start.first, end and end.last)


def overlaps(found: Span, since: str | None, until: str | None) -> bool:
    """Whether any day of the span lies between two days, both included; None is open."""
    return not (
        (since is not None and found.last is not None and found.last < since)
        or (until is not None and found.first is not None and found.first > until)
    )


def _point(text: str) -> Span | None:
    match = _POINT.fullmatch(text.strip().strip("~?%"))
    if match is None:
        return None
    year, month, day = match.groups()
    if month is None:
        return Span(f"{year}-01-01", f"{year}-12-31")
    if not 1 <= int(month) <= 12:
        return None
    length = monthrange(max(int(year), 1), int(month))[1]
    if day is None:
        return Span(f"{year}-{month}-01", f"{year}-{month}-{length:02}")
    return Span(f"{year}-{month}-{day}", f"{year}-{month}-{day}") if 1 <= int(day) <= length else None
