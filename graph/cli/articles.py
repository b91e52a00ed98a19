"""Articles: build, extract, evaluate."""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from extract import articles, evaluate, gazetteer, gold
from extract.errors import ArticleError, GoldError, NewsgraphError
from extract.records import Article, Extraction
from graph import folder
from graph.cli.answers import Format, show
from graph.cli.app import DEFAULT_GRAPH, MEASURE, READ, GraphDir, app
from graph.records import Graph

Paths = Annotated[list[str], typer.Argument(help="Files, folders, or `-` for standard input.", show_default=False)]
Gazetteer = Annotated[
    Path | None, typer.Option("--gazetteer", help="CSV of names that are known: name, type, aliases (parted by |).")
]


@app.command(rich_help_panel=READ)
def build(paths: Paths, graph: GraphDir = DEFAULT_GRAPH, known: Gazetteer = None) -> None:
    """Read articles and add what they say to the graph. An article read again replaces what it said before.

    Example: `newsgraph build my-articles --graph my-graph`
    """
    begin = time.perf_counter()
    reading = _Reading(paths, known)
    found = list(reading)
    if found:
        folder.save_extractions(graph, found)
        held = folder.rebuild(graph)
        for line in _summary(reading, found, held, time.perf_counter() - begin):
            typer.echo(line)
        typer.echo(f"the graph is in {graph}")
    reading.end()


@app.command(rich_help_panel=READ)
def extract(
    paths: Paths,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="File to write; else standard output.")] = None,
    known: Gazetteer = None,
) -> None:
    """Read articles and write what each says as one line of JSON, with every sentence and its offsets.

    Example: `newsgraph extract seeds -o predictions.jsonl`
    """
    reading = _Reading(paths, known)
    lines = (json.dumps(one.prediction(), ensure_ascii=False) for one in reading)
    if output is None:
        for line in lines:
            typer.echo(line)
    else:
        folder.write_atomically(output, lines)
    reading.end()


@app.command("evaluate", rich_help_panel=MEASURE)
def evaluate_(
    gold_dir: Annotated[Path, typer.Argument(help="Folder of gold files (NAME.json).")],
    texts: Annotated[
        Path | None, typer.Option(help="Folder of the articles (NAME.txt); else they are sought beside the gold files.")
    ] = None,
    predictions: Annotated[
        Path | None, typer.Option(help="Lines that `newsgraph extract` wrote; then nothing is extracted.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="table, json or csv.")] = Format.TABLE,
    errors: Annotated[bool, typer.Option("--errors", help="List every missed and every extra fact.")] = False,
) -> None:
    """Measure precision, recall and F1 of each relation type against gold files.

    Example: `newsgraph evaluate tests/gold --texts seeds`
    """
    golds = gold.read_gold(gold_dir)
    if predictions is not None:
        lines: dict[str, Any] = dict(gold.read_predictions(predictions))
    else:
        found = _extracted([line["article"] for line in golds], texts or gold_dir)
        lines = {one.article.id: one.prediction() for one in found}
    result = evaluate.evaluate(golds, lines)
    rows = [{"what": kind, **_figures(score)} for kind, score in result.types.items()]
    rows += [{"what": name, **_figures(getattr(result, name))} for name in ("entities", "facts", "strict")]
    rows += [
        {"what": f"qualifier {key}", "right": right, "of": of, "accuracy": round(right / of, 3)}
        for key, (right, of) in result.qualifiers.items()
    ]
    if errors:
        rows = [{"article": m.article, "what": m.kind, **m.fact} for m in result.misses]
    show(rows, format_, Console(highlight=False, soft_wrap=True), whole=True)


def _figures(score: evaluate.Score) -> dict[str, Any]:
    return {
        "precision": round(score.precision, 3),
        "recall": round(score.recall, 3),
        "f1": round(score.f1, 3),
        "right": score.right,
        "extra": score.extra,
        "missed": score.missed,
    }


def _extracted(names: Iterable[str], texts: Path) -> Iterator[Extraction]:
    """The articles of these names, which must all be there."""
    known = {path.stem: path for path in sorted(texts.iterdir()) if path.suffix != ".json"} if texts.is_dir() else {}
    missing = [name for name in names if name not in known]
    if missing:
        raise GoldError(f"{texts}: no article {missing[0]!r} (nor {len(missing) - 1} others); say where with --texts")
    reading = _Reading([str(known[name]) for name in names], None)
    yield from reading
    reading.end()


class _Reading:
    """Extractions one after the other; refusals go to standard error at once and are counted."""

    def __init__(self, paths: list[str], known: Path | None) -> None:
        self.paths = paths
        self.known = gazetteer.read(known) if known is not None else None
        self.refused = 0
        self.skipped: list[Path] = []

    def __iter__(self) -> Iterator[Extraction]:
        with _bar(len(list(articles.find(self.paths)))) as bar:
            for found in articles.read(self.paths, skipped=self.skipped):
                if isinstance(found, ArticleError):
                    self.refused += 1
                    typer.echo(f"refused: {found}", err=True)
                else:
                    extraction = self._extracted(found)
                    if extraction is not None:
                        yield extraction
                if bar is not None:
                    bar.advance(bar.task_ids[0])

    def _extracted(self, article: Article) -> Extraction | None:
        """None where an article trips the extraction itself: it is named and refused, and the rest goes on."""
        from extract import pipeline

        try:
            return pipeline.extract(article, self.known)
        except NewsgraphError:
            raise
        except Exception as problem:
            self.refused += 1
            typer.echo(f"refused: {article.id}: extraction failed: {type(problem).__name__}: {problem}", err=True)
            return None

    def end(self) -> None:
        """Exit code 1 where something was refused or nothing was there."""
        if self.skipped:
            typer.echo(f"passed over {len(self.skipped)} files of other kinds", err=True)
        if self.refused:
            raise typer.Exit(1)


def _bar(total: int) -> AbstractContextManager[Progress | None]:
    """A bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        return nullcontext()
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("reading", total=total)
    return bar


def _summary(reading: _Reading, found: list[Extraction], held: Graph, seconds: float) -> Iterator[str]:
    read = f"{len(found)} articles read" + (f", {reading.refused} refused" if reading.refused else "")
    yield f"{read}, in {seconds:.1f} s; {len(held.articles)} in the graph"
    yield f"{len(held.entities)} entities: {_counts(entity.type for entity in held.entities)}"
    yield f"{len(held.edges)} facts: {_counts(edge.type for edge in held.edges)}"
    yield f"told as: {_counts(edge.status for edge in held.edges)}"
    rejected = [rejection.reason for one in found for rejection in one.rejections]
    yield f"{len(rejected)} candidates rejected: {_counts(rejected)}"
    yield f"{sum(len(one.unresolved) for one in found)} descriptions and pronouns left unresolved"


def _counts(names: Iterable[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(Counter(names).items(), key=lambda i: (-i[1], i[0])))
