"""Rows → text: a table for people, JSON and CSV for programs.

On a terminal a table is as wide as the window: short columns side by side, and below each row its sentence
with the article and the id of the fact. In a pipe each row is one line, no text is cut, and the sentence is
the last column. What an article says reaches the screen without control characters.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from graph.stores import Row

BELOW = ("article", "edge", "sentence")
"""Columns that stand below the row on a terminal, and last in a pipe."""

_STYLES = {"alleged": "yellow", "denied": "red", "planned": "cyan", "attempted": "cyan", "failed": "red"}
_GAP = 2
_NARROWEST = 6


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def show(rows: Sequence[Row], format_: Format, console: Console, whole: bool = False) -> None:
    """Write the rows to the console; a table leaves out columns that are empty in every row, unless it is `whole`."""
    if format_ is Format.JSON:
        _write(console, json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    elif format_ is Format.CSV:
        _write(console, to_csv(rows))
    elif not rows:
        return
    elif console.is_terminal:
        _draw(rows if whole else tidy(rows), console)
    else:
        _write(console, "".join(f"{line}\n" for line in lines(rows if whole else tidy(rows))))


def to_csv(rows: Sequence[Row]) -> str:
    """RFC 4180: a header, CRLF, quotes doubled; null is empty, a list or map is JSON."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
    for row in rows:
        writer.writerow([_csv_cell(value) for value in row.values()])
    return out.getvalue()


def tidy(rows: Sequence[Row]) -> list[Row]:
    """Rows as a table shows them: one column for a sum and its currency, none that is empty in every row."""
    folded = [_with_sum(row) if "amount" in row and "currency" in row else row for row in rows]
    names = list(dict.fromkeys(name for row in folded for name in row))
    kept = [name for name in names if any(row.get(name) not in (None, [], "") for row in folded)]
    return [{name: row.get(name) for name in kept} for row in folded]


def lines(rows: Sequence[Row]) -> list[str]:
    """One line a row below a line of headers, columns in line."""
    names = _columns(rows)
    names = [*(name for name in names if name not in BELOW), *(name for name in BELOW if name in names)]
    table = [names, *([cell(row.get(name)) for name in names] for row in rows)]
    widths = [max(cell_len(line[i]) for line in table) for i in range(len(names))]
    return [
        (" " * _GAP).join(_padded(text, width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in table
    ]


def cell(value: Any) -> str:
    """A value as one line of text without control characters; 15000000 is 15,000,000."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:,}"
    if isinstance(value, list):
        return "; ".join(cell(one) for one in value)
    if isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(str(value).split()))


def shares(natural: Sequence[int], room: int) -> list[int]:
    """Widths of columns that fit into the room: the widest give way first, none below what can be read."""
    widths = list(natural)
    while sum(widths) + _GAP * (len(widths) - 1) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _draw(rows: Sequence[Row], console: Console) -> None:
    names = _columns(rows)
    beside = [name for name in names if name not in BELOW] or names
    below = [name for name in ("sentence", "article", "edge") if name in names and name not in beside]
    texts = [[cell(row.get(name)) for name in beside] for row in rows]
    widths = shares([max(map(cell_len, column)) for column in zip(beside, *texts, strict=True)], console.width)
    console.print(_line(beside, widths, ["bold"] * len(beside)))
    for row, text in zip(rows, texts, strict=True):
        console.print(
            _line(
                text,
                widths,
                [_STYLES.get(one, "") if name == "status" else "" for name, one in zip(beside, text, strict=True)],
            )
        )
        if below:
            parts = [cell(row.get(name)) for name in below]
            said = f"“{parts[0]}”" if below[0] == "sentence" and parts[0] else parts[0]
            console.print(
                Padding(Text("  ".join(part for part in (said, *parts[1:]) if part), style="dim"), (0, 0, 0, 4))
            )


def _line(texts: Iterable[str], widths: Sequence[int], styles: Sequence[str]) -> Table:
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    grid.add_row(*(Text(text, style=style) for text, style in zip(texts, styles, strict=True)))
    return grid


def _columns(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


def _with_sum(row: Row) -> Row:
    """The row with `15,000,000 USD` or `10,000,000 to 99,000,000 USD` in place of the columns of a sum."""
    least, most = row.get("amount_min"), row.get("amount_max")
    figure = cell(row["amount"])
    if row["amount"] is None and (least is not None or most is not None):
        figure = cell(least) if most is None else f"{cell(least)} to {cell(most)}".strip()
    told = {**row, "amount": f"{figure} {row['currency'] or ''}".strip() or None}
    return {name: value for name, value in told.items() if name not in ("amount_min", "amount_max", "currency")}


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def _csv_cell(value: Any) -> Any:
    if isinstance(value, list | dict | bool):
        return json.dumps(value, ensure_ascii=False)
    return value


def _write(console: Console, text: str) -> None:
    console.file.write(text)
