"""Pieces of text → a file or a folder that is either whole or not there."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import mkdtemp, mkstemp

from extract.errors import ExportError


def write_file(target: Path, pieces: Iterable[str]) -> None:
    """Write UTF-8 with plain newlines beside the target, then put it in its place; ExportError where that fails."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = mkstemp(prefix=f".{target.name}-", dir=target.parent)
    except OSError as problem:
        raise ExportError(f"{target}: cannot be written ({problem.strerror})") from problem
    half = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        half.chmod(0o666 & ~_umask())
        half.replace(target)
    except OSError as problem:
        raise ExportError(f"{target}: cannot be written ({problem.strerror})") from problem
    finally:
        half.unlink(missing_ok=True)


def write_folder(target: Path, files: Mapping[str, Iterable[str]], ours: frozenset[str]) -> None:
    """Write all files into a new folder, then put it in the target's place.

    A folder that is there already is replaced only if it holds nothing but names in `ours`; else ExportError.
    """
    if target.exists() and (not target.is_dir() or not {path.name for path in target.iterdir()} <= ours):
        raise ExportError(f"{target}: is there and holds other files; name a new folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    half = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        for name, pieces in files.items():
            write_file(half / "new" / name, pieces)
        if target.exists():
            target.replace(half / "old")
        (half / "new").replace(target)
    except OSError as problem:
        raise ExportError(f"{target}: cannot be written ({problem.strerror})") from problem
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
