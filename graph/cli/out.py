"""Out of the graph: export, view."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.app import DEFAULT_GRAPH, SHARE, GraphDir, app
from graph.exports.catalog import EXPORTERS, export
from graph.folder import load_folder
from graph.records import Graph
from graph.subgraph import Selection, subgraph

Around = Annotated[
    list[str] | None, typer.Option(help="Only what lies around this entity; may be given again.", metavar="NAME")
]
Hops = Annotated[int, typer.Option(help="How many facts away from --around.", min=0)]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", help="Only this type of entity or fact, as Person or FUNDED; may be given again."),
]
Statuses = Annotated[
    list[str] | None, typer.Option("--status", help="Only facts told so, as asserted; may be given again.")
]
Since = Annotated[str | None, typer.Option(help="Only facts dated on or after: 2015, 2015-05 or 2015-05-21.")]
Until = Annotated[str | None, typer.Option(help="Only facts dated on or before.")]
Articles = Annotated[
    list[str] | None, typer.Option("--article", help="Only facts that this article tells; may be given again.")
]

_FORMATS = "\n".join(f"- `{row.name}`: {row.meaning}" for row in EXPORTERS.values())


@app.command(
    "export",
    rich_help_panel=SHARE,
    short_help="Write the graph, or a part of it, to a file of another tool's format.",
    help=f"""Write the graph, or a part of it, to a file of another tool's format.

Formats:

{_FORMATS}

Example: `newsgraph export graphml openai.graphml --around OpenAI --hops 2 --since 2015`""",
)
def export_(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(EXPORTERS)}.")],
    file: Annotated[Path, typer.Argument(help="Where to write; a folder for csv.")],
    graph: GraphDir = DEFAULT_GRAPH,
    around: Around = None,
    hops: Hops = 1,
    types: Types = None,
    statuses: Statuses = None,
    since: Since = None,
    until: Until = None,
    articles: Articles = None,
) -> None:
    """Write the graph, or a part of it, to a file of another tool's format."""
    part = _part(graph, _selection(around, hops, types, statuses, since, until, articles))
    export(part, format_, file)
    typer.echo(f"{file}: {_size(part)}", err=True)


@app.command(rich_help_panel=SHARE)
def view(
    graph: GraphDir = DEFAULT_GRAPH,
    output: Annotated[
        Path | None, typer.Option(help="Where to write the page.", show_default="view.html in the graph's folder")
    ] = None,
    around: Around = None,
    hops: Hops = 1,
    types: Types = None,
    statuses: Statuses = None,
    since: Since = None,
    until: Until = None,
    articles: Articles = None,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open it in the browser.")] = True,
) -> None:
    """Show the graph, or a part of it, on one page: filters, search, and the sentences behind every line.

    The page is one file that needs no network; it can be mailed or put on a memory stick.

    Example: `newsgraph view --around "Sam Altman" --hops 2`
    """
    part = _part(graph, _selection(around, hops, types, statuses, since, until, articles))
    page = output or graph / "view.html"
    export(part, "html", page)
    typer.echo(str(page))
    typer.echo(_size(part), err=True)
    if open_ and output is None and sys.stdout.isatty():
        typer.launch(page.resolve().as_uri())


def _selection(
    around: list[str] | None,
    hops: int,
    types: list[str] | None,
    statuses: list[str] | None,
    since: str | None,
    until: str | None,
    articles: list[str] | None,
) -> Selection:
    return Selection(
        around=tuple(around or ()),
        hops=hops,
        types=tuple(types or ()),
        statuses=tuple(statuses or ()),
        since=since,
        until=until,
        articles=tuple(articles or ()),
    )


def _part(folder: Path, selection: Selection) -> Graph:
    return subgraph(load_folder(folder), selection)


def _size(graph: Graph) -> str:
    return f"{len(graph.entities)} entities, {len(graph.edges)} facts, {len(graph.articles)} articles"
