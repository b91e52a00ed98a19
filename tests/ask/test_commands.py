"""The commands query, cypher and show, as one types them."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cypher.catalog import questions
from extract.errors import NewsgraphError
from graph.cli import app
from graph.folder import save_graph
from tests.cypher.oracle import expected
from tests.cypher.world import ACME, ANN, LEE, world


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("graph")
    save_graph(where, world())
    return where


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--graph", str(folder)], catch_exceptions=True)


def fails(folder: Path, *words: str) -> str:
    """The message of a command that a user can mend."""
    result = run(folder, *words)
    assert isinstance(result.exception, NewsgraphError), result.output
    return str(result.exception)


def test_the_list_names_every_question_and_parameter() -> None:
    result = CliRunner().invoke(app, ["query"])
    assert result.exit_code == 0
    for one in questions().values():
        line = next(line for line in result.stdout.splitlines() if line.startswith(f"{one.name} "))
        assert one.title in line
        assert all(parameter.name in line for parameter in one.parameters)


def test_the_list_for_programs() -> None:
    rows = json.loads(CliRunner().invoke(app, ["query", "--format", "json"]).stdout)
    assert [row["question"] for row in rows] == list(questions())


@pytest.mark.parametrize("name", list(questions()))
def test_every_question_as_json(folder: Path, name: str) -> None:
    given = {"name": "ann lee", "from": "Ann Lee", "to": "Gamma", "edge": world().edges[0].id}
    needed = {one.name: given[one.name] for one in questions()[name].parameters if one.required}
    result = run(
        folder, "query", name, "--format", "json", *(f"--param={key}={value}" for key, value in needed.items())
    )
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == expected(name, world(), needed)


def test_csv(folder: Path) -> None:
    result = run(folder, "query", "who-funded-whom", "--param", "name=ann lee", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout, newline="")))
    assert [row["amount"] for row in rows] == ["1000000", "2.5"]


def test_tables_show_status_source_article_and_sentence(folder: Path) -> None:
    result = run(folder, "query", "who-founded-what", "--param", "name=Bo Lee")
    head, row = result.stdout.splitlines()
    assert head.split() == ["founder", "founded", "date", "status", "source", "article", "edge", "sentence"]
    assert row.split()[:7] == ["Bo", "Lee", "Acme", "2015-12~", "alleged", "Bo's", "lawyer"]


def test_an_empty_answer_says_so_and_whose_names_are_near(folder: Path) -> None:
    result = run(folder, "query", "who-founded-what", "--param", "name=An Lea")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no rows" in result.stderr
    assert "nobody is called 'An Lea'; near: Ann Lee" in result.stderr
    result = run(folder, "query", "who-founded-what", "--param", "name=Gizmo", "--format", "json")
    assert (result.exit_code, result.stdout) == (0, "[]\n")
    assert "nobody" not in result.stderr


def test_text_prints_the_question(folder: Path) -> None:
    assert run(folder, "query", "evidence", "--text").stdout == questions()["evidence"].text


def test_wrong_words_are_explained(folder: Path, tmp_path: Path) -> None:
    assert "who-funded-whom" in fails(folder, "query", "who-funded")
    assert "it has name" in fails(folder, "query", "headquarters", "--param", "city=Rome")
    assert "NAME=VALUE" in fails(folder, "query", "headquarters", "--param", "Rome")
    assert "twice" in fails(folder, "query", "headquarters", "--param", "name=a", "--param", "name=b")
    assert "needs edge" in fails(folder, "query", "evidence")
    assert "newsgraph build" in fails(tmp_path / "none", "query", "headquarters")
    assert "write" in fails(folder, "cypher", "MATCH (n) DETACH DELETE n")
    assert "gone" in fails(folder, "cypher", "RETURN $gone AS x")


def test_cypher_takes_typed_parameters(folder: Path) -> None:
    given = {"n": "5", "f": "0.5", "t": "true", "z": "null", "s": "Ann", "q": '"5"', "l": "[1, 2]", "o": "007"}
    text = "RETURN " + ", ".join(f"${key} AS {key}" for key in given)
    words = [word for key, value in given.items() for word in ("--param", f"{key}={value}")]
    rows = json.loads(run(folder, "cypher", text, *words, "--format", "json").stdout)
    assert rows == [{"n": 5, "f": 0.5, "t": True, "z": None, "s": "Ann", "q": "5", "l": [1, 2], "o": "007"}]


def test_cypher_keeps_columns_that_are_empty(folder: Path) -> None:
    result = run(folder, "cypher", "MATCH (n:Place) RETURN n.name AS name, n.gone AS gone")
    assert result.stdout.split() == ["name", "gone", "Rome"]
    result = run(folder, "cypher", "MATCH (n:Ghost) RETURN n.name AS name")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no rows\n")


def test_show_tells_all_that_is_held(folder: Path) -> None:
    text = run(folder, "show", "ANN lee").stdout
    assert text.startswith(
        f"Ann Lee (Person)\n  id: {ANN.id}\n  also called: Lee, The Founder\n  mentioned in: a1 (1), a2 (2)\n"
    )
    for edge in world().edges:
        if ANN.id in (edge.subject, edge.object):
            for one in edge.evidence:
                assert f"“{one.sentence}” {one.article} [{one.start}:{one.end}]" in text
    assert "  Ann Lee FUNDED Beta: $1M, 2015-05-21, kind donation, asserted\n" in text
    assert "  Gamma SUED Ann Lee: court High Court, claim breach, planned\n" in text
    assert "  Ann Lee EMAILED: 2016-03, kind memo, asserted\n" in text
    assert "a2 [1:21] (alleged, says people familiar)" in text


def test_show_takes_an_alias_an_id_and_an_event(folder: Path) -> None:
    assert run(folder, "show", "the founder").stdout == run(folder, "show", ANN.id).stdout
    assert run(folder, "show", "the acme group").stdout.startswith("Acme (Company)")
    assert "Ann Lee EMAILED" in run(folder, "show", "Email from Ann Lee").stdout
    assert "no facts" in run(folder, "show", "Zoë Ålone").stdout
    assert ACME.name in run(folder, "show", ACME.id).stdout


def test_show_asks_back(folder: Path) -> None:
    both = fails(folder, "show", "lee")
    assert ANN.id in both and LEE.id in both
    assert "Ann Lee" in fails(folder, "show", "Anne Lee")


@pytest.mark.parametrize("command", ["query", "cypher", "show"])
def test_help_has_an_example(command: str) -> None:
    text = CliRunner().invoke(app, [command, "--help"]).stdout
    assert f"Example: newsgraph {command}" in " ".join(text.split())


def test_as_a_program(folder: Path) -> None:
    """Errors are one line and exit code 1; answers are UTF-8."""
    program = [sys.executable, "-c", "from graph.cli import main; main()"]
    root = Path(__file__).parents[2]
    wrong = subprocess.run([*program, "query", "nothing"], cwd=root, capture_output=True, text=True, timeout=60)
    assert (wrong.returncode, wrong.stdout, len(wrong.stderr.splitlines())) == (1, "", 1)
    asked = [*program, "query", "entities", "--graph", str(folder), "--format", "json"]
    right = subprocess.run(asked, cwd=root, capture_output=True, timeout=60)
    assert (right.returncode, right.stderr) == (0, b"")
    assert "Zoë Ålone" in right.stdout.decode("utf-8")
