"""Quarters, halves, seasons, decades and holidays → periods."""

from extract.dates.calendar import SEASONS, Moment, Period, moment
from extract.dates.here import Here, Match, bare_month, only, rel_year, stretch


def quarter(match: Match, here: Here) -> Period | None:
    """ "the third quarter" → three months."""
    words = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
    number = int(match["q"]) if match["q"] else words[match["qw"].lower()]
    year = int(match["y"]) if match["y"] else rel_year(match["ry"], here) if match["ry"] else None
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
    return stretch(year, 3 * number - 2, 3)


def half(match: Match, here: Here) -> Period | None:
    """ "the first half of 2019" → six months."""
    number = int(match["h"]) if match["h"] else {"first": 1, "second": 2}[match["hw"].lower()]
    year = int(match["y"]) if match["y"] else rel_year(match["ry"], here)
    return None if year is None else stretch(year, 6 * number - 5, 6)


def season(match: Match, here: Here) -> Period | None:
    """ "spring 2014" → the year; a winter is unsure."""
    return Period(Moment(int(match["y"])), None, match["s"].lower() != "winter")


def season_rel(match: Match, here: Here) -> Period | None:
    """ "last spring" → the year."""
    parts = match.groupdict()
    name = parts["s"].lower()
    sure = name != "winter"
    words = (parts.get("rel") or "").lower()
    if parts.get("ry"):
        year = rel_year(parts["ry"], here)
        return None if year is None else Period(Moment(year), None, sure)
    first = SEASONS[name]
    if words.startswith(("that", "the same")):
        return only(here.told and Moment(here.told.year), sure)
    if words.startswith(("the following", "the next")) or (words.startswith("next") and here.thread is not None):
        told = here.told if words.startswith("the") else here.thread
        if told is None:
            return None
        return Period(Moment(told.year + (0 if told.month is not None and told.month < first else 1)), None, sure)
    if words.startswith("the previous"):
        return only(here.told and Moment(here.told.year - 1), sure)
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


def season_the(match: Match, here: Here) -> Period | None:
    """ "in the spring" → the year of the story or of the article."""
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


def decade(match: Match, here: Here) -> Period | None:
    """ "the 1990s" → ten years."""
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


def holiday(match: Match, here: Here) -> Period | None:
    """ "Christmas Eve" → the day; Easter the year."""
    name = match["hol"].replace("’", "'")
    fixed = {
        "Christmas Day": (12, 25), "Christmas Eve": (12, 24), "Christmas": (12, None), "New Year's Eve": (12, 31),
        "New Year's Day": (1, 1), "New Year": (1, None), "Halloween": (10, 31), "Boxing Day": (12, 26),
        "Valentine's Day": (2, 14), "Epiphany": (1, 6), "Thanksgiving": (11, None), "Labor Day": (9, None),
    }  # fmt: skip
    if name not in fixed and name != "Easter":
        return None
    month, day = fixed.get(name, (4, None))
    year = int(match["y"]) if match["y"] else rel_year(match["ry"], here) if match["ry"] else None
    if year is not None:
        found = only(moment(year, month, day))
    else:
        found = bare_month(month, day, here)
    if found is not None and name == "Easter":
        return Period(Moment(found.start.year), None, True)
    return found
