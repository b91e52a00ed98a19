"""Rows → a table, JSON and CSV: nothing cut, nothing that moves a terminal, one line a row in a pipe."""

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from graph.cli.answers import Format, cell, lines, shares, show, tidy, to_csv

ROWS = [
    {
        "who": "Ann",
        "amount": 1_000_000,
        "currency": "USD",
        "kind": None,
        "status": "denied",
        "sentence": "She said “no”.",
        "edge": "e1",
    },
    {
        "who": "日本",
        "amount": None,
        "currency": None,
        "kind": None,
        "status": "asserted",
        "sentence": "A\nline\x1b[31m.",
        "edge": "e2",
    },
]

plain = st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.lists(st.text(), max_size=3))
tables = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.lists(plain, min_size=n, max_size=n), min_size=1, max_size=5).map(
        lambda body: [{f"c{i}": value for i, value in enumerate(row)} for row in body]
    )
)


def shown(rows: list[dict[str, object]], format_: Format, width: int = 80, terminal: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=terminal, color_system=None)
    show(rows, format_, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_pipe_gets_one_line_a_row_with_the_sentence_last() -> None:
    head, ann, japan = shown(ROWS, Format.TABLE).splitlines()
    assert head.split() == ["who", "amount", "status", "edge", "sentence"]
    assert ann == "Ann   1,000,000 USD  denied    e1    She said “no”."
    assert japan.endswith("A line [31m.")
    assert japan.index("asserted") == ann.index("denied") - 2, "wide letters take two cells"


def test_a_terminal_gets_the_sentence_below_its_row() -> None:
    text = shown(ROWS, Format.TABLE, width=40, terminal=True)
    assert "\x1b[31m" not in text
    assert all(cell_len(line) <= 40 for line in text.splitlines())
    head, ann, said = text.splitlines()[:3]
    assert head.split() == ["who", "amount", "status"]
    assert ann.split() == ["Ann", "1,000,000", "USD", "denied"]
    assert said.split() == ["“She", "said", "“no”.”", "e1"]


def test_nothing_is_cut_on_a_narrow_terminal() -> None:
    row = {"name": "Wolfeschlegelsteinhausenbergerdorff", "title": "chief of the very long names", "status": "asserted"}
    text = shown([row], Format.TABLE, width=30, terminal=True)
    letters = "".join(text.split())
    assert "…" not in letters
    assert sorted(letters) == sorted("".join([*row, *row.values()]).replace(" ", ""))


def test_sums_have_one_column() -> None:
    rows = [
        {"amount": 5, "amount_min": None, "amount_max": None, "currency": "EUR"},
        {"amount": None, "amount_min": 10_000_000, "amount_max": 99_000_000, "currency": "USD"},
        {"amount": 2.5, "amount_min": None, "amount_max": None, "currency": None},
        {"amount": None, "amount_min": None, "amount_max": None, "currency": None},
    ]
    told = [row["amount"] for row in tidy(rows)]
    assert told == ["5 EUR", "10,000,000 to 99,000,000 USD", "2.5", None]


def test_a_whole_table_keeps_empty_columns() -> None:
    assert lines([{"a": None, "b": 1}])[0].split() == ["a", "b"]
    assert lines(tidy([{"a": None, "b": 1}]))[0].split() == ["b"]


def test_no_rows_are_an_empty_array_and_nothing_else() -> None:
    assert shown([], Format.JSON) == "[]\n"
    assert shown([], Format.CSV) == ""
    assert shown([], Format.TABLE) == ""


@given(tables)
def test_json_is_one_array(rows: list[dict[str, object]]) -> None:
    assert json.loads(shown(rows, Format.JSON)) == rows


@given(tables)
def test_csv_reads_back(rows: list[dict[str, object]]) -> None:
    text = to_csv(rows)
    head, *body = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert head == list(rows[0])
    wanted = [
        ["" if v is None else v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in row.values()]
        for row in rows
    ]
    assert [row or [""] for row in body] == wanted
    assert text.endswith("\r\n")


@given(tables)
def test_a_pipe_has_as_many_lines_as_rows(rows: list[dict[str, object]]) -> None:
    text = shown(rows, Format.TABLE)
    assert len(text.split("\n")) == len(rows) + 2
    assert all(letter == "\n" or letter.isprintable() for letter in text)


@given(st.lists(st.integers(1, 200), min_size=1, max_size=12), st.integers(1, 300))
def test_shares_fit_or_are_as_narrow_as_can_be_read(natural: list[int], room: int) -> None:
    widths = shares(natural, room)
    assert all(got <= asked for got, asked in zip(widths, natural, strict=True))
    assert sum(widths) + 2 * (len(widths) - 1) <= room or max(widths) <= 6
    if sum(natural) + 2 * (len(natural) - 1) <= room:
        assert widths == natural


def test_cells() -> None:
    told = [cell(value) for value in (None, True, 1234567, 0.5, ["a", 2], {"a": 1}, "a\r\n b\x07\u202e")]
    assert told == ["", "true", "1,234,567", "0.5", "a; 2", '{"a": 1}', "a b  "]
