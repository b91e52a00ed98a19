"""Questions: query, cypher, show."""

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from cypher.catalog import CHAPTERS, Question, bind, question, questions
from extract.errors import GraphError, QueryError
from graph.cli import answers
from graph.cli.answers import Format
from graph.cli.app import ASK, DEFAULT_GRAPH, GraphDir, app
from graph.records import Entity
from graph.stores import Row, Store

Given = Annotated[
    list[str] | None, typer.Option("--param", help="A parameter; may be given again.", metavar="NAME=VALUE")
]
Written = Annotated[Format, typer.Option("--format", help="How the answer is written.")]
Uri = Annotated[
    str | None, typer.Option(help="Ask this Neo4j server, not the folder: bolt://localhost:7687.", metavar="URI")
]
User = Annotated[str | None, typer.Option(help="User of the server; the password is $NEO4J_PASSWORD.")]
Database = Annotated[str | None, typer.Option(help="Database on the server.")]


@app.command(rich_help_panel=ASK)
def query(
    name: Annotated[str | None, typer.Argument(metavar="QUESTION", help="Left out: all questions are listed.")] = None,
    param: Given = None,
    format_: Written = Format.TABLE,
    graph: GraphDir = DEFAULT_GRAPH,
    uri: Uri = None,
    user: User = None,
    database: Database = None,
    text: Annotated[bool, typer.Option("--text", help="Print the question's Cypher and don't ask it.")] = False,
) -> None:
    """Ask one of the ready questions, or list them.

    Example: `newsgraph query who-funded-whom --param name="Elon Musk"`
    """
    console = Console()
    if name is None:
        _list(format_, console)
        return
    asked = question(name)
    if text:
        console.file.write(asked.text)
        return
    parameters = bind(asked, _pairs(param, str))
    with closing(_store(graph, uri, user, database)) as store:
        rows = store.run(asked.text, parameters)
        if not rows:
            _say_empty(asked, parameters, store)
    answers.show(rows, format_, console)


@app.command("cypher", rich_help_panel=ASK)
def cypher_(
    statement: Annotated[str, typer.Argument(help="A reading statement of openCypher.")],
    param: Given = None,
    format_: Written = Format.TABLE,
    graph: GraphDir = DEFAULT_GRAPH,
    uri: Uri = None,
    user: User = None,
    database: Database = None,
) -> None:
    """Ask a question of your own in Cypher; it can only read.

    Values of `--param` that are numbers, true, false, null or JSON lists are taken as such.

    Example: `newsgraph cypher 'MATCH (p:Person)-[r:FUNDED]->(o:Company) RETURN p.name, r.amount, r.status, o.name'`
    """
    with closing(_store(graph, uri, user, database)) as store:
        rows = store.run(statement, _pairs(param, _value))
    if not rows:
        typer.echo("no rows", err=True)
    answers.show(rows, format_, Console(), whole=True)


@app.command(rich_help_panel=ASK)
def show(
    name: Annotated[str, typer.Argument(help="A name, an alias or an id; case does not matter.")],
    graph: GraphDir = DEFAULT_GRAPH,
) -> None:
    """Show an entity: its aliases, its facts, and every sentence that says them.

    Example: `newsgraph show "Elon Musk"`
    """
    from graph.folder import load_folder
    from graph.portrait import portrait
    from graph.subgraph import find

    held = load_folder(graph)
    found = find(held, [name])
    if len(found) > 1:
        several = [entity for entity in held.entities if entity.id in found]
        raise GraphError(f"{name!r} may be {_either(several)}; say which by its id")
    styles = {"name": "bold", "fact": "", "sentence": "dim", "detail": ""}
    console = Console()
    for line in portrait(held, found[0]):
        if console.is_terminal:
            console.print(Padding(Text(answers.cell(line.text), style=styles[line.kind]), (0, 0, 0, 2 * line.depth)))
        else:
            console.file.write(f"{'  ' * line.depth}{answers.cell(line.text)}\n")


def _store(folder: Path, uri: str | None, user: str | None, database: str | None) -> Store:
    from graph.stores.catalog import open_store

    password = os.environ.get("NEO4J_PASSWORD")
    if uri is not None and password is None and sys.stdin.isatty():
        password = typer.prompt("Password", hide_input=True, err=True, default="", show_default=False)
    waiting = Console(stderr=True)
    with waiting.status("making the graph ready to be asked") if waiting.is_terminal else nullcontext():
        return open_store(folder, uri, user, password, database)


def _list(format_: Format, console: Console) -> None:
    rows: list[Row] = [
        {
            "chapter": one.chapter,
            "question": one.name,
            "title": one.title,
            "parameters": [f"{each.name}{' (required)' if each.required else ''}" for each in one.parameters],
        }
        for one in questions().values()
    ]
    if format_ is not Format.TABLE:
        answers.show(rows, format_, console)
        return
    for chapter in CHAPTERS:
        here = [{key: row[key] for key in row if key != "chapter"} for row in rows if row["chapter"] == chapter]
        console.print(Text(f"{chapter}\n", style="bold underline"), end="")
        answers.show(here, format_, console)
        console.file.write("\n")
    typer.echo(f"Ask one: {question('who-funded-whom').command()}", err=True)


def _pairs(given: Sequence[str] | None, read: Callable[[str], Any]) -> dict[str, Any]:
    """`["name=Ann", "least=5"]` → a map; QueryError for what has no `=` or comes twice."""
    pairs: dict[str, Any] = {}
    for one in given or ():
        name, found, value = one.partition("=")
        if not found or not name:
            raise QueryError(f"--param {one!r}: write NAME=VALUE")
        if name in pairs:
            raise QueryError(f"--param {name} is given twice")
        pairs[name] = read(value)
    return pairs


def _value(text: str) -> Any:
    """JSON where it is JSON, else the text itself: `5` is a number, `Ann` a text, `"5"` a text."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _say_empty(asked: Question, parameters: Mapping[str, Any], store: Store) -> None:
    """Say that there is no answer, and where a name is nobody's, whose names are near."""
    typer.echo(f"no rows for {asked.name}", err=True)
    names = {key: str(parameters[key]) for key in ("name", "from", "to") if parameters.get(key) is not None}
    if not names:
        return
    rows = store.run(question("entities").text, dict.fromkeys(one.name for one in question("entities").parameters))
    known = {name.lower(): name for row in rows for name in (row["name"], *(row["aliases"] or ()))}
    for key, name in names.items():
        if name.lower() not in known:
            near = _near(name, sorted(set(known.values())))
            typer.echo(f"{key}: nobody is called {name!r}{'; near: ' + ', '.join(near) if near else ''}", err=True)


def _near(name: str, known: Sequence[str]) -> list[str]:
    from rapidfuzz import fuzz, process, utils

    found = process.extract(name, known, scorer=fuzz.WRatio, processor=utils.default_process, limit=3, score_cutoff=70)
    return [one[0] for one in found]


def _either(entities: Sequence[Entity]) -> str:
    return " or ".join(f"{entity.name} ({entity.type}, {entity.id})" for entity in entities)
