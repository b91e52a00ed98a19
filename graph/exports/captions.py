"""Edge → the few words that stand beside it in a picture: "FUNDED $15M, 2016 (alleged)"."""

from extract.records import Number, Qualifiers
from graph.records import Edge

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩", "CNY": "CN¥"}
_SIZES = ((10**12, "T"), (10**9, "B"), (10**6, "M"), (10**3, "K"))


def caption(edge: Edge) -> str:
    """Type, office, sum and date; and the status of everything that is not plainly asserted."""
    known = [part for part in (edge.qualifiers.title, money(edge.qualifiers), when(edge.qualifiers)) if part]
    told = "" if edge.status == "asserted" else f" ({edge.status})"
    return " ".join([edge.type.replace("_", " "), ", ".join(known)]).strip() + told


def money(qualifiers: Qualifiers) -> str | None:
    """`money(15000000 USD)` → "$15M"; a vague sum is "$10M to $99M"; None where there is none."""
    currency = qualifiers.currency
    if qualifiers.amount is not None:
        return _sum(qualifiers.amount, currency)
    least, most = qualifiers.amount_min, qualifiers.amount_max
    if least is not None and most is not None:
        return f"{_sum(least, currency)} to {_sum(most, currency)}"
    if least is not None:
        return f"at least {_sum(least, currency)}"
    return None if most is None else f"at most {_sum(most, currency)}"


def when(qualifiers: Qualifiers) -> str | None:
    """The date, or from when to when; None where nothing is known."""
    if qualifiers.date is not None:
        return _date(qualifiers.date)
    if qualifiers.start is not None and qualifiers.end is not None:
        return f"{_date(qualifiers.start)} to {_date(qualifiers.end)}"
    if qualifiers.start is not None:
        return f"since {_date(qualifiers.start)}"
    return None if qualifiers.end is None else f"until {_date(qualifiers.end)}"


def _date(text: str) -> str:
    return " to ".join(f"c. {end.rstrip('~')}" if end.endswith("~") else end for end in text.split("/"))


def _sum(amount: Number, currency: str | None) -> str:
    size, letter = next(((size, letter) for size, letter in _SIZES if abs(amount) >= size), (1, ""))
    figure = f"{amount / size:.2f}".rstrip("0").rstrip(".") + letter
    if currency is None:
        return figure
    return f"{_SIGNS[currency]}{figure}" if currency in _SIGNS else f"{figure} {currency}"
