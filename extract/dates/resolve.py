"""One shape of date and where it stands in the story → a period, or None where the text doesn't fix it."""

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from extract import numerals
from extract.dates import calendar
from extract.dates.calendar import MONTHS, SEASONS, WEEKDAYS, Moment, Period, moment

Match = re.Match[str]


class Here(NamedTuple):
    """What the text has fixed when a date is read: the article's date, the story's own, and whether it looks ahead."""

    published: Moment | None
    told: Moment | None = None
    """The date last told, whatever it was of; for "that March" and "two years later"."""
    thread: Moment | None = None
    """The date that the story goes on from, None where it is back at the article's date."""
    ahead: bool = False


def _year(text: str) -> int:
    return int(text)


def _month(text: str) -> int:
    return MONTHS[text.lower().rstrip(".")]


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _weekday(text: str) -> int:
    return WEEKDAYS[text.lower().rstrip(".")]


def _only(when: Moment | None, sure: bool = True) -> Period | None:
    return None if when is None else Period(when, None, sure)


def _rel_year(words: str, here: Here) -> int | None:
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


def _iso(match: Match, here: Here) -> Period | None:
    return _only(moment(int(match["y"]), int(match["m"]), int(match["d"])))


def _figures(match: Match, here: Here) -> Period | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["sep"] == "." or a > 12:
        return _only(moment(year, b, a))
    if b > 12:
        return _only(moment(year, a, b))
    return _only(moment(year, a, b) if a == b else moment(year))


def _span(match: Match, here: Here) -> Period | None:
    first, last = int(match["y"]), match["y2"]
    second = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return Period(Moment(first), Moment(second)) if 0 < second - first < 200 else None


def _absolute(match: Match, here: Here) -> Period | None:
    parts = match.groupdict()
    day = _day(parts["d"]) if parts.get("d") else None
    return _only(moment(_year(parts["y"]), _month(parts["mon"]), day))


def _month_rel_year(match: Match, here: Here) -> Period | None:
    parts = match.groupdict()
    year = _rel_year(parts["ry"], here)
    day = _day(parts["d"]) if parts.get("d") else None
    return None if year is None else _only(moment(year, _month(parts["mon"]), day))


def _rel_month(match: Match, here: Here) -> Period | None:
    words, month = match["rel"].lower(), _month(match["mon"])
    day = _day(match["d"]) if match["d"] else None
    if words.startswith(("that", "the same")):
        return _bare_month(month, day, here._replace(thread=here.told, published=here.published))
    if words.startswith("the following"):
        told = here.told
        if told is None:
            return None
        return _only(moment(told.year + (1 if told.month is None or month <= told.month else 0), month, day))
    if words.startswith("the previous"):
        told = here.told
        if told is None:
            return None
        return _only(moment(told.year - (1 if told.month is None or month >= told.month else 0), month, day))
    if here.published is None:
        return None
    now = here.published
    if words == "this" or now.month is None:
        shift = {"last": -1, "next": 1}.get(words, 0)
        return _only(moment(now.year + shift, month, day))
    if words == "last":
        return _only(moment(now.year - (1 if month >= now.month else 0), month, day))
    return _only(moment(now.year + (1 if month <= now.month else 0), month, day))


def _bare_month(month: int, day: int | None, here: Here) -> Period | None:
    """In the story's year where it tells a past one, else the nearest to the article's date."""
    told = here.thread
    if told is not None:
        later = told.month is not None and month < told.month
        when = moment(told.year + (1 if later else 0), month, day)
        if when is not None and (here.published is None or not _after(when, here.published) or here.ahead):
            return _only(when)
        return _only(moment(told.year, month, day))
    if here.published is None:
        return None
    return _only(calendar.month_near(here.published, month, day, here.ahead))


def _after(when: Moment, other: Moment) -> bool:
    length = min(len([p for p in when if p]), len([p for p in other if p]))
    return tuple(when[:length]) > tuple(other[:length])


def _month_alone(match: Match, here: Here) -> Period | None:
    parts = match.groupdict()
    return _bare_month(_month(parts["mon"]), _day(parts["d"]) if parts.get("d") else None, here)


