"""One shape of date and where it stands in the story → a period, or None where the text doesn't fix it."""

from collections.abc import Callable

from extract.dates import relative, seasons
from extract.dates.calendar import Moment, Period, moment
from extract.dates.here import Here, Match, bare_month, day_of, month_of, only, rel_year, year_of


def _iso(match: Match, here: Here) -> Period | None:
    return only(moment(int(match["y"]), int(match["m"]), int(match["d"])))


def _figures(match: Match, here: Here) -> Period | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["sep"] == "." or a > 12:
        return only(moment(year, b, a))
    if b > 12:
        return only(moment(year, a, b))
    return only(moment(year, a, b) if a == b else moment(year))


def _span(match: Match, here: Here) -> Period | None:
    first, last = int(match["y"]), match["y2"]
    second = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return Period(Moment(first), Moment(second)) if 0 < second - first < 200 else None


def _absolute(match: Match, here: Here) -> Period | None:
    parts = match.groupdict()
    day = day_of(parts["d"]) if parts.get("d") else None
    return only(moment(year_of(parts["y"]), month_of(parts["mon"]), day))


def _month_rel_year(match: Match, here: Here) -> Period | None:
    parts = match.groupdict()
    year = rel_year(parts["ry"], here)
    day = day_of(parts["d"]) if parts.get("d") else None
    return None if year is None else only(moment(year, month_of(parts["mon"]), day))


def _rel_month(match: Match, here: Here) -> Period | None:
    words, month = match["rel"].lower(), month_of(match["mon"])
    day = day_of(match["d"]) if match["d"] else None
    if words.startswith(("that", "the same")):
        return bare_month(month, day, here._replace(thread=here.told, published=here.published))
    if words.startswith("the following"):
        told = here.told
        if told is None:
            return None
        return only(moment(told.year + (1 if told.month is None or month <= told.month else 0), month, day))
    if words.startswith("the previous"):
        told = here.told
        if told is None:
            return None
        return only(moment(told.year - (1 if told.month is None or month >= told.month else 0), month, day))
    if here.published is None:
        return None
    now = here.published
    if words == "this" or now.month is None:
        shift = {"last": -1, "next": 1}.get(words, 0)
        return only(moment(now.year + shift, month, day))
    if words == "last":
        return only(moment(now.year - (1 if month >= now.month else 0), month, day))
    return only(moment(now.year + (1 if month <= now.month else 0), month, day))


def _month_alone(match: Match, here: Here) -> Period | None:
    parts = match.groupdict()
    return bare_month(month_of(parts["mon"]), day_of(parts["d"]) if parts.get("d") else None, here)


def _fiscal(match: Match, here: Here) -> Period | None:
    return Period(Moment(int(match["y"] or match["y2"])), None, False)


def _short_year(match: Match, here: Here) -> Period | None:
    number = int(match["yy"])
    now = here.published.year if here.published else 2030
    year = 2000 + number
    return only(Moment(year if year <= now else 1900 + number))


def _year_alone(match: Match, here: Here) -> Period | None:
    return only(Moment(int(match["y"])))


RULES: dict[str, Callable[[Match, Here], Period | None]] = {
    "iso": _iso,
    "figures": _figures,
    "span": _span,
    "dmy": _absolute,
    "my": _absolute,
    "dm-rel": _month_rel_year,
    "m-rel": _month_rel_year,
    "rel-m": _rel_month,
    "dm": _month_alone,
    "m": _month_alone,
    "quarter": seasons.quarter,
    "half": seasons.half,
    "season": seasons.season,
    "season-rel": seasons.season_rel,
    "season-the": seasons.season_the,
    "decade": seasons.decade,
    "holiday": seasons.holiday,
    "ago": relative.ago,
    "later": relative.later,
    "past-n": relative.past_n,
    "within": relative.within,
    "rel-year": relative.rel_unit,
    "rel-unit": relative.rel_unit,
    "rel-unit2": relative.rel_unit,
    "day-word": relative.day_word,
    "weekday": relative.by_weekday,
    "fiscal": _fiscal,
    "y-short": _short_year,
    "y": _year_alone,
}
