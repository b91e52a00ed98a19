"""Gold and prediction files → lines: what an article says by hand, and what was extracted, in one format.

A line is an article: `{"article": NAME, "published": DATE, "entities": [{"type", "name", "aliases"}], "facts":
[{"type", "subject", "object", "status", and the qualifiers that apply}]}`. Gold is one file an article,
predictions are JSON lines.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extract.errors import GoldError

Fact = Mapping[str, Any]
"""A fact with the names of its ends."""
Line = Mapping[str, Any]
"""An article in the gold or prediction format."""


def read_gold(folder: Path) -> list[Line]:
    """The gold files of a folder, sorted by name; GoldError names the file that is none."""
    if not folder.is_dir():
        raise GoldError(f"{folder}: there is no such folder")
    golds = [_checked(_parsed(_text(path), str(path)), str(path)) for path in sorted(folder.glob("*.json"))]
    if not golds:
        raise GoldError(f"{folder}: the folder holds no gold file (NAME.json)")
    return golds


def read_predictions(file: Path) -> dict[str, Line]:
    """Predictions by article, from JSON lines as `extract` writes them; GoldError names the line that is none."""
    found: dict[str, Line] = {}
    for number, text in enumerate(_text(file).split("\n"), 1):
        if text.strip():
            line = _checked(_parsed(text, f"{file}:{number}"), f"{file}:{number}")
            found[line["article"]] = line
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as problem:
        raise GoldError(f"{path}: it can't be read: {problem}") from problem


def _parsed(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise GoldError(f"{place}: broken JSON: {problem}") from problem


def _checked(line: Any, place: str) -> Line:
    """The line with what scoring needs: an article's name, entities with type and name, facts with a type."""
    if not isinstance(line, dict) or not isinstance(line.get("article"), str):
        raise GoldError(f'{place}: it is no object with the field "article"')
    whole: dict[str, Any] = {"entities": [], "facts": []} | line
    for key, needed in (("entities", ("type", "name")), ("facts", ("type",))):
        if not isinstance(whole[key], list):
            raise GoldError(f'{place}: the field "{key}" must be a list')
        for item in whole[key]:
            if not isinstance(item, dict) or any(not isinstance(item.get(name), str) for name in needed):
                raise GoldError(f'{place}: in "{key}" each needs {" and ".join(needed)}: {str(item)[:60]}')
    for fact in whole["facts"]:
        for key in ("amount", "amount_min", "amount_max"):
            if not isinstance(fact.get(key), int | float | None):
                raise GoldError(f'{place}: the field "{key}" must be a number: {str(fact[key])[:60]!r}')
        for key in ("subject", "object", "title"):
            if not isinstance(fact.get(key), str | None):
                raise GoldError(f'{place}: the field "{key}" must be text: {str(fact[key])[:60]!r}')
    return whole