def _stretch(year: int, first: int, months: int) -> Period | None:
    start, end = moment(year, first), moment(year, first + months - 1)
    return Period(start, end) if start and end else None


def _quarter(match: Match, here: Here) -> Period | None:
    words = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
    number = int(match["q"]) if match["q"] else words[match["qw"].lower()]
    year = int(match["y"]) if match["y"] else _rel_year(match["ry"], here) if match["ry"] else None
    if year is None:
        if match["qw"] in ("last", "final"):
            return None
        if here.thread is not None:
            year = here.thread.year
        elif here.published is not None:
            begun = here.published.month is None or here.published.month > 3 * (number - 1)
            year = here.published.year - (0 if begun or here.ahead else 1)
        else:
            return None
    return _stretch(year, 3 * number - 2, 3)


def _half(match: Match, here: Here) -> Period | None:
    number = int(match["h"]) if match["h"] else {"first": 1, "second": 2}[match["hw"].lower()]
    year = int(match["y"]) if match["y"] else _rel_year(match["ry"], here)
    return None if year is None else _stretch(year, 6 * number - 5, 6)


def _season(match: Match, here: Here) -> Period | None:
    return Period(Moment(int(match["y"])), None, match["s"].lower() != "winter")


def _season_rel(match: Match, here: Here) -> Period | None:
    parts = match.groupdict()
    name = parts["s"].lower()
    sure = name != "winter"
    words = (parts.get("rel") or "").lower()
    if parts.get("ry"):
        year = _rel_year(parts["ry"], here)
        return None if year is None else Period(Moment(year), None, sure)
    first = SEASONS[name]
    if words.startswith(("that", "the same")):
        return _only(here.told and Moment(here.told.year), sure)
    if words.startswith(("the following", "the next")) or (words.startswith("next") and here.thread is not None):
        told = here.told if words.startswith("the") else here.thread
        if told is None:
            return None
        return Period(Moment(told.year + (0 if told.month is not None and told.month < first else 1)), None, sure)
    if words.startswith("the previous"):
        return _only(here.told and Moment(here.told.year - 1), sure)
    now = here.published
    if now is None:
        return None
    month = now.month or 6
    if words.startswith("last"):
        over = month > first + 2 if first else month > 2
        return Period(Moment(now.year - (0 if over else 1)), None, sure)
    if words.startswith("next"):
        return Period(Moment(now.year + (0 if month < first else 1)), None, sure)
    return Period(Moment(now.year), None, sure)


def _season_the(match: Match, here: Here) -> Period | None:
    name = (match["s"] or match["s2"]).lower()
    sure = name != "winter"
    if here.thread is not None:
        return Period(Moment(here.thread.year), None, sure)
    now = here.published
    if now is None:
        return None
    month, first = now.month or 6, SEASONS[name]
    if here.ahead:
        return Period(Moment(now.year + (0 if month <= first + 2 and first else 1)), None, sure)
    return Period(Moment(now.year - (0 if month >= first else 1)), None, sure)


def _decade(match: Match, here: Here) -> Period | None:
    parts = match.groupdict()
    if parts.get("dec"):
        year = int(parts["dec"])
    elif parts.get("dd"):
        year = 1900 + int(parts["dd"])
    else:
        names = "twenties thirties forties fifties sixties seventies eighties nineties".split()
        year = 1920 + 10 * names.index(parts["dw"])
    if here.published is not None and year > here.published.year + 10:
        year -= 100
    return Period(Moment(year), Moment(year + 9))


def _holiday(match: Match, here: Here) -> Period | None:
    name = match["hol"].replace("’", "'")
    fixed = {
        "Christmas Day": (12, 25), "Christmas Eve": (12, 24), "Christmas": (12, None), "New Year's Eve": (12, 31),
        "New Year's Day": (1, 1), "New Year": (1, None), "Halloween": (10, 31), "Boxing Day": (12, 26),
        "Valentine's Day": (2, 14), "Epiphany": (1, 6), "Thanksgiving": (11, None), "Labor Day": (9, None),
    }  # fmt: skip
    if name not in fixed and name != "Easter":
        return None
    month, day = fixed.get(name, (4, None))
    year = int(match["y"]) if match["y"] else _rel_year(match["ry"], here) if match["ry"] else None
    if year is not None:
        found = _only(moment(year, month, day))
    else:
        found = _bare_month(month, day, here)
    if found is not None and name == "Easter":
        return Period(Moment(found.start.year), None, True)
    return found


