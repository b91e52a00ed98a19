"""Where embedded copies lie, and whether one is whole: folders, manifests, moving into place.

A copy is built aside and moved into place in one step, with a manifest of its files, so that a build that
dies leaves nothing half done, and a copy that lost a piece is known before it is opened.
"""

import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from extract.errors import StoreError

FORMAT = 1
"""Of the copies; those of another format are built again."""

MANIFEST = "newsgraph-manifest.json"
_SCHEMA = "schema.json"
_CHANGING = (MANIFEST, "statistics.json")
"""Files that are no part of what was built; the engine counts anew whenever it closes."""

_BUILDING = "building-"
_ABANDONED = 3600
"""Seconds after which what another process was building counts as left behind."""


def usable(folder: Path) -> bool:
    """Whether the folder is there, or can be made, and takes files."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def whole(copy: Path) -> bool:
    """Whether every file of the copy is as its manifest says."""
    try:
        return bool(json.loads((copy / MANIFEST).read_text(encoding="utf-8")) == _manifest(copy))
    except (OSError, ValueError):
        return False


@contextmanager
def building(target: Path) -> Iterator[Path]:
    """A folder name to build in; what was built there replaces `target` when the block ends well."""
    aside = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=target.parent))
    fresh = aside / target.name
    try:
        yield fresh
        (fresh / MANIFEST).write_text(json.dumps(_manifest(fresh)), encoding="utf-8")
        _replace(fresh, target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def sweep(home: Path, keep: str) -> None:
    """Delete the copies of other states of the graph, and what builds that died left behind."""
    for folder in sorted(home.iterdir()):
        left = folder.name.startswith(_BUILDING) and _age(folder) > _ABANDONED
        if left or (folder.name != keep and (folder / MANIFEST).is_file()):
            shutil.rmtree(folder, ignore_errors=True)


def _replace(fresh: Path, target: Path) -> None:
    if not whole(target):
        shutil.rmtree(target, ignore_errors=True)
    try:
        fresh.rename(target)
    except OSError as problem:
        if not whole(target):
            raise StoreError(f"cannot put the embedded copy at {target}: {problem}") from problem


def _manifest(copy: Path) -> dict[str, object]:
    """Sizes of all files that stay as they were built, and a digest of the one that says how to read them."""
    sizes = {one.name: one.stat().st_size for one in sorted(copy.iterdir()) if one.name not in _CHANGING}
    return {"format": FORMAT, "files": sizes, "schema": sha256((copy / _SCHEMA).read_bytes()).hexdigest()}


def _age(folder: Path) -> float:
    try:
        return time.time() - folder.stat().st_mtime
    except OSError:
        return 0.0
