"""Stable fields → ids: the same fields always give the same id, on every machine."""

from hashlib import sha256

_SEPARATOR = "\x1f"


def identify(prefix: str, *fields: object) -> str:
    """`identify("person", "Ann Lee")` → "person-5f1d…": prefix and the first 16 hex digits of a SHA-256.

    None and "" are told apart; fields are joined by a character that no text holds.
    """
    whole = _SEPARATOR.join("\x00" if field is None else str(field) for field in fields)
    return f"{prefix.lower()}-{sha256(whole.encode('utf-8')).hexdigest()[:16]}"
