"""A Neo4j server: load, browser."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from graph import browser as files
from graph import folder
from graph.cli.app import DEFAULT_GRAPH, SHARE, GraphDir, app
from graph.progress import Progress
from graph.stores import neo4j

Uri = Annotated[str, typer.Option(help="Address of the server.", envvar="NEO4J_URI")]
User = Annotated[str, typer.Option(help="User; the password is $NEO4J_PASSWORD, or asked for.", envvar="NEO4J_USER")]
Database = Annotated[str, typer.Option(help="Database on the server.", envvar="NEO4J_DATABASE")]


@app.command(rich_help_panel=SHARE)
def load(
    graph: GraphDir = DEFAULT_GRAPH,
    uri: Uri = neo4j.URI,
    user: User = neo4j.USER,
    database: Database = neo4j.DATABASE,
) -> None:
    """Load the graph into Neo4j: the first time all of it, later only what has changed. Other data is not touched.

    Example: `newsgraph load --uri bolt://localhost:7687`
    """
    held = folder.GraphFile(graph)
    with closing(neo4j.open_neo4j(uri, user, _password(user), database)) as store, _progress() as progress:
        loaded = store.load(held, progress)
    typer.echo(f"{uri}: {loaded.created} created, {loaded.updated} updated, {loaded.removed} removed")


@app.command("browser", rich_help_panel=SHARE)
def browser_(
    directory: Annotated[Path, typer.Argument(help="Folder to write into.")] = Path("newsgraph-browser"),
    uri: Uri = neo4j.URI,
    user: User = neo4j.USER,
    http: Annotated[str, typer.Option(help="Where Neo4j Browser is served.")] = "http://localhost:7474",
) -> None:
    """Write a style sheet and all questions as favourites for Neo4j Browser, and print a link that opens the first.

    Example: `newsgraph browser my-browser-files`
    """
    for path in files.write(directory):
        typer.echo(f"wrote {path}")
    typer.echo("drop both files on the favourites page of Neo4j Browser (the star), then open:")
    typer.echo(files.link(http, uri, user))


def _password(user: str) -> str:
    """From the environment, else asked for where somebody can answer; never from the command line."""
    given = os.environ.get("NEO4J_PASSWORD")
    if given is None and sys.stdin.isatty():
        given = typer.prompt(f"Password of {user}", hide_input=True, err=True, default="", show_default=False)
    return given or ""


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar a stage on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield tell
