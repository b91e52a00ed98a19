"""Dates as publishers write them → ISO 8601: the day an article appeared, as exact as it says and never guessed.

`normal` reads a date that somebody gave as one ("Thu, 14 Mar 2024 10:00:00 GMT"); `in_first_lines` looks for
one above and at the start of a story: a line that is a date, a label ("Published March 19, 2024"), a by-line,
an outlet's line, a dateline ("LONDON, April 22, 1986 (Reuters) - ..."). Prose is left alone, and a date
without a year is none.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LINES = 12
"""Lines with text that may hold the date, counted from the top."""
LONG = 240
"""Characters from which a line is a paragraph; after the second of these the story has begun."""
REACH = 160
"""Characters from a line's start within which its date must begin."""

_YEAR = r"(?P<y>1[5-9]\d\d|2[01]\d\d)"
_NAMES = "|".join(f"{m[:3]}(?:{m[3:]})?" if m[3:] else m for m in MONTHS).replace(
    "Sep(?:tember)?", "Sep(?:t(?:ember)?)?"
)
_MONTH = rf"(?P<m>{_NAMES}|{re.sub('[a-z]+', lambda found: found[0].upper(), _NAMES)})\.?"
_DAY = r"(?P<d>\d{1,2})"
_END = r"(?!\d(?!\d?:\d\d))"
_FORMS = (
    rf"{_YEAR}(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s){_DAY}{_END}(?:T\d\d:?\d\d\S*)?",
    rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}{_END}",
    rf"{_DAY}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}{_END}",
    rf"(?P<d>\d{{1,2}})(?P<s>[/.])(?P<m>\d{{1,2}})(?P=s){_YEAR}{_END}",
    rf"{_MONTH},?\s+{_YEAR}{_END}",
    rf"{_YEAR}-(?P<m>0[1-9]|1[0-2])(?![\d-])",
    rf"{_YEAR}(?![\d/-])",
)
_WRITTEN = tuple(re.compile(rf"(?<![\w/.])(?<!\w-){form}") for form in _FORMS)
_LOOSE = tuple(re.compile(rf"(?<![\w/.])(?<!\w-){form}", re.IGNORECASE) for form in _FORMS)

