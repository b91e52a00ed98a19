"""The commands export and view, and the page of the docs about them."""

import re
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner

from extract.errors import ExportError, GraphError
from graph.cli import app
from graph.exports import json as node_link
from graph.exports.catalog import EXPORTERS
from graph.folder import save_graph
from tests.exports.graphs import small

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "graph").mkdir()
    save_graph(tmp_path / "graph", small())
    return tmp_path / "graph"


def run(*arguments: object) -> str:
    """Standard output and error of a command that succeeds; its error otherwise."""
    result = CliRunner().invoke(app, [str(one) for one in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_export_writes_the_graph_and_says_how_much(folder: Path, tmp_path: Path) -> None:
    said = run("export", "json", tmp_path / "out.json", "--graph", folder)
    assert "9 entities, 9 facts, 2 articles" in said
    assert node_link.read(tmp_path / "out.json") == small()


def test_export_takes_a_part(folder: Path, tmp_path: Path) -> None:
    run("export", "GRAPHML", tmp_path / "o.graphml", "--graph", folder, "--around", "oslo", "--status", "planned")
    found = nx.read_graphml(tmp_path / "o.graphml")
    assert {"Oslo", "Acme"} <= {data["label"] for _, data in found.nodes(data=True)}
    assert "Ann Lee" not in {data["label"] for _, data in found.nodes(data=True)}


def test_view_writes_a_page_of_a_part(folder: Path, tmp_path: Path) -> None:
    said = run("view", "--graph", folder, "--output", tmp_path / "page.html", "--type", "SUED", "--since", "2024")
    assert str(tmp_path / "page.html") in said
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Lee sued Acme." in page and "Ann Lee founded Acme." not in page
    run("view", "--graph", folder, "--no-open")
    assert (folder / "view.html").exists()


def test_what_cannot_be_done_is_said(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no format 'xls'"):
        run("export", "xls", tmp_path / "x", "--graph", folder)
    with pytest.raises(GraphError, match="nobody is called 'Nobody'"):
        run("export", "json", tmp_path / "x", "--graph", folder, "--around", "Nobody")
    with pytest.raises(GraphError):
        run("export", "json", tmp_path / "x", "--graph", tmp_path / "none")
    assert not (tmp_path / "x").exists()


def test_the_docs_list_every_format_and_picture() -> None:
    text = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", text, re.M) and set(re.findall(r"^\| `(\w+)` \|", text, re.M)) == set(
        EXPORTERS
    )
    for picture in re.findall(r"\]\((pictures/[^)]+)\)", text):
        assert (ROOT / "docs" / picture).exists()


def test_there_is_a_file_for_every_format() -> None:
    files = {path.stem for path in (ROOT / "graph" / "exports").glob("*.py")}
    assert files - {"__init__", "catalog", "captions", "files", "flat"} == set(EXPORTERS)
