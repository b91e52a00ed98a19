"""Number words → numbers: "a hundred and forty" → 140, "half a million" → 500000."""

import re
from decimal import Decimal, InvalidOperation

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
SCALES = {"hundred": 100, "thousand": 1_000, "lakh": 100_000, "million": 10**6, "crore": 10**7, "billion": 10**9}
SCALES |= {"trillion": 10**12, "dozen": 12}
FRACTIONS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal(1) / 3, "tenth": Decimal("0.1")}

_SMALL = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
WORDS = rf"(?:(?:{_SMALL}|a hundred|a thousand|hundred|thousand|a dozen|dozen)(?:(?:-| and | )(?=(?:{_SMALL}|hundred|thousand|dozen)\b))?)+"
"""A number in words below a million, without its larger scale: "a hundred and forty", "twenty-five"."""
DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?:['’]\d{3})+|\d+(?:\.\d+)?"
"""A number in figures, English style: 1,250.5 and 1'200'000."""

_SPLIT = re.compile(r"[\s-]+")


def of_digits(text: str) -> Decimal | None:
    """`of_digits("1,250.5")` → 1250.5; None where it is no number."""
    try:
        return Decimal(re.sub(r"[,'’]", "", text))
    except InvalidOperation:
        return None


def of_words(text: str) -> Decimal | None:
    """`of_words("a hundred and forty")` → 140; None where a word is no number."""
    total, current = 0, 0
    words = [word for word in _SPLIT.split(text.lower().strip()) if word not in ("", "and")]
    if not words:
        return None
    for word in words:
        if word in ("a", "an"):
            current += 1
        elif word in UNITS or word in TENS:
            current += UNITS.get(word, TENS.get(word, 0))
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * SCALES[word]
        elif word in SCALES:
            total += max(current, 1) * SCALES[word]
            current = 0
        else:
            return None
    return Decimal(total + current)


def read(text: str) -> Decimal | None:
    """A number in figures or in words."""
    return of_digits(text) if text[:1].isdigit() else of_words(text)


def plain(value: Decimal) -> int | float:
    """A whole number as int, any other as float."""
    return int(value) if value == value.to_integral_value() else float(value)
