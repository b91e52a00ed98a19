"""When a name, a date, a sum or a title of a prediction is the one of gold: the guide's rules, one by one."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from extract.gold import Fact, Line

TOLERANCE = 0.005
"""Two sums are equal within half a percent ("$44 million" and 44,120,000 are)."""

_HONORIFIC = re.compile(r"^(mr|mrs|ms|dr|sir|dame|judge|justice|prof|professor|president|senator|sen|rep|gov|the)\.? ")
_SUFFIX = re.compile(
    r",? (inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|lp|ag|sa|nv|gmbh|ab|group)\.?$"
)
_SHORT_TITLES = (
    ("chief executive officer", "ceo"),
    ("chief executive", "ceo"),
    ("chief financial officer", "cfo"),
    ("chief operating officer", "coo"),
    ("chief technology officer", "cto"),
    ("chairwoman", "chair"),
    ("chairman", "chair"),
)


def normal_name(name: str) -> str:
    """`normal_name("The Acme Corp.'s")` → "acme": lower case, without honorific, possessive and company suffix."""
    name = name.lower().replace("’", "'").replace("‘", "'").strip(" .,\"“”'")
    name = _HONORIFIC.sub("", re.sub(r"'s$", "", name))
    return re.sub(r"[^\w&+.']+", " ", _SUFFIX.sub("", name)).strip(" .")


def normal_title(title: str | None) -> str:
    """`normal_title("Chief Executive Officer")` → "ceo"."""
    short = normal_name(title or "")
    for long, abbreviation in _SHORT_TITLES:
        short = short.replace(long, abbreviation)
    return short


def resolver(entities: Iterable[Line]) -> Callable[[str | None], str | None]:
    """Surface name → the gold entity that bears it; a name that nobody bears gives itself behind a "?"."""
    exact: dict[str, str] = {}
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for name in (entity["name"], *entity.get("aliases", ())):
            exact.setdefault(normal_name(name), entity["name"])
        words = normal_name(entity["name"]).split()
        if entity["type"] == "Person" and words:
            surnames[words[-1]].add(entity["name"])

    def resolve(name: str | None) -> str | None:
        if name is None:
            return None
        short = normal_name(name)
        if short in exact:
            return exact[short]
        words = short.split()
        if words and len(surnames.get(words[-1], ())) == 1:
            (whole,) = surnames[words[-1]]
            first = normal_name(whole).split()[0]
            if len(words) == 1 or words[0] == first or words[0].strip(".") == first[0]:
                return whole
        return "?" + short

    return resolve


def same_date(gold: Any, predicted: Any) -> bool:
    """Equal, or equal to the coarser of the two ("2015" and "2015-05"); marks of uncertainty don't count."""
    if not gold:
        return True
    if not predicted:
        return False
    one, other = (str(value).rstrip("~?%") for value in (gold, predicted))
    short = min(len(one), len(other))
    return short >= 4 and one[:short] == other[:short]


def same_amount(gold: Fact, predicted: Fact) -> bool:
    """Equal within the tolerance; for a vague sum in gold, within its range."""
    amount = predicted.get("amount")
    if gold.get("amount"):
        return bool(amount) and abs(amount - gold["amount"]) <= TOLERANCE * gold["amount"]
    if gold.get("amount_min"):
        some: float | None = amount or predicted.get("amount_min")
        return some is not None and some > 0 and gold["amount_min"] <= some <= (gold.get("amount_max") or some)
    return True


def same_title(gold: str | None, predicted: str | None) -> bool:
    """One contains the other, in short form; a gold fact without a title asks for none."""
    one, other = normal_title(gold), normal_title(predicted)
    return not one or (bool(other) and (one in other or other in one))


def has_amount(fact: Fact) -> bool:
    """Whether a fact states a sum, exact or vague."""
    return bool(fact.get("amount") or fact.get("amount_min"))


def status(fact: Fact) -> str:
    """How a fact is told; asserted where it doesn't say."""
    return str(fact.get("status", "asserted"))


def _dated(key: str) -> tuple[Callable[[Fact], bool], Callable[[Fact, Fact], bool]]:
    return lambda fact: bool(fact.get(key)), lambda one, other: same_date(one.get(key), other.get(key))


QUALIFIERS: Mapping[str, tuple[Callable[[Fact], bool], Callable[[Fact, Fact], bool]]] = {
    "date": _dated("date"),
    "start": _dated("start"),
    "end": _dated("end"),
    "amount": (has_amount, same_amount),
    "title": (lambda fact: bool(fact.get("title")), lambda one, other: same_title(one["title"], other.get("title"))),
    "status": (lambda fact: True, lambda one, other: status(one) == status(other)),
}
"""Qualifier → whether a gold fact bears it, and whether a predicted fact has it right."""
