"""The Typer application, its panels (the chapters of `--help`), and what all commands share."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="newsgraph",
    help="News articles become a knowledge graph in which every edge carries its sentence, its source and its status.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    add_completion=False,
)

READ = "1. Read articles"
ASK = "2. Ask the graph"
MEND = "3. Judge and mend"
SHARE = "4. Take it elsewhere"
MEASURE = "5. Measure"

DEFAULT_GRAPH = Path("newsgraph-data")

GraphDir = Annotated[
    Path,
    typer.Option("--graph", help="Folder of the graph.", envvar="NEWSGRAPH_GRAPH", show_default="newsgraph-data"),
]
"""Type of the `--graph` option: `def command(graph: GraphDir = DEFAULT_GRAPH)`."""
