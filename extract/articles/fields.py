"""JSON values → articles: the fields that an article may have, checked one by one."""

import json
import math
from typing import Any, NoReturn

from extract import published
from extract.errors import ArticleError
from extract.records import Article

TEXTS = ("title", "url", "source")
"""Fields that are text or null, beside id, text and published."""


def parse(text: str, place: str) -> Any:
    """The value of a JSON text; ArticleError says where it breaks, by line and column."""
    try:
        return json.loads(text, parse_constant=_no_number, parse_float=_finite)
    except json.JSONDecodeError as problem:
        where = f"line {problem.lineno}, column {problem.colno}" if "\n" in text.strip() else f"column {problem.colno}"
        raise ArticleError(place, f"broken JSON at {where}: {problem.msg}") from problem
    except (ValueError, RecursionError) as problem:
        reason = "it is nested too deeply" if isinstance(problem, RecursionError) else str(problem)
        raise ArticleError(place, f"broken JSON: {reason}") from problem


def article(value: Any, place: str, default_id: str) -> Article:
    """An article of a JSON object; ArticleError names the field that is wrong."""
    if not isinstance(value, dict):
        raise ArticleError(place, f"an article is a JSON object, this is {_name_of(value)}")
    text = value.get("text")
    if text is None:
        held = ", ".join(sorted(value)[:8])
        raise ArticleError(place, f'it has no field "text" (it has {held})' if held else 'it has no field "text"')
    known = {key: _text(value.get(key), key, place) for key in TEXTS}
    made = Article(
        id=_id(value.get("id"), place, default_id),
        text=_text(text, "text", place) or "",
        published=_date(value.get("published"), place),
        metadata={key: value[key] for key in value if key not in {"id", "text", "published", *TEXTS}},
        **known,
    )
    try:
        json.dumps(made.model_dump(), ensure_ascii=False).encode("utf-8")
    except (UnicodeEncodeError, RecursionError) as problem:
        raise ArticleError(place, "it holds half a character (a lone surrogate), which no file can keep") from problem
    if "\x00" in made.text:
        raise ArticleError(place, 'the field "text" holds a zero character')
    return made


def _id(value: Any, place: str, default_id: str) -> str:
    if value is None:
        return default_id
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise ArticleError(place, f'the field "id" must be text or a whole number, it is {_name_of(value)}')
    if not value.strip() or not value.isprintable():
        raise ArticleError(place, 'the field "id" must be printable text that is not blank')
    return value


def _text(value: Any, key: str, place: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ArticleError(place, f'the field "{key}" must be text, it is {_name_of(value)}')
    if key == "text" and not (value or "").strip():
        raise ArticleError(place, 'the field "text" is empty')
    return value or None


def _date(value: Any, place: str) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ArticleError(place, f'the field "published" must be text such as "2024-03-14", it is {_name_of(value)}')
    found = published.normal(value)
    if found is None:
        raise ArticleError(place, f'the field "published" is no date: {value[:60]!r} (write 2024-03-14 or 2024-03)')
    return found


def _name_of(value: Any) -> str:
    """What a JSON value is, in JSON's words."""
    if value is None:
        return "null"
    names = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}
    return names[type(value)]


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise ValueError(f"{text} is too large a number")
    return value
