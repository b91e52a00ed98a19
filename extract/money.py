"""Words of money → currency and amount: "$2.5bn" → 2500000000 USD.

A price for one share, barrel or seat is no sum of a deal and is left out; percentages are no money. A figure without a
currency ("... and another 35 million") takes that of the sum told before it.
"""

import re
from bisect import bisect_left
from decimal import Decimal
from typing import NamedTuple

from spacy.tokens import Doc

from extract import currencies, numerals
from extract.scene import Sum

_SCALES = {
    "k": 1_000, "thousand": 1_000, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lacs": 10**5,
    "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "million": 10**6, "millions": 10**6, "mil": 10**6,
    "cr": 10**7, "crore": 10**7, "crores": 10**7, "b": 10**9, "bn": 10**9, "bln": 10**9, "billion": 10**9,
    "billions": 10**9, "lakh crore": 10**12, "tn": 10**12, "trn": 10**12, "trillion": 10**12,
}  # fmt: skip
_LONG = r"lakh crores?|thousand|lakhs?|lacs?|crores?|(?:mi|bi|tri)llion"
_SHORT = r"mln|mn|mio|bln|bn|trn|tn|[kmb](?![a-z])|cr(?![a-z])"
_SCALE = rf"(?:[\s-]?(?:{_LONG}|{_SHORT})\b)"
_FIGURE = (
    rf"(?:(?:half|a quarter|three[- ]quarters|one[- ]quarter|a third|two[- ]thirds)(?: of)? an? (?:{_LONG})\b"
    rf"|an? (?:{_LONG}) and a half"
    rf"|(?:\d+|{numerals.WORDS}) and a half (?:{_LONG})\b"
    rf"|an? (?:{_LONG})\b"
    rf"|(?:{numerals.DIGITS}){_SCALE}?"
    rf"|(?:{numerals.WORDS})(?:[\s-](?:{_LONG})\b)?)"
)
_SIGN = "|".join(re.escape(sign) for sign in sorted(currencies.SIGNS, key=lambda s: (-len(s), s)))
_CODE = "|".join(sorted(currencies.CODES))
_BEFORE = rf"(?-i:{_SIGN}|(?:{_CODE})(?![A-Za-z]))"
_UNIT = rf"(?:(?P<of>{currencies.ADJECTIVES})[\s-])?(?P<unit>(?:{currencies.UNIT_WORDS})|(?-i:{_CODE}))(?!\w)"
_SUM = re.compile(
    rf"(?<![\w.,$€£])(?P<sign>{_BEFORE})?[\s ]?(?P<first>{_FIGURE})"
    rf"(?:(?P<link>\s?[-–—]\s?| to | and | or )(?P<sign2>{_BEFORE})?[\s ]?(?P<second>{_FIGURE}))?"
    rf"(?![\d%]|[.,]\d)(?:[\s -]{_UNIT}|(?P<glued>€|£)(?!\d))?",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"\b(?:(?P<many>tens|dozens|hundreds|thousands) of )?(?P<scale>thousands|lakhs|crores|millions|billions|trillions)"
    rf"(?:[\"”'’]? (?:of )?{_UNIT})?|\b(?P<few>several|a few|some few) (?P<scale2>{_LONG}) (?:of )?"
    rf"{_UNIT.replace('<of>', '<of2>').replace('<unit>', '<unit2>')}",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"\b(four|five|six|seven|eight|nine|ten)[- ]figure (?:sum|fee|amount|deal|price|round|cheque|check|investment|gift|"
    r"donation|loan|bid|offer|funding|figure|settlement)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?:,? (?:in cash|cash|or so))?(?:[ -](?:an?|per)[ -](?:ordinary |common |preferred |new )?(?:share|unit|ads|adr|barrel|"
    r"bbl|tonn?e?|ounce|pound|kilo|bushel|head|copy|ticket|seat|bottle|night|hour|gallon|litre|liter|square|song|"
    r"subscriber|customer|vote)|/share)|p a share",
    re.IGNORECASE,
)
_SURE = re.compile(r"(?i:dollars?|dlrs?|euros?|francs?|rupees?|yuan|yen|pounds? sterling|quid|stg)|[A-Z]{3}")
_APIECE = re.compile(r" (?:apiece|each)\b", re.IGNORECASE)
_REACH = 400
"""How many characters back a figure without a currency may look for one."""