def _count(words: str | None) -> Decimal | None:
    """`_count("a couple of")` → 2; None for "a few", "several"."""
    text = (words or "").strip().lower()
    if text in ("", "a", "an"):
        return Decimal(1)
    if text.startswith("a couple"):
        return Decimal(2)
    if text == "half a":
        return Decimal("0.5")
    return numerals.read(text)


def _shift(base: Moment, count: Decimal, unit: str, sign: int) -> Period | None:
    """So many units away from a moment, no more exact than the moment and the unit allow."""
    unit = unit.lower().rstrip("s")
    if unit in ("decade", "year"):
        years = count * (10 if unit == "decade" else 1)
        if years != years.to_integral_value():
            moved = calendar.add_months(base, sign * int(years * 12))
            return _only(calendar.coarse(moved, "year") if moved else None, sure=False)
        return _only(moment(base.year + sign * int(years)), sure=unit == "year")
    if unit == "month":
        moved = calendar.add_months(base, sign * int(count))
        if moved is not None:
            return _only(moved, sure=False)
        return _only(Moment(base.year), sure=False) if count < 12 else None
    days = int(count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    moved = calendar.add_days(base, sign * days)
    if moved is None:
        if base.month is not None and days < 28:
            return _only(calendar.coarse(base, "month" if days <= 7 else "year"), sure=False)
        return _only(Moment(base.year), sure=False) if days < 100 else None
    if unit == "day" or days == 7:
        return _only(moved, sure=days <= 7 and unit == "day")
    return _only(calendar.coarse(moved, "month"), sure=False)


def _ago(match: Match, here: Here) -> Period | None:
    count = _count(match["n"])
    if here.published is None:
        return None
    if count is None:
        small = match["u"].startswith(("day", "week"))
        return _only(calendar.coarse(here.published, "month"), sure=False) if small and here.published.month else None
    if match["u"].startswith("week") and count == 1:
        moved = calendar.add_days(here.published, -7)
        return _only(calendar.coarse(moved, "month"), sure=False) if moved else None
    return _shift(here.published, count, match["u"], -1)


def _later(match: Match, here: Here) -> Period | None:
    count = _count(match["n"])
    if here.told is None:
        return None
    if count is None:
        small = match["u"].startswith(("day", "week"))
        return (
            _only(calendar.coarse(here.told, "year" if here.told.month is None else "month"), False) if small else None
        )
    return _shift(here.told, count, match["u"], -1 if match["dir"] in ("earlier", "before") else 1)


def _past_n(match: Match, here: Here) -> Period | None:
    count = _count(match["n"])
    now = here.published
    if now is None or count is None:
        return None
    began = _shift(now, count, match["u"], -1)
    if began is None or match["u"].startswith(("day", "week", "fortnight")):
        return None
    exact = "year" if match["u"].startswith(("year", "decade")) else "month"
    return Period(calendar.coarse(began.start, exact), calendar.coarse(now, exact), False)


def _within(match: Match, here: Here) -> Period | None:
    count = _count(match["n"])
    if here.told is None or count is None or here.ahead:
        return None
    if match["u"].startswith("week"):
        return _only(calendar.coarse(here.told, "month" if here.told.month else "year"), False)
    return _only(Moment(here.told.year), False)


def _rel_unit(match: Match, here: Here) -> Period | None:
    words, unit = match["rel"].lower(), match["u"].lower()
    if unit.startswith("the "):
        words, unit = ("the following" if words == "after" else "the previous"), unit[4:]
    told = words.startswith(("that", "the same", "the very same", "the following", "the previous", "the preceding"))
    told = told or words.startswith(("the prior", "the very next", "the next"))
    sign = (
        1
        if words.endswith(("following", "next"))
        else -1
        if words.endswith(("last", "previous", "preceding", "prior"))
        else 0
    )
    base = here.told if told else here.published
    if base is None:
        return None
    if words == "the year before last":
        return _only(Moment(base.year - 2)) if here.published else None
    if unit == "year":
        return _only(moment(base.year + sign))
    if unit == "decade":
        return None
    if unit == "quarter":
        if base.month is None or told:
            return None
        index = base.year * 4 + (base.month - 1) // 3 + sign
        return _stretch(index // 4, 3 * (index % 4) + 1, 3)
    if unit == "month":
        return _only(calendar.add_months(base, sign))
    if unit in ("week", "weekend"):
        moved = calendar.add_days(base, 7 * sign)
        if moved is None:
            return _only(calendar.coarse(base, "month"), False) if base.month else _only(Moment(base.year), False)
        if unit == "weekend" and not told and sign <= 0:
            day = calendar.as_day(base)
            moved = calendar.of_day(day - timedelta(days=(day.weekday() - 5) % 7 or 7)) if day else moved
        return _only(calendar.coarse(moved, "month"), False)
    if not told and unit in ("morning", "afternoon", "evening", "day", "night"):
        if words.startswith("this"):
            return _only(base)
        return _only(calendar.add_days(base, -1)) if words == "last" and unit == "night" else None
    if base.day is None:
        same = sign == 0 or base.month is not None
        return _only(base, sign == 0) if same else _only(Moment(base.year), False)
    return _only(calendar.add_days(base, sign))


def _day_word(match: Match, here: Here) -> Period | None:
    words = match["w"].lower()
    if here.published is None:
        return None
    steps = {"yesterday": -1, "the day before yesterday": -2, "tomorrow": 1, "the day after tomorrow": 2}
    return _only(calendar.add_days(here.published, steps.get(words, 0)))


def _by_weekday(match: Match, here: Here) -> Period | None:
    words, extra = (match["rel"] or "").lower(), (match["w"] or "").strip()
    number = _weekday(match["wd"])
    if words in ("that", "the following", "the previous"):
        told = here.told
        if told is None or told.day is None:
            return _only(told, False) if told is not None and words == "that" else None
        return _only(calendar.weekday_near(told, number, words != "the previous", strict=words != "that"))
    if here.published is None:
        return None
    if extra == "last week":
        this = calendar.weekday_near(here.published, number, ahead=False)
        day = calendar.as_day(here.published)
        if this is None or day is None:
            return None
        return _only(calendar.add_days(calendar.of_day(day - timedelta(days=day.weekday())), number - 7))
    if extra == "week" or extra == "next week":
        this = calendar.weekday_near(here.published, number, ahead=True)
        return _only(calendar.add_days(this, 7)) if this and extra == "week" else _only(this)
    if words == "last":
        return _only(calendar.weekday_near(here.published, number, ahead=False, strict=True))
    if words == "next" or here.ahead:
        return _only(calendar.weekday_near(here.published, number, ahead=True, strict=words == "next"))
    return _only(calendar.weekday_near(here.published, number, ahead=False))


def _fiscal(match: Match, here: Here) -> Period | None:
    return Period(Moment(int(match["y"] or match["y2"])), None, False)


def _short_year(match: Match, here: Here) -> Period | None:
    number = int(match["yy"])
    now = here.published.year if here.published else 2030
    year = 2000 + number
    return _only(Moment(year if year <= now else 1900 + number))


def _year_alone(match: Match, here: Here) -> Period | None:
    return _only(Moment(int(match["y"])))


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
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "season-rel": _season_rel,
    "season-the": _season_the,
    "decade": _decade,
    "holiday": _holiday,
    "ago": _ago,
    "later": _later,
    "past-n": _past_n,
    "within": _within,
    "rel-year": _rel_unit,
    "rel-unit": _rel_unit,
    "rel-unit2": _rel_unit,
    "day-word": _day_word,
    "weekday": _by_weekday,
    "fiscal": _fiscal,
    "y-short": _short_year,
    "y": _year_alone,
}
