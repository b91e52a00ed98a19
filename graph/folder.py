"""A folder on disk ⇄ extractions, judgements and graph: JSON lines, written atomically, byte for byte the same.

DIR/extractions.jsonl   one article a line, by id
DIR/judgements.jsonl    one judgement a line, as they were made
DIR/graph.jsonl         a header with the format's version, then articles, entities, edges by id
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from extract.errors import GraphError
from extract.records import Extraction
from graph.build import build
from graph.judgements import Judgement
from graph.records import VERSION, ArticleNode, Edge, Entity, Graph

EXTRACTIONS, JUDGEMENTS, GRAPH = "extractions.jsonl", "judgements.jsonl", "graph.jsonl"
Model = TypeVar("Model", bound=BaseModel)
_MODELS: dict[str, type[BaseModel]] = {"article": ArticleNode, "entity": Entity, "edge": Edge}
"""What the lines of a graph file hold, by their one key."""


def load_folder(folder: Path) -> Graph:
    """The graph that is held in a folder; GraphError where there is none or it cannot be read."""
    found: dict[type[BaseModel], list[Any]] = {model: [] for model in _MODELS.values()}
    for record in GraphFile(folder).records(*_MODELS):
        found[type(record)].append(record)
    return Graph(articles=tuple(found[ArticleNode]), entities=tuple(found[Entity]), edges=tuple(found[Edge]))


class GraphFile:
    """The graph of a folder, read from its file each time it is gone through, so that it need not fit into memory."""

    def __init__(self, folder: Path) -> None:
        """GraphError where the folder holds no graph, or one of another version."""
        self._path = folder / GRAPH
        if not self._path.is_file():
            raise GraphError(f"{folder}: no graph here; build one with: newsgraph build ARTICLES --graph {folder}")
        _, header = next(_lines(self._path), (1, ""))
        _check_header(self._path, header)

    @property
    def articles(self) -> Iterator[ArticleNode]:
        """All articles by id."""
        return self._all("article", ArticleNode)

    @property
    def entities(self) -> Iterator[Entity]:
        """All entities by id."""
        return self._all("entity", Entity)

    @property
    def edges(self) -> Iterator[Edge]:
        """All edges by id."""
        return self._all("edge", Edge)

    def records(self, *kinds: str) -> Iterator[BaseModel]:
        """The records of some kinds, in the file's order; GraphError at a line of no kind."""
        for number, line in _lines(self._path):
            place, kind = f"{self._path}:{number}", _kind(line)
            if kind in kinds:
                yield _valid(_MODELS[kind], _told(line, place), place)
            elif number > 1 and kind not in _MODELS:
                _told(line, place)
                raise GraphError(f"{place}: no article, entity or edge; the file is broken, build it again")

    def _all(self, kind: str, model: type[Model]) -> Iterator[Model]:
        return (record for record in self.records(kind) if isinstance(record, model))


def load_extractions(folder: Path) -> tuple[Extraction, ...]:
    """The extractions that are held, by article; none where the folder is new."""
    path = folder / EXTRACTIONS
    if not path.is_file():
        return ()
    return tuple(_parsed(Extraction, line, f"{path}:{number}") for number, line in _lines(path))


def load_judgements(folder: Path) -> tuple[Judgement, ...]:
    """The judgements, in the order they were made; none where there are none."""
    path = folder / JUDGEMENTS
    if not path.is_file():
        return ()
    return tuple(_parsed(Judgement, line, f"{path}:{number}") for number, line in _lines(path))


def save_extractions(folder: Path, extractions: Iterable[Extraction]) -> None:
    """Add extractions to those that are held; an article read again replaces what it said before."""
    held = {one.article.id: one for one in load_extractions(folder)}
    held |= {one.article.id: one for one in extractions}
    write_atomically(folder / EXTRACTIONS, (_dump(held[key]) for key in sorted(held)))


def save_judgements(folder: Path, judgements: Iterable[Judgement]) -> None:
    """Replace the judgements."""
    write_atomically(folder / JUDGEMENTS, (_dump(one) for one in judgements))


def save_graph(folder: Path, graph: Graph) -> None:
    """Replace the graph."""
    write_atomically(folder / GRAPH, _graph_lines(graph))


def rebuild(folder: Path) -> Graph:
    """Build the graph anew from what is held, save it, and return it."""
    graph = build(load_extractions(folder), load_judgements(folder))
    save_graph(folder, graph)
    return graph


def write_atomically(path: Path, lines: Iterable[str]) -> None:
    """Write all lines or nothing: the file is what it was until the new one is whole on disk."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as problem:
        raise GraphError(f"{path}: cannot be written: {problem.strerror or problem}") from problem
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _graph_lines(graph: Graph) -> Iterator[str]:
    yield json.dumps({"format": "newsgraph", "version": VERSION})
    for article in graph.articles:
        yield _line({"article": _plain(article)})
    for entity in graph.entities:
        yield _line({"entity": _plain(entity)})
    for edge in graph.edges:
        yield _line({"edge": _plain(edge)})


def _dump(record: BaseModel) -> str:
    return _line(_plain(record))


def _plain(record: BaseModel) -> dict[str, Any]:
    """A record as plain values; what is as by default is left out."""
    return record.model_dump(by_alias=True, exclude_defaults=True, mode="json")


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file that are not empty, by number, read one by one."""
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, 1):
                if line.rstrip("\n"):
                    yield number, line.rstrip("\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise GraphError(f"{path}: cannot be read: {problem}") from problem


def _kind(line: str) -> str:
    """The first key of a line's object, without parsing it: `{"edge":...` → edge; nothing where there is none."""
    start, _, rest = line.partition('":')
    return start[2:] if rest and start.startswith('{"') else ""


def _told(line: str, place: str) -> Any:
    """What is under the one key of a line's object."""
    try:
        value = json.loads(line)
    except ValueError as problem:
        raise GraphError(f"{place}: no JSON ({problem}); the file is broken, build it again") from problem
    return next(iter(value.values())) if isinstance(value, dict) and len(value) == 1 else None


def _parsed(model: type[Model], line: str, place: str) -> Model:
    try:
        return model.model_validate_json(line)
    except ValidationError as problem:
        raise _broken(problem, place) from problem


def _valid(model: type[Model], value: Any, place: str) -> Model:
    try:
        return model.model_validate(value)
    except ValidationError as problem:
        raise _broken(problem, place) from problem


def _broken(problem: ValidationError, place: str) -> GraphError:
    reason = problem.errors()[0]
    where = ".".join(str(part) for part in reason["loc"])
    return GraphError(f"{place}: {where + ': ' if where else ''}{reason['msg']}; the file is broken, build it again")


def _check_header(path: Path, line: str) -> None:
    header = None
    with suppress(ValueError):
        header = json.loads(line)
    if not isinstance(header, dict) or header.get("format") != "newsgraph":
        raise GraphError(f"{path}:1: no header of a newsgraph graph; the file is broken, build it again")
    if header.get("version") != VERSION:
        raise GraphError(
            f"{path}: format version {header.get('version')}, this newsgraph reads {VERSION}; build it again"
        )
