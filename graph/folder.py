"""A folder on disk ⇄ extractions, judgements and graph: JSON lines, written atomically, byte for byte the same.

DIR/extractions.jsonl   one article a line, by id
DIR/judgements.jsonl    one judgement a line, as they were made
DIR/graph.jsonl         a header with the format's version, then articles, entities, edges by id
"""

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from extract.errors import GraphError
from extract.records import Extraction
from graph.build import build
from graph.judgements import Judgement
from graph.records import VERSION, ArticleNode, Edge, Entity, Graph

EXTRACTIONS, JUDGEMENTS, GRAPH = "extractions.jsonl", "judgements.jsonl", "graph.jsonl"
Model = TypeVar("Model", bound=BaseModel)


def load_folder(folder: Path) -> Graph:
    """The graph that is held in a folder; GraphError where there is none or it cannot be read."""
    path = folder / GRAPH
    if not path.is_file():
        raise GraphError(f"{folder}: no graph here; build one with: newsgraph build ARTICLES --graph {folder}")
    lines = _lines(path)
    _, header = next(lines, (1, ""))
    _check_header(path, header)
    kinds: dict[str, tuple[type[BaseModel], list[BaseModel]]] = {
        "article": (ArticleNode, []),
        "entity": (Entity, []),
        "edge": (Edge, []),
    }
    for number, line in lines:
        kind, _, body = line.partition(" ")
        if kind not in kinds:
            raise GraphError(f"{path}:{number}: no article, entity or edge; the file is broken, build it again")
        model, found = kinds[kind]
        found.append(_parsed(model, body, f"{path}:{number}"))
    return Graph(
        articles=tuple(one for one in kinds["article"][1] if isinstance(one, ArticleNode)),
        entities=tuple(one for one in kinds["entity"][1] if isinstance(one, Entity)),
        edges=tuple(one for one in kinds["edge"][1] if isinstance(one, Edge)),
    )


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
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            for line in lines:
                file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _graph_lines(graph: Graph) -> Iterator[str]:
    yield json.dumps({"format": "newsgraph", "version": VERSION})
    for article in graph.articles:
        yield f"article {_dump(article)}"
    for entity in graph.entities:
        yield f"entity {_dump(entity)}"
    for edge in graph.edges:
        yield f"edge {_dump(edge)}"


def _dump(record: BaseModel) -> str:
    whole = record.model_dump(by_alias=True, exclude_none=True, mode="json")
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise GraphError(f"{path}: cannot be read: {problem}") from problem
    for number, line in enumerate(text.split("\n"), 1):
        if line:
            yield number, line


def _parsed(model: type[Model], line: str, place: str) -> Model:
    try:
        return model.model_validate_json(line)
    except ValidationError as problem:
        reason = problem.errors()[0]
        where = ".".join(str(part) for part in reason["loc"])
        raise GraphError(f"{place}: {where + ': ' if where else ''}{reason['msg']}; build it again") from problem


def _check_header(path: Path, line: str) -> None:
    try:
        header = json.loads(line)
    except ValueError as problem:
        raise GraphError(f"{path}:1: no header of a newsgraph graph") from problem
    version = header.get("version") if isinstance(header, dict) else None
    if version != VERSION:
        raise GraphError(f"{path}: format version {version}, this newsgraph reads {VERSION}; build it again")
