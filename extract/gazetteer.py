"""A user's list of names → plain name → entity type; it wins over every vote."""

import csv
from pathlib import Path

from extract import names, ontology
from extract.errors import ArticleError


def read(path: Path) -> dict[str, str]:
    """A CSV file with the columns name, type and (optional) aliases, parted by `|`; ArticleError names the line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise ArticleError(str(path), f"it can't be read: {problem}") from problem
    table = csv.DictReader(text.splitlines())
    missing = {"name", "type"} - set(table.fieldnames or ())
    if missing:
        raise ArticleError(str(path), f"no column {' and '.join(sorted(missing))}; there must be name, type, aliases")
    found: dict[str, str] = {}
    for row in table:
        place = f"{path}:{table.line_num}"
        if row["type"] not in ontology.NAMED:
            raise ArticleError(place, f"no entity type {row['type']!r}; there are {', '.join(ontology.NAMED)}")
        for name in (row["name"], *(row.get("aliases") or "").split("|")):
            key = names.plain(name or "")
            if not key:
                if name == row["name"]:
                    raise ArticleError(place, "no name")
                continue
            if found.get(key, row["type"]) != row["type"]:
                raise ArticleError(place, f"{name!r} is a {found[key]} in an earlier line")
            found[key] = row["type"]
    return found
