"""Paths → files, in order: folders walked, hidden files left out, other kinds of file told apart."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.errors import ArticleError

KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
"""Extension → how the file is read."""

STDIN = "-"


def find(paths: Iterable[str | Path], skipped: list[Path] | None = None) -> Iterator[Path | ArticleError]:
    """Every file to read, each once: paths as given, folders recursively and sorted.

    Files of other kinds in a folder go to `skipped`; a missing path, a folder with nothing to read, and a
    file of another kind that was named itself are refusals. `-` (standard input) passes through.
    """
    seen: set[str] = set()
    skipped = [] if skipped is None else skipped
    for given in paths:
        for file in _inside(Path(given), skipped):
            if isinstance(file, Path):
                key = STDIN if str(file) == STDIN else os.path.realpath(file)
                if key in seen:
                    continue
                seen.add(key)
            yield file


def kind_of(path: Path) -> str:
    """How a file is read; "any" for a pipe or device, whose content tells."""
    return KINDS.get(path.suffix.lower(), "any")


def _inside(path: Path, skipped: list[Path]) -> list[Path | ArticleError]:
    """What a given path stands for: itself, the files of a folder, or a refusal."""
    if str(path) == STDIN:
        return [path]
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as problem:
        missing = isinstance(problem, FileNotFoundError)
        return [ArticleError(str(path), "there is no such file" if missing else f"it can't be read: {problem}")]
    if stat.S_ISDIR(mode):
        return _walk(path, skipped)
    if stat.S_ISREG(mode) and kind_of(path) == "any":
        what = f"files that end in {path.suffix}" if path.suffix else "files without an extension"
        return [ArticleError(str(path), f"{what} are not read; known are {' '.join(KINDS)}")]
    return [path]


def _walk(folder: Path, skipped: list[Path]) -> list[Path | ArticleError]:
    """The readable files below a folder, sorted by their path; linked folders are not entered."""
    found: list[Path | ArticleError] = []

    def complain(problem: OSError) -> None:
        found.append(ArticleError(str(problem.filename or folder), f"the folder can't be read: {problem.strerror}"))

    files: list[Path] = []
    others = 0
    for root, folders, names in os.walk(folder, onerror=complain):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(root, name)
            if name.startswith("."):
                continue
            if kind_of(path) != "any" and (path.is_file() or path.is_symlink()):
                files.append(path)
            else:
                skipped.append(path)
                others += 1
    skipped.sort(key=lambda path: path.parts)
    files.sort(key=lambda path: path.parts)
    found += files
    if not found:
        among = f" (it holds {others} of other kinds)" if others else ""
        found.append(ArticleError(str(folder), f"the folder holds no file that is read{among}"))
    return found