class _Found(NamedTuple):
    start: int
    end: int
    currency: str | None
    low: Decimal
    high: Decimal | None
    bare: bool = False
    sure: bool = False


def _value(figure: str) -> tuple[Decimal, int] | None:
    """`_value("half a million")` → (500000, scale 1000000); None where it is no number."""
    text = figure.lower().replace(" ", " ").strip()
    scale = 1
    found = re.search(rf"(?:[\s-]|(?<=\d))({_LONG}|{_SHORT})( and a half)?$", text)
    half = text.endswith("and a half")
    if found:
        scale = _SCALES[found.group(1).removesuffix("s") if found.group(1) not in _SCALES else found.group(1)]
        text = text[: found.start()].strip(" -")
    if half and not (found and found.group(2)):
        return None
    inner = text.endswith("and a half")
    text = text.removesuffix("and a half").strip()
    part = re.fullmatch(r"(half|an? quarter|one[- ]quarter|three[- ]quarters|a third|two[- ]thirds)(?: of)? an?", text)
    if part:
        word = part.group(1)
        count = 3 if word.startswith("three") else 2 if word.startswith("two") else 1
        base = next(v for k, v in numerals.FRACTIONS.items() if k in word)
        number: Decimal | None = count * base
    else:
        number = numerals.read(text) if text not in ("a", "an") else Decimal(1)
    if number is None:
        return None
    if half or inner:
        number += Decimal("0.5")
    return number * scale, scale


def _read(match: re.Match[str], text: str) -> list[_Found]:
    """One match of `_SUM` → no, one or two sums."""
    sign, unit, first, second = match["sign"], match["unit"], match["first"], match["second"]
    one, two = _value(first), _value(second) if second else None
    if one is None:
        return []
    currency = currencies.of_sign(sign, text) if sign else None
    if currency is None and unit:
        code = unit.upper() if unit in currencies.CODES else None
        currency = code or currencies.of_word(unit, match["of"], text)
    if currency is None and match["glued"]:
        currency = currencies.SIGNS[match["glued"]]
    before = text[max(0, match.start() - 12) : match.start()].lower()
    link = (match["link"] or "").strip()
    ranged = two is not None and two[0] > 0 and link in ("-", "–", "—", "to")
    ranged = ranged or (two is not None and link == "and" and "betwe" in before)
    apart = two is not None and (not ranged or (link == "to" and before.rstrip().endswith("from")))
    if two is not None and not apart and one[1] == 1 and two[1] > 1 and one[0] < 1000:
        one = one[0] * two[1], two[1]
    if two is not None and not apart and two[0] < one[0]:
        apart = True
    known = currency is not None
    if known and not sign and unit and not _SURE.fullmatch(unit) and one[0] < 1000 and two is None:
        return []
    if sign and sign.isalpha() and sign not in ("Rs", "DM") and one[0] < 1000 and sign not in currencies.CODES:
        return []
    if not known and match["sign2"]:
        currency = currencies.of_sign(match["sign2"], text)
    if two is None:
        if not known and one[1] < 1000:
            return []
        return [_Found(match.start(), match.end(), currency, one[0], None, bare=not known)]
    if apart:
        found = []
        shared = currency if sign or link != "and" else None
        if known or one[1] >= 1000:
            own = currency if sign or (unit and one[1] > 1) else None
            found.append(_Found(match.start(), match.end("first"), own, one[0], None, bare=own is None))
        later = currencies.of_sign(match["sign2"], text) if match["sign2"] else currency if unit else shared
        if later or two[1] >= 1000:
            start = match.start("sign2") if match["sign2"] else match.start("second")
            found.append(_Found(start, match.end(), later, two[0], None, bare=later is None))
        return found
    if not currency and two[1] < 1000:
        return []
    return [_Found(match.start(), match.end(), currency, one[0], two[0], bare=currency is None)]


