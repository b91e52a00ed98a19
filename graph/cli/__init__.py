"""The command line: reads arguments, calls the library, prints; the only code that prints.

Each module beside this one holds the commands of one noun and adds them to `app`; `main` turns every
error that a user can mend into one line on standard error and exit code 1.
"""

import os
import sys

from extract.errors import NewsgraphError
from graph.cli import articles as articles
from graph.cli import ask as ask
from graph.cli import held as held
from graph.cli import out as out
from graph.cli import server as server
from graph.cli.app import app

app.registered_commands.sort(key=lambda command: str(command.rich_help_panel))
"""The chapters of `--help` stand in their order, whichever module adds to them."""


def main() -> None:
    """Run the command line; errors that a user can mend are one line, a closed pipe is none."""
    try:
        app()
    except NewsgraphError as problem:
        print(f"newsgraph: {problem}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
