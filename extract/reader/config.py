"""The configuration beside the weights: version, label lists, thresholds."""

import json
from pathlib import Path
from typing import Any

from extract.errors import ModelError
from extract.reader.pairs import RELATION_TYPES, STATUSES
from extract.reader.records import TYPES

FILE = "config.json"
_LISTS = {"types": list(TYPES), "relations": list(RELATION_TYPES), "statuses": list(STATUSES)}
THRESHOLDS: dict[str, Any] = {
    "bias": {"name": 0.0, "nominal": 0.0, "pronoun": 0.0},
    "antecedent": {"nominal": 0.5, "pronoun": 0.5},
    "plural": 0.5,
    "temperature": 2.0,
    "member": 0.5,
    "relation": dict.fromkeys(RELATION_TYPES, 0.5),
}
"""Where nothing was chosen yet."""


def read(folder: Path) -> dict[str, Any]:
    """The configuration of the weights in `folder`; refuses weights made for other labels."""
    path = folder / FILE
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as problem:
        raise ModelError(f"the reader's weights are missing: {path}") from problem
    for key, value in _LISTS.items():
        if content.get(key) != value:
            raise ModelError(f"the reader's weights in {folder} are of another version: {key} differ")
    return content


def write(folder: Path, version: str, thresholds: dict[str, Any]) -> None:
    """Keeps version and thresholds beside the weights."""
    content = {"version": version, **_LISTS, "thresholds": thresholds}
    (folder / FILE).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
