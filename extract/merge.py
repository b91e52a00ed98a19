"""Claims of one article → facts: what is told twice is one fact, what happened twice stays two.

Two claims of one type between one pair are the same event unless something that tells events apart
contradicts: another sum, another message's date, another title, or one told as done and one as not.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract import matching, ontology
from extract.records import Claim, Number, Qualifiers

_DATED = frozenset({"FUNDED", "RAISED", "EMAILED", "SUED", "INTERVIEWED", "ACQUIRED", "RECRUITED"})
"""Types of which one pair may well have several events, told apart by their dates."""
_SUMMED = frozenset({"FUNDED", "RAISED"})


class Said(NamedTuple):
    """A claim, and whether its word tells by itself that it happened (a verb in the past does, "the deal" does not)."""

    claim: Claim
    firm: bool


def merge(said: Iterable[Said]) -> list[Claim]:
    """Claims of one type between one pair → one claim an event, best evidence first; deterministic."""
    ranked = sorted(said, key=_rank)
    events: list[list[Said]] = []
    for one in ranked:
        home = next((event for event in events if all(_same_event(one, other) for other in event)), None)
        if home is None:
            events.append([one])
        else:
            home.append(one)
    return [_join(event) for event in events]


def _rank(one: Said) -> tuple[int, float, int]:
    return -len(one.claim.qualifiers.given()), -one.claim.score, one.claim.evidence_start


def _same_event(one: Said, other: Said) -> bool:
    a, b = one.claim, other.claim
    happened = [ontology.STATUSES[c.status].happened for c in (a, b)]
    if happened[0] != happened[1]:
        told = one if happened[0] else other
        if told.firm:
            return False
    elif not happened[0] and a.status != b.status:
        return False
    return compatible(a, b)


def compatible(a: Claim, b: Claim) -> bool:
    """Whether nothing in the qualifiers of two claims of one type and pair says that they are two events."""
    p, q = a.qualifiers, b.qualifiers
    if a.type == "HELD_ROLE":
        return _titles_agree(p, q)
    if a.type in _SUMMED and not sums_agree(p, q):
        return False
    return not (a.type in _DATED and dates_conflict(p.date, q.date))


def _titles_agree(p: Qualifiers, q: Qualifiers) -> bool:
    if p.title is None or q.title is None:
        return True
    one, other = title_key(p.title), title_key(q.title)
    return one in other or other in one


def title_key(title: str) -> str:
    """`title_key("Co-Chief Executive Officer") == "coceo"`: titles that mean the same office compare equal."""
    return matching.normal_title(title.lower().replace("co-", "co"))


def sums_agree(p: Qualifiers, q: Qualifiers) -> bool:
    """Whether two sums can be one: equal, one inside the other's range, or one not told."""
    a, b = _range(p), _range(q)
    if a is None or b is None:
        return True
    if p.currency and q.currency and p.currency != q.currency:
        return False
    if (p.amount is None) != (q.amount is None):
        return False
    return abs(a[0] - b[0]) <= 0.005 * a[0] and abs(a[1] - b[1]) <= 0.005 * a[1]


def _range(q: Qualifiers) -> tuple[float, float] | None:
    if q.amount is not None:
        return float(q.amount), float(q.amount)
    if q.amount_min is not None:
        return float(q.amount_min), float(q.amount_max if q.amount_max is not None else q.amount_min)
    return None


def dates_conflict(a: str | None, b: str | None) -> bool:
    """Whether two dates cannot be one: 2015 and 2015-05 can, 2015 and 2016 cannot."""
    if not a or not b:
        return False
    a, b = a.rstrip("~"), b.rstrip("~")
    if "/" in a or "/" in b:
        return a != b
    short = min(len(a), len(b))
    return a[:short] != b[:short]


def _join(event: Sequence[Said]) -> Claim:
    """The best claim, filled up from the others; a status that says it did not happen wins over a weak word."""
    best = event[0].claim
    statuses = {one.claim.status for one in event}
    order = ("failed", "denied", "planned", "attempted", "asserted", "alleged")
    status = next(name for name in order if name in statuses)
    speakers = [one.claim for one in event if one.claim.status == status]
    source = None if any(claim.source is None for claim in speakers) else speakers[0].source
    return best.model_copy(
        update={
            "qualifiers": Qualifiers.model_validate(fill([one.claim.qualifiers for one in event])),
            "status": status,
            "source": source,
            "voices": tuple(sorted({voice for one in event for voice in one.claim.voices})),
            "score": max(one.claim.score for one in event),
        }
    )


def fill(ranked: Sequence[Qualifiers]) -> dict[str, str | Number]:
    """The first one's qualifiers, filled up from the others; a finer date replaces a coarser one of the same time."""
    given = dict(ranked[0].given())
    summed = any(key.startswith("amount") for key in given)
    for other in ranked[1:]:
        for key, value in other.given().items():
            if key not in given:
                if not (summed and key.startswith("amount")):
                    given[key] = value
            elif key in ("date", "start", "end") and finer(str(given[key]), str(value)):
                given[key] = value
    return given


def finer(known: str, other: str) -> bool:
    """Whether the other date says the same, more exactly: 2015 → 2015-05."""
    return len(other) > len(known) and other.startswith(known.rstrip("~")) and "/" not in other
