"""Bytes → text: the characters that a file holds, line breaks as they are, whatever the encoding.

UTF-8 first, byte order marks before that (the mark is no part of the text), then UTF-16 without a mark, then
what charset-normalizer finds; where it can't decide, Windows-1252, the commonest of the rest in English. A
file that is mostly sound UTF-8 stays UTF-8, and its broken bytes become U+FFFD.
"""

import codecs
import logging
import re
from typing import NamedTuple

from extract.errors import ArticleError

SAMPLE = 200_000
"""Bytes from which an encoding is told."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE_MARKS = tuple(mark for mark, encoding in _MARKS if encoding != "utf-8")
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP file or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_BROKEN = re.compile("\ufffd+")
_NEAR = 0.02
"""Difference of charset-normalizer's mess ratio within which two encodings are equally good."""

for _name in ("charset_normalizer", "trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


class Decoded(NamedTuple):
    """Text and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, place: str, declared: str | None = None) -> Decoded:
    """The text of some bytes; ArticleError where they are empty or no text. `declared` is tried after UTF-8,
    which other text hardly ever passes for; before it where there are escape bytes (ISO-2022-JP)."""
    if not data.strip():
        raise ArticleError(place, "it is empty")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(place, f"it is {what}, not text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :], encoding, place)
    shifting = b"\x1b" in data
    for encoding in filter(None, (declared if shifting else None, "utf-8", declared, _wide(data))):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if "\x00" not in text:
            return _checked(data, encoding, place)
    if b"\x00" in data:
        raise ArticleError(place, "it is binary, not text")
    return _checked(data, _guess(data), place)


def _checked(data: bytes, encoding: str, place: str) -> Decoded:
    """The decoded text, once it is known to be text."""
    text = data.decode(encoding, errors="replace")
    if not text.strip():
        raise ArticleError(place, "it is empty")
    if (
        "\x00" in text
        or len(_CONTROLS.findall(text)) > len(text) // 100
        or _mostly_broken(text)
        or _SURROGATES.search(text)
    ):
        raise ArticleError(place, "it is binary, not text")
    return Decoded(text, encoding)


def _mostly_broken(text: str) -> bool:
    return text.count("\ufffd") > max(4, len(text) // 10)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of plain text is zero."""
    sample = data[: SAMPLE // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 < len(sample) or min(even, odd) * 20 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _guess(data: bytes) -> str:
    """The likeliest encoding of bytes that are no sound UTF-8."""
    loose = data.decode("utf-8", errors="replace")
    broken = len(_BROKEN.findall(loose))
    sound = sum(not character.isascii() for character in loose) - loose.count("\ufffd")
    if sound > 4 * broken:
        return "utf-8"
    from charset_normalizer import from_bytes

    matches = list(from_bytes(data[:SAMPLE]))
    if not matches:
        return "cp1252"
    near = {name for m in matches if m.chaos <= matches[0].chaos + _NEAR for name in m.could_be_from_charset}
    for common in ("cp1252", "mac_roman"):
        if common in near:
            return common
    return matches[0].encoding
