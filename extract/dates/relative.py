"""Days, weeks, months and years counted from the article's date or from the story's own → periods."""

from datetime import timedelta
from decimal import Decimal

from extract import numerals
from extract.dates import calendar
from extract.dates.calendar import Moment, Period, moment
from extract.dates.here import Here, Match, only, stretch, weekday_of


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
            return only(calendar.coarse(moved, "year") if moved else None, sure=False)
        return only(moment(base.year + sign * int(years)), sure=unit == "year")
    if unit == "month":
        moved = calendar.add_months(base, sign * int(count))
        if moved is not None:
            return only(moved, sure=False)
        return only(Moment(base.year), sure=False) if count < 12 else None
    days = int(count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    moved = calendar.add_days(base, sign * days)
    if moved is None:
        if base.month is not None and days < 28:
            return only(calendar.coarse(base, "month" if days <= 7 else "year"), sure=False)
        return only(Moment(base.year), sure=False) if days < 100 else None
    if unit == "day" or days == 7:
        return only(moved, sure=days <= 7 and unit == "day")
    return only(calendar.coarse(moved, "month"), sure=False)


def ago(match: Match, here: Here) -> Period | None:
    """ "two years ago" → from the article's date."""
    count = _count(match["n"])
    if here.published is None:
        return None
    if count is None:
        small = match["u"].startswith(("day", "week"))
        return only(calendar.coarse(here.published, "month"), sure=False) if small and here.published.month else None
    if match["u"].startswith("week") and count == 1:
        moved = calendar.add_days(here.published, -7)
        return only(calendar.coarse(moved, "month"), sure=False) if moved else None
    return _shift(here.published, count, match["u"], -1)


def later(match: Match, here: Here) -> Period | None:
    """ "two years later" → from the date last told."""
    count = _count(match["n"])
    if here.told is None:
        return None
    if count is None:
        small = match["u"].startswith(("day", "week"))
        return (
            only(calendar.coarse(here.told, "year" if here.told.month is None else "month"), False) if small else None
        )
    return _shift(here.told, count, match["u"], -1 if match["dir"] in ("earlier", "before") else 1)


def past_n(match: Match, here: Here) -> Period | None:
    """ "the past three years" → a period up to the article's date."""
    count = _count(match["n"])
    now = here.published
    if now is None or count is None:
        return None
    began = _shift(now, count, match["u"], -1)
    if began is None or match["u"].startswith(("day", "week", "fortnight")):
        return None
    exact = "year" if match["u"].startswith(("year", "decade")) else "month"
    return Period(calendar.coarse(began.start, exact), calendar.coarse(now, exact), False)


def within(match: Match, here: Here) -> Period | None:
    """ "within a year" → the year last told."""
    count = _count(match["n"])
    if here.told is None or count is None or here.ahead:
        return None
    if match["u"].startswith("week"):
        return only(calendar.coarse(here.told, "month" if here.told.month else "year"), False)
    return only(Moment(here.told.year), False)


def rel_unit(match: Match, here: Here) -> Period | None:
    """ "last week", "the following year" → no more exact than the words."""
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
        return only(Moment(base.year - 2)) if here.published else None
    if unit == "year":
        return only(moment(base.year + sign))
    if unit == "decade":
        return None
    if unit == "quarter":
        if base.month is None or told:
            return None
        index = base.year * 4 + (base.month - 1) // 3 + sign
        return stretch(index // 4, 3 * (index % 4) + 1, 3)
    if unit == "month":
        return only(calendar.add_months(base, sign))
    if unit in ("week", "weekend"):
        moved = calendar.add_days(base, 7 * sign)
        if moved is None:
            return only(calendar.coarse(base, "month"), False) if base.month else only(Moment(base.year), False)
        if unit == "weekend" and not told and sign <= 0:
            day = calendar.as_day(base)
            moved = calendar.of_day(day - timedelta(days=(day.weekday() - 5) % 7 or 7)) if day else moved
        return only(calendar.coarse(moved, "month"), False)
    if not told and unit in ("morning", "afternoon", "evening", "day", "night"):
        if words.startswith("this"):
            return only(base)
        return only(calendar.add_days(base, -1)) if words == "last" and unit == "night" else None
    if base.day is None:
        same = sign == 0 or base.month is not None
        return only(base, sign == 0) if same else only(Moment(base.year), False)
    return only(calendar.add_days(base, sign))


def day_word(match: Match, here: Here) -> Period | None:
    """ "yesterday" → the day before the article's."""
    words = match["w"].lower()
    if here.published is None:
        return None
    steps = {"yesterday": -1, "the day before yesterday": -2, "tomorrow": 1, "the day after tomorrow": 2}
    return only(calendar.add_days(here.published, steps.get(words, 0)))


def by_weekday(match: Match, here: Here) -> Period | None:
    """ "on Tuesday" → the nearest one back, or ahead where the story looks ahead."""
    words, extra = (match["rel"] or "").lower(), (match["w"] or "").strip()
    number = weekday_of(match["wd"])
    if words in ("that", "the following", "the previous"):
        told = here.told
        if told is None or told.day is None:
            return only(told, False) if told is not None and words == "that" else None
        return only(calendar.weekday_near(told, number, words != "the previous", strict=words != "that"))
    if here.published is None:
        return None
    if extra == "last week":
        this = calendar.weekday_near(here.published, number, ahead=False)
        day = calendar.as_day(here.published)
        if this is None or day is None:
            return None
        return only(calendar.add_days(calendar.of_day(day - timedelta(days=day.weekday())), number - 7))
    if extra == "week" or extra == "next week":
        this = calendar.weekday_near(here.published, number, ahead=True)
        return only(calendar.add_days(this, 7)) if this and extra == "week" else only(this)
    if words == "last":
        return only(calendar.weekday_near(here.published, number, ahead=False, strict=True))
    if words == "next" or here.ahead:
        return only(calendar.weekday_near(here.published, number, ahead=True, strict=words == "next"))
    return only(calendar.weekday_near(here.published, number, ahead=False))
