"""What is held: judge, withdraw, report, check."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from extract import ontology
from extract.errors import GraphError, JudgementError, OntologyError
from graph.cli import answers
from graph.cli.answers import Format
from graph.cli.app import DEFAULT_GRAPH, MEND, GraphDir, app
from graph.judgements import Judgement
from graph.stores import Row

judge = typer.Typer(help="Say who is who: join two names, hold two apart, list, undo.", no_args_is_help=True)
app.add_typer(judge, name="judge", rich_help_panel=MEND)

Name = Annotated[str, typer.Argument(help="A name or alias; NAME@ARTICLE means the bearer in that article alone.")]
Type = Annotated[
    str | None, typer.Option("--type", help="Where a person and a company share the name: which is meant.")
]


@judge.command("same")
def judge_same(one: Name, other: Name, type_: Type = None, graph: GraphDir = DEFAULT_GRAPH) -> None:
    """Make two names one entity.

    Example: `newsgraph judge same "Bob Lee" "Robert Lee"`
    """
    _judge("same", one, other, type_, graph)


@judge.command("different")
def judge_different(one: Name, other: Name, type_: Type = None, graph: GraphDir = DEFAULT_GRAPH) -> None:
    """Hold two names apart, or one article's bearer of a name from all others.

    Example: `newsgraph judge different "Ann Lee" "Ann Lee@story-7"`
    """
    _judge("different", one, other, type_, graph)


@judge.command("list")
def judge_list(
    format_: Annotated[Format, typer.Option("--format")] = Format.TABLE, graph: GraphDir = DEFAULT_GRAPH
) -> None:
    """List the judgements with their numbers.

    Example: `newsgraph judge list`
    """
    from graph.folder import load_folder, load_judgements
    from graph.judgements import describe

    load_folder(graph)
    rows: list[Row] = [
        {"number": number, "verdict": one.verdict, "judgement": describe(one)}
        for number, one in enumerate(load_judgements(graph), 1)
    ]
    answers.show(rows, format_, Console())
    if not rows:
        typer.echo("no judgements", err=True)


@judge.command("undo")
def judge_undo(
    number: Annotated[int, typer.Argument(help="The number that `judge list` gives.")], graph: GraphDir = DEFAULT_GRAPH
) -> None:
    """Take a judgement back, as if it had never been made.

    Example: `newsgraph judge undo 1`
    """
    from graph.folder import load_folder, load_judgements
    from graph.judgements import describe, undo

    load_folder(graph)
    decided = load_judgements(graph)
    rest = undo(decided, number)
    _hold(graph, rest)
    typer.echo(f"undone: {describe(decided[number - 1])}")


@app.command(rich_help_panel=MEND)
def withdraw(
    article: Annotated[str, typer.Argument(help="The article's id.")],
    undo: Annotated[bool, typer.Option("--undo", help="Let it count again.")] = False,
    graph: GraphDir = DEFAULT_GRAPH,
) -> None:
    """Let an article count no more, as if it had never been read.

    Example: `newsgraph withdraw story-7`
    """
    from graph import judgements as judged
    from graph.folder import load_extractions, load_folder, load_judgements

    load_folder(graph)
    decided = load_judgements(graph)
    said = judged.withdraw(article)
    if undo:
        if said not in decided:
            raise JudgementError(f"article {article!r} is not withdrawn")
        _hold(graph, [one for one in decided if one != said])
        typer.echo(f"article {article} counts again")
        return
    if article not in {one.article.id for one in load_extractions(graph)}:
        raise JudgementError(f"no article {article!r} in {graph}")
    _hold(graph, judged.add(decided, said))
    typer.echo(judged.describe(said))


@app.command("report", rich_help_panel=MEND)
def report_(
    format_: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.TABLE,
    reason: Annotated[
        str | None, typer.Option(help="List the candidates rejected for this reason; `all` for any.")
    ] = None,
    type_: Annotated[str | None, typer.Option("--type", help="List those of this relation type.")] = None,
    ambiguous: Annotated[
        bool, typer.Option("--ambiguous", help="List the names that may be several people's.")
    ] = False,
    graph: GraphDir = DEFAULT_GRAPH,
) -> None:
    """Count what is held, what was rejected and why, and which names are unsure; or list them with their sentences.

    Example: `newsgraph report --reason "voices disagree" --type FUNDED`
    """
    from graph.folder import load_extractions, load_folder, load_judgements
    from graph.report import report
    from graph.resolve import resolve

    held = load_folder(graph)
    extractions = load_extractions(graph)
    console = Console()
    if reason is not None or type_ is not None:
        answers.show(_rejections(graph, None if reason == "all" else reason, type_), format_, console)
        return
    whole = report(extractions, held, resolve(extractions, load_judgements(graph)))
    doubts: list[Row] = [
        {
            "name": one.name,
            "type": one.family,
            "candidate": choice.name,
            "score": choice.score,
            "reason": choice.reason,
            "articles": list(one.articles),
        }
        for one in whole.ambiguous
        for choice in one.candidates
    ]
    if ambiguous:
        answers.show(doubts, format_, console)
    elif format_ is Format.JSON:
        console.file.write(json.dumps(whole.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n")
    else:
        rows: list[Row] = [
            _counted("articles", "read", whole.articles),
            _counted("articles", "withdrawn", whole.withdrawn),
            *(_counted("entities", kind, count) for kind, count in whole.entities.items()),
            *_nested("facts", whole.edges),
            *_nested("rejected", whole.rejections),
            *(_counted("unresolved", kind, count) for kind, count in whole.unresolved.items()),
            *(_counted("joined", kind, count) for kind, count in whole.joined.items()),
            _counted("ambiguous names", "see --ambiguous", len(whole.ambiguous)),
        ]
        answers.show(rows, format_, console)


@app.command("check", rich_help_panel=MEND)
def check_(graph: GraphDir = DEFAULT_GRAPH) -> None:
    """Check that every end, type, id and sentence of the graph holds.

    Example: `newsgraph check`
    """
    from graph.check import check
    from graph.folder import load_extractions, load_folder

    held = load_folder(graph)
    problems = check(held, load_extractions(graph))
    for problem in problems:
        typer.echo(problem)
    if problems:
        raise GraphError(f"{graph}: {len(problems)} problems; build it again")
    sentences = sum(len(edge.evidence) for edge in held.edges)
    typer.echo(
        f"sound: {len(held.articles)} articles, {len(held.entities)} entities, {len(held.edges)} facts, "
        f"{sentences} sentences where they say they stand"
    )


def _judge(verdict: str, one: str, other: str, type_: str | None, graph: Path) -> None:
    from graph import judgements as judged
    from graph.folder import load_extractions, load_folder, load_judgements

    load_folder(graph)
    extractions = load_extractions(graph)
    articles = {each.article.id for each in extractions}
    first, second = (
        judged.member(extractions, name, type_, article) for name, article in _placed((one, other), articles)
    )
    said = (judged.same if verdict == "same" else judged.different)(first, second)
    _hold(graph, judged.add(load_judgements(graph), said))
    typer.echo(judged.describe(said))


def _placed(written: Sequence[str], articles: set[str]) -> Iterator[tuple[str, str | None]]:
    """`Ann Lee@story-7` → name and article; an @ that no article follows belongs to the name."""
    for text in written:
        name, _, article = text.rpartition("@")
        yield (name, article) if name and article in articles else (text, None)


def _hold(folder: Path, decided: Sequence[Judgement]) -> None:
    """Save the judgements and the graph that they make, and say what changed; a contradiction saves nothing."""
    from graph.build import build
    from graph.changes import diff
    from graph.folder import load_extractions, load_folder, save_graph, save_judgements

    before = load_folder(folder)
    after = build(load_extractions(folder), decided)
    save_judgements(folder, decided)
    save_graph(folder, after)
    changes = diff(before, after)
    typer.echo(
        f"nodes: {len(changes.created_nodes)} new, {len(changes.updated_nodes)} changed, "
        f"{len(changes.removed_nodes)} gone; links: {len(changes.created_links)} new, "
        f"{len(changes.updated_links)} changed, {len(changes.removed_links)} gone",
        err=True,
    )


def _rejections(graph: Path, reason: str | None, relation: str | None) -> list[Row]:
    from graph.folder import load_extractions, load_judgements
    from graph.judgements import withdrawn
    from graph.report import rejected

    if relation is not None and relation not in ontology.RELATIONS:
        raise OntologyError(f"no relation type {relation!r}; there are {', '.join(ontology.RELATIONS)}")
    gone = withdrawn(load_judgements(graph))
    counted = [one for one in load_extractions(graph) if one.article.id not in gone]
    known = sorted({one.reason for extraction in counted for one in extraction.rejections})
    if reason is not None and reason not in known:
        raise GraphError(f"nothing was rejected for {reason!r}; reasons are {', '.join(map(repr, known)) or 'none'}")
    return [
        {
            "reason": one.rejection.reason,
            "type": one.rejection.type,
            "subject": one.rejection.subject,
            "object": one.rejection.object,
            "voices": list(one.rejection.voices),
            "article": one.article,
            "sentence": one.rejection.evidence,
        }
        for one in rejected(counted, reason, relation)
    ]


def _nested(part: str, counts: dict[str, dict[str, int]]) -> Iterator[Row]:
    for outer, inner in counts.items():
        for name, count in inner.items():
            yield _counted(part, outer, count, name)


def _counted(part: str, kind: str, count: int, of: str | None = None) -> Row:
    return {"part": part, "kind": kind, "of": of, "count": count}