_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CLOCK = (
    r"(?:at\s+)?\d{1,2}(?:[:.]\d\d){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:z|[+-]\d\d:?\d\d|[a-z]{2,4})?"
    r"(?:\s*[+-]\d{1,2}(?::?\d\d)?)?|(?:at\s+)?\d{1,2}\s*[ap]\.?m\.?(?:\s+[a-z]{2,4})?"
)
_PLAIN = re.compile(rf"[\s,.;|()–—-]*(?>(?>{_WEEKDAY}|{_CLOCK})[\s,.;|()–—-]*)*+", re.IGNORECASE)
_LABEL = re.compile(
    rf"""(?:(?:first|last|originally|page|article|story|this|was|publication|release|issue|post)\s+)*
    (?:(?P<new>updated|modified|revised)|published|posted|issued|dated?|(?:released|created|filed|written)(?=\s*:))
    (?:\s+(?:date|online|on|at|by\s+[^,|]{{2,60}}?\s+on))*\s*:?\s*(?:{_WEEKDAY},?\s*)?(?:{_CLOCK}|\d+\ \w+\ ago)?""",
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE = re.compile(
    rf"(?:(?:words|text|story|posted|written|reported|report)\s+)?by:?\s+(?P<who>.{{2,80}}?)(?:\s+(?:on|in))?"
    rf"(?:\s+{_WEEKDAY})?",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:--+|[|·•—–()\[\]*_#]|(?<!\d):|:(?!\d)|,|;|(?<!\w)[-/]|[-/](?!\w))\s*")
_SMALL = {
    "of",
    "the",
    "and",
    "for",
    "in",
    "on",
    "at",
    "de",
    "la",
    "le",
    "du",
    "van",
    "von",
    "min",
    "read",
    "correspondent",
}
_AGENCY = r"(?:\([^()]{2,60}\)|/[^/]{2,40}/)?"
_DATELINE = re.compile(rf"[,.]?\s*{_AGENCY}\s*(?:--+|[–—:]|-(?=\s|[A-Z]))\s*(?=\S)")
_PROSE = re.compile(r"\s*,\s*[a-z]|\s+[a-z]")


class Found(NamedTuple):
    """A date in a line: character range and ISO 8601 value."""

    start: int
    end: int
    value: str


def normal(value: str) -> str | None:
    """`normal("March 14, 2024")` → "2024-03-14"; None where the whole value is no date.

    Taken as written, without moving time zones; a trailing `~` (uncertain) stays; 04/05/2024 could be two
    days and is none.
    """
    value = value.strip()
    if len(value) > REACH:
        return None
    mark = "~" if value.endswith("~") else ""
    bare = re.sub(r"^(\d{4})(\d\d)(\d\d)(?=$|T\d)", r"\1-\2-\3", value.removesuffix("~").strip())
    found = next(_dates(bare, _LOOSE), None)
    if found is None or (len(found.value) == 4 and len(bare) != 4):
        return None
    around = (bare[: found.start], bare[found.end :])
    return found.value + mark if all(_PLAIN.fullmatch(part) for part in around) else None


def in_first_lines(text: str) -> str | None:
    """The publication date that the first lines give, first published before updated; None where they give none."""
    best: tuple[int, int, str] | None = None
    seen = long = 0
    before = ""
    for number, line in enumerate(text.splitlines()):
        if not line.strip():
            continue
        seen += 1
        long += len(line) > LONG
        if seen > LINES or long > 2 or number > 5 * LINES:
            break
        for rank, value in _in_line(line.strip(), before):
            best = min(best or (rank, number, value), (rank, number, value), key=lambda found: found[:2])
        before = line.strip()
    return best[2] if best else None


def _in_line(line: str, before: str) -> Iterator[tuple[int, str]]:
    """Rank (0 published, 1 bare, 2 updated) and value of each date that the line gives as the article's own."""
    dates = list(_dates(line[: REACH + 40], _WRITTEN))
    for found in dates:
        if found.start > REACH:
            return
        rank = _rank_of(_without(line[: found.start], dates), before)
        if rank is None:
            continue
        after = _without(line[found.end :], [Found(d.start - found.end, d.end - found.end, d.value) for d in dates])
        labelled = rank != 1
        if len(found.value) == 4 and not (labelled and not after.strip(" .)")):
            continue
        if _ends_well(after, labelled, found):
            yield rank, found.value


def _rank_of(prefix: str, before: str) -> int | None:
    """What stands before a date makes it the article's own: rank as above, else None."""
    chunks = [chunk for chunk in _SPLIT.split(prefix) if chunk]
    rank = 1
    if not chunks:
        label = _LABEL.fullmatch(before)
        return 1 if label is None else 2 if label["new"] else 0
    closed = _SPLIT.search(prefix.rstrip()[-1:]) is not None or prefix.endswith(("- ", "-- ", "/ "))
    for i, chunk in enumerate(chunks):
        last = i == len(chunks) - 1
        colon = _LABEL.fullmatch(f"{chunk}:")
        label = _LABEL.fullmatch(chunk) or (colon if closed else None)
        if label is not None:
            rank = 2 if label["new"] else 0
        elif _harmless(chunk) and not (last and not closed and not _by(chunk) and not _PLAIN.fullmatch(chunk)):
            continue
        else:
            return None
    return rank


def _ends_well(after: str, labelled: bool, found: Found) -> bool:
    """What stands after a date leaves it the article's own."""
    if labelled and not _PROSE.match(after):
        return True
    if all(_harmless(chunk) for chunk in _SPLIT.split(after) if chunk) and not re.match(r"\s+[a-z]", after):
        return True
    if len(found.value) < 10:
        return False
    if _DATELINE.match(after):
        return True
    place, dash = _cut(after)
    return bool(dash) and all(_harmless(chunk) for chunk in _SPLIT.split(place) if chunk)


def _cut(after: str) -> tuple[str, str]:
    """The text up to its first dash, and the dash."""
    match = re.search(r"\s*(?:--+|[–—]|\s-\s)\s*", after[:REACH])
    return (after, "") if match is None else (after[: match.start()], match[0])


def _harmless(chunk: str) -> bool:
    """A weekday, a time, a by-line, or a name (of an outlet, a place, a person): no prose."""
    if len(chunk) > REACH:
        return False
    if _PLAIN.fullmatch(chunk) or _LABEL.fullmatch(chunk) or _by(chunk):
        return True
    return _is_name(chunk)


def _by(chunk: str) -> bool:
    match = _BYLINE.fullmatch(chunk)
    return match is not None and _is_name(match["who"])


def _is_name(chunk: str) -> bool:
    """At most eight words that begin with a capital or a digit, small words between them."""
    words = chunk.split()
    if not words or len(words) > 8 or (not words[0][0].isupper() and not words[0][0].isdigit()):
        return False
    return all(word.lower() in _SMALL or not word[0].isalpha() or word[0].isupper() for word in words)


def _without(text: str, dates: list[Found]) -> str:
    """The text with other dates cut out."""
    for found in reversed(dates):
        if found.start >= 0 and found.end <= len(text):
            text = text[: found.start] + "|" + text[found.end :]
    return text


def _dates(text: str, forms: tuple[re.Pattern[str], ...]) -> Iterator[Found]:
    """Dates with a year, left to right; where forms overlap, the one that begins first and says most."""
    at = 0
    while True:
        matches = [match for form in forms if (match := form.search(text, at))]
        if not matches:
            return
        match = min(matches, key=lambda m: (m.start(), -m.end()))
        at = match.end()
        value = _value(match)
        if value is not None:
            yield Found(match.start(), match.end(), value)


def _value(match: re.Match[str]) -> str | None:
    """ISO 8601 of a match: the year where a day could be a month, None for a 30 February."""
    parts = match.groupdict()
    year, month, day = int(parts["y"]), parts.get("m"), parts.get("d")
    if month is None:
        return f"{year}"
    if month[0].isalpha():
        number = next(i for i, name in enumerate(MONTHS, 1) if name[:3].lower() == month[:3].lower())
    else:
        number = int(month)
    if day is None:
        return f"{year}-{number:02}" if 1 <= number <= 12 else None
    first = int(day)
    if match.start("d") < match.start("y") and not month[0].isalpha() and parts.get("s") == "/":
        if first <= 12 and number <= 12 and first != number:
            return f"{year}"
        if number > 12:
            first, number = number, first
    try:
        return date(year, number, first).isoformat()
    except ValueError:
        return None
