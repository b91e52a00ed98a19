"""build, extract and evaluate as one types them, on real articles."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract import pipeline
from extract.records import Article, Extraction
from graph import folder
from graph.cli import app
from tests.samples import GOLD, SEEDS

RUN = CliRunner()
SOME = sorted(SEEDS.glob("*.txt"))[:3]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("graph")
    assert RUN.invoke(app, ["build", *map(str, SOME), "--graph", str(place)]).exit_code == 0
    return place


def test_building_twice_and_in_another_order_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    first = (built / folder.GRAPH).read_bytes()
    for paths in (SOME, SOME[::-1]):
        for path in paths:
            assert RUN.invoke(app, ["build", str(path), "--graph", str(tmp_path)]).exit_code == 0
        assert (tmp_path / folder.GRAPH).read_bytes() == first
    again = RUN.invoke(app, ["build", *map(str, SOME), "--graph", str(tmp_path)])
    assert again.exit_code == 0
    assert (tmp_path / folder.GRAPH).read_bytes() == first


def test_the_summary_counts_what_was_read_and_what_was_rejected(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["build", str(SOME[0]), "--graph", str(tmp_path)])
    assert "1 articles read, in" in result.output
    graph = folder.load_folder(tmp_path)
    assert f"{len(graph.edges)} facts: " in result.output
    rejected = sum(len(one.rejections) for one in folder.load_extractions(tmp_path))
    assert f"{rejected} candidates rejected: " in result.output


def test_what_cannot_be_read_is_named_and_the_rest_is_built(tmp_path: Path) -> None:
    shutil.copy(SOME[0], tmp_path / "good.txt")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.jsonl").write_text('{"id": "a", "text": "Ann Lee founded Acme."}\n{"id": \n', encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    place = tmp_path / "graph"
    result = RUN.invoke(app, ["build", str(tmp_path), "--graph", str(place)])
    assert result.exit_code == 1
    for name in ("empty.txt", "broken.jsonl:2", "binary.txt"):
        assert any(line.startswith("refused: ") and name in line for line in result.stderr.splitlines()), name
    assert {article.id for article in folder.load_folder(place).articles} == {"good", "a"}


def test_nothing_to_read_builds_nothing(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["build", str(tmp_path / "nowhere"), "--graph", str(tmp_path / "graph")])
    assert result.exit_code == 1
    assert "nowhere" in result.stderr
    assert not (tmp_path / "graph").exists()


def test_extract_writes_the_prediction_format_with_offsets_that_hold(tmp_path: Path) -> None:
    out = tmp_path / "p.jsonl"
    assert RUN.invoke(app, ["extract", *map(str, SOME), "-o", str(out)]).exit_code == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["article"] for line in lines] == [path.stem for path in SOME]
    facts = 0
    for path, line in zip(SOME, lines, strict=True):
        text = path.read_text(encoding="utf-8")
        names = {entity["name"] for entity in line["entities"]}
        for fact in line["facts"]:
            assert text[fact["evidence_start"] : fact["evidence_end"]] == fact["evidence"]
            assert fact["subject"] in names and (fact["object"] is None or fact["object"] in names)
            assert fact["voices"] and fact["status"]
            facts += 1
    assert facts > 5


def test_evaluate_prints_each_type_and_the_same_from_lines_already_written(tmp_path: Path) -> None:
    out = tmp_path / "p.jsonl"
    RUN.invoke(app, ["extract", str(SEEDS), "-o", str(out)])
    words = ["evaluate", str(GOLD), "--format", "json"]
    fresh = RUN.invoke(app, [*words, "--texts", str(SEEDS)], catch_exceptions=False)
    held = RUN.invoke(app, [*words, "--predictions", str(out)], catch_exceptions=False)
    assert json.loads(fresh.output) == json.loads(held.output)
    figures = {row["what"]: row for row in json.loads(held.output)}
    assert {"facts", "strict", "entities", "FOUNDED", "SUED", "qualifier status"} <= set(figures)
    assert figures["facts"]["right"] + figures["facts"]["missed"] == 108


def test_a_name_of_the_users_own_list_wins(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Ann Lee founded Grumbold in 2015. Grumbold sells pumps.", encoding="utf-8")
    (tmp_path / "names.csv").write_text("name,type\nGrumbold,Organization\n", encoding="utf-8")
    words = ["extract", str(tmp_path / "story.txt"), "--gazetteer", str(tmp_path / "names.csv")]
    line = json.loads(RUN.invoke(app, words, catch_exceptions=False).output)
    assert {"type": "Organization", "name": "Grumbold", "aliases": []} in line["entities"]


def test_errors_are_one_line_and_exit_code_one(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from graph.cli import main; main()", "show", "Ann", "--graph", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.startswith("newsgraph: ") and result.stderr.count("\n") == 1


def test_help_reads_like_a_table_of_contents_and_every_command_has_an_example() -> None:
    whole = RUN.invoke(app, ["--help"]).output
    chapters = ["1. Read articles", "2. Ask the graph", "3. Judge and mend", "4. Take it elsewhere", "5. Measure"]
    places = [whole.index(chapter) for chapter in chapters]
    assert places == sorted(places)
    for command in ("build", "extract", "query", "cypher", "show", "evaluate", "export", "view", "load", "browser",
                    "report", "withdraw", "check"):  # fmt: skip
        assert "Example" in RUN.invoke(app, [command, "--help"]).output, command


def test_an_article_that_trips_the_extraction_is_named_and_the_rest_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pipeline.extract

    def trips(article: Article, known: object = None) -> Extraction:
        if article.id == "bad":
            raise IndexError("beyond the end")
        return real(article)

    monkeypatch.setattr(pipeline, "extract", trips)
    for name in ("bad", "good"):
        shutil.copy(SOME[0], tmp_path / f"{name}.txt")
    result = RUN.invoke(app, ["build", str(tmp_path), "--graph", str(tmp_path / "graph")])
    assert result.exit_code == 1
    assert "refused: bad: extraction failed: IndexError: beyond the end" in result.stderr
    assert [article.id for article in folder.load_folder(tmp_path / "graph").articles] == ["good"]