def _vague(text: str) -> list[_Found]:
    """ "tens of millions of dollars" → 10000000 to 99000000; "a seven-figure sum" → 1000000 to 9999999."""
    found = []
    for match in _VAGUE.finditer(text):
        unit, adjective = (match["unit"], match["of"]) if match["scale"] else (match["unit2"], match["of2"])
        currency = None
        if unit:
            currency = unit.upper() if unit in currencies.CODES else currencies.of_word(unit, adjective, text)
        if match["scale"]:
            scale = Decimal(_SCALES[match["scale"].lower().removesuffix("s")])
            times = {"tens": 10, "dozens": 24, "hundreds": 100, "thousands": 1000}.get((match["many"] or "").lower(), 1)
            top = {10: 99, 24: 99, 100: 999, 1000: 999_999, 1: 999}[times]
            low, high = times * scale, top * scale
        else:
            scale = Decimal(_SCALES[match["scale2"].lower().removesuffix("s")])
            low, high = 2 * scale, 9 * scale
        if currency or match["many"]:
            found.append(_Found(match.start(), match.end(), currency, low, high, bare=currency is None))
    for match in _FIGURES.finditer(text):
        digits = numerals.UNITS[match[1].lower()]
        low = Decimal(10) ** (digits - 1)
        found.append(_Found(match.start(), match.end(), None, low, 10 * low - 1, bare=True, sure=True))
    return found


def _counts(doc: Doc, item: _Found, starts: list[int]) -> bool:
    """Whether a figure without a currency counts things ("35 million users") or stands alone ("supplied 35 million")."""
    index = bisect_left(starts, item.end)
    if index >= len(doc):
        return False
    following = doc[index]
    if following.text in ("%", "percent", "per", "pct") or following.pos_ in ("ADJ", "PROPN"):
        return following.lower_ not in ("more", "last", "next", "further")
    if following.pos_ == "NOUN":
        return following.dep_ not in ("npadvmod", "nsubj", "nsubjpass") or following.i == index
    if following.lower_ == "of":
        return index + 1 < len(doc) and doc[index + 1].pos_ in ("NOUN", "ADJ")
    return False


def find(doc: Doc) -> tuple[Sum, ...]:
    """Every sum of the text, in its order; ranges and vague sums have `amount_min` and `amount_max`."""
    text = doc.text
    items = [item for match in _SUM.finditer(text) for item in _read(match, text)]
    items += _vague(text)
    items.sort(key=lambda item: (item.start, -item.end))
    starts = [token.idx for token in doc]
    found: list[Sum] = []
    last: tuple[int, str] | None = None
    reached = -1
    for item in items:
        if item.start < reached or _EACH.match(text, item.end):
            continue
        if _APIECE.match(text, item.end) and text[: item.start].rstrip().endswith((" at", " for")):
            continue
        currency = item.currency
        if item.bare:
            near = last is not None and item.start - last[0] <= _REACH
            if not item.sure and (not near or _counts(doc, item, starts)):
                continue
            currency = last[1] if last is not None and near else None
        span = doc.char_span(item.start, item.end, alignment_mode="expand")
        if span is None or item.low <= 0:
            continue
        if currency:
            last = item.end, currency
        reached = item.end
        low = numerals.plain(item.low)
        if item.high is None:
            found.append(Sum(span.start, span.end, currency, amount=low))
        else:
            found.append(Sum(span.start, span.end, currency, amount_min=low, amount_max=numerals.plain(item.high)))
    return tuple(found)
