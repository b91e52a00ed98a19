"""Files, folders and standard input → Articles: every format, nothing rewritten, nothing lost.

What can't be read is yielded as an ArticleError that names the place and the reason, and the rest goes on.
Offsets count characters of `Article.text`: for text and Markdown exactly what the file holds (blanks and
line breaks, `\\r\\n` too, as they are), for HTML the main text that was found, for JSON the field `text`.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from extract import published
from extract.articles import fields
from extract.articles.decode import WIDE_MARKS, Decoded, decode
from extract.articles.files import KINDS, STDIN, find, kind_of
from extract.errors import ArticleError
from extract.records import Article

__all__ = ["KINDS", "LARGEST", "LONGEST", "STDIN", "find", "read"]

LONGEST = 500_000
"""Characters of one article; extracting so many takes minutes and about 2 GB of memory."""
LARGEST = 256_000_000
"""Bytes of one file, and of one line of a .jsonl file, which itself may be of any size."""

_Placed = tuple[str, Article]
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[{\]])')
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_HEADING = re.compile(r"^ {0,3}#\s+(.+?)\s*#*\s*$", re.MULTILINE)
_MATTER = re.compile(r"\A---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z][\w-]*)[ \t]*:[ \t]*(\S.*?)[ \t]*\r?$", re.MULTILINE)


def read(
    paths: Iterable[str | Path], stdin: BinaryIO | None = None, skipped: list[Path] | None = None
) -> Iterator[Article | ArticleError]:
    """Articles in the order of the paths, folders sorted; a refusal stands where its article would.

    `-` reads `stdin` (by default the process's own); files of other kinds in folders go to `skipped`. An id
    that was met before is refused: it is the `id` field or the file's stem.
    """
    places: dict[str, str] = {}
    for file in find(paths, skipped):
        for found in [file] if isinstance(file, ArticleError) else _refusing(file, stdin):
            if isinstance(found, ArticleError):
                yield found
                continue
            place, article = found
            if article.id in places:
                yield ArticleError(place, f"duplicate id {article.id!r}, already read from {places[article.id]}")
            elif len(article.text) > LONGEST:
                yield ArticleError(place, f"it is longer than {LONGEST:,} characters ({len(article.text):,})")
            else:
                places[article.id] = place
                yield article


def _refusing(path: Path, stdin: BinaryIO | None) -> Iterator[_Placed | ArticleError]:
    """The articles of one file with their places; what stops the reading is the last thing yielded."""
    try:
        yield from _file(path, stdin)
    except ArticleError as problem:
        yield problem
    except OSError as problem:
        yield ArticleError(str(path), f"it can't be read: {problem.strerror or problem}")


def _file(path: Path, stdin: BinaryIO | None) -> Iterator[_Placed | ArticleError]:
    """Opens a file (or standard input) and reads it by its kind."""
    piped = str(path) == STDIN
    place, stem = ("standard input", "stdin") if piped else (str(path), path.stem)
    if not stem.isprintable():
        raise ArticleError(place, "its name holds characters that are not printable, and the name is the id")
    with nullcontext(stdin or sys.stdin.buffer) if piped else path.open("rb") as stream:
        kind = "any" if piped else kind_of(path)
        data = stream.readline(LARGEST + 1) if kind == "lines" else stream.read(LARGEST + 1)
        if kind == "lines" and not data.startswith(WIDE_MARKS):
            yield from _lines(chain([data], iter(lambda: stream.readline(LARGEST + 1), b"")), place, stem)
            return
        data += stream.read(LARGEST + 1 - len(data)) if kind == "lines" else b""
    if len(data) > LARGEST:
        raise ArticleError(place, f"it is larger than {LARGEST:,} bytes")
    yield from _whole(data, kind, place, stem)


def _whole(data: bytes, kind: str, place: str, stem: str) -> Iterator[_Placed | ArticleError]:
    """The articles of a file that is read at once."""
    if kind == "html":
        yield place, _page(data, place, stem)
        return
    decoded = decode(data, place)
    kind = _sniff(decoded.text) if kind == "any" else kind
    if kind == "html":
        yield place, _page(data, place, stem)
    elif kind == "json":
        yield from _json(fields.parse(decoded.text, place), place, stem)
    elif kind == "lines":
        yield from _lines((line.encode() for line in decoded.text.split("\n")), place, stem)
    else:
        yield place, _plain(decoded, kind, place, stem)


def _sniff(text: str) -> str:
    """How to read what came without a name: HTML and JSON show at the start, all else is text."""
    if _HTML.match(text):
        return "html"
    if not _JSON.match(text):
        return "text"
    first, _, rest = text.strip().partition("\n")
    return "lines" if first.rstrip().endswith("}") and rest.lstrip().startswith("{") else "json"


def _plain(decoded: Decoded, kind: str, place: str, stem: str) -> Article:
    """Text or Markdown: the text is all that the file holds; front matter is read too, and stays in it."""
    text = decoded.text
    known: dict[str, str | None] = {}
    title = None
    if kind == "markdown":
        matter = _MATTER.match(text)
        for key, value in _FIELD.findall(matter[1]) if matter else []:
            known.setdefault(key.lower(), value.strip("\"'") or None)
        heading = _HEADING.search(text, matter.end() if matter else 0)
        title = known.pop("title", None) or (heading[1] if heading else None)
    date = known.pop("published", None) or known.pop("date", None)
    known = {"id": stem, **known, "text": text, **_encoding(decoded)}
    return _dated(fields.article(known | {"title": title, "published": date}, place, stem))


def _page(data: bytes, place: str, stem: str) -> Article:
    """HTML; its libraries are slow to import, so that only a page does it."""
    from extract.articles.web import decode_page, read_page

    decoded = decode_page(data, place)
    page = read_page(decoded.text, place)
    given = {"text": page.text, "title": page.title, "published": page.published, "url": page.url}
    return fields.article(given | {"source": page.source} | page.metadata | _encoding(decoded), place, stem)


def _json(value: object, place: str, stem: str) -> Iterator[_Placed | ArticleError]:
    """One article, or a list of them; an item that is none is refused by its number, counted from 1."""
    if not isinstance(value, list):
        yield place, _dated(fields.article(value, place, stem))
        return
    if not value:
        raise ArticleError(place, "the list holds no article")
    for number, item in enumerate(value, 1):
        where = f"{place}, item {number}"
        try:
            yield where, _dated(fields.article(item, where, f"{stem}:{number}"))
        except ArticleError as problem:
            yield problem


def _lines(lines: Iterable[bytes], place: str, stem: str) -> Iterator[_Placed | ArticleError]:
    """JSON lines, one article each; a line that is none is refused by its number, counted from 1."""
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        empty = False
        where = f"{place}:{number}"
        if len(line) > LARGEST:
            raise ArticleError(where, f"the line is longer than {LARGEST:,} bytes; what follows is not read")
        try:
            text = decode(line, where).text
            yield where, _dated(fields.article(fields.parse(text, where), where, f"{stem}:{number}"))
        except ArticleError as problem:
            yield problem
    if empty:
        raise ArticleError(place, "it is empty")


def _dated(article: Article) -> Article:
    """The article with the date that its first lines give, where its metadata gives none."""
    if article.published is not None:
        return article
    return article.model_copy(update={"published": published.in_first_lines(article.text)})


def _encoding(decoded: Decoded) -> dict[str, str]:
    """Metadata that tells of an unusual encoding."""
    return {} if decoded.encoding == "utf-8" else {"encoding": decoded.encoding}
