"""What holds for every format: status and sentence are in it, bytes repeat, files are whole or not there."""

import time
from pathlib import Path

import pytest

from extract.errors import ExportError
from graph.exports.catalog import EXPORTERS, export, exporter
from graph.exports.files import write_file
from graph.records import Graph
from tests.exports.graphs import large, small

FORMATS = sorted(EXPORTERS)


def text_of(target: Path) -> str:
    files = sorted(target.iterdir()) if target.is_dir() else [target]
    return "".join(f"--- {path.name}\n{path.read_text(encoding='utf-8')}" for path in files)


@pytest.mark.parametrize("name", FORMATS)
def test_status_sentence_and_article_are_in_the_file(name: str, tmp_path: Path) -> None:
    export(small(), name, tmp_path / "out")
    whole = text_of(tmp_path / "out")
    for told in ("asserted", "alleged", "denied", "planned", "attempted", "failed"):
        assert told in whole
    for edge in small().edges:
        for one in edge.evidence:
            if one.sentence.isprintable():
                assert one.sentence in whole or one.sentence.replace("'", "\\'") in whole
            assert one.article in whole


@pytest.mark.parametrize("name", FORMATS)
def test_bytes_are_the_same_each_time_and_end_in_a_newline(name: str, tmp_path: Path) -> None:
    export(small(), name, tmp_path / "one")
    export(small(), name, tmp_path / "two")
    assert text_of(tmp_path / "one").replace("--- one", "--- two") == text_of(tmp_path / "two")
    assert text_of(tmp_path / "one").endswith("\n")
    export(small(), name, tmp_path / "one")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_graph_can_be_written(name: str, tmp_path: Path) -> None:
    export(Graph(), name, tmp_path / "out")
    assert (tmp_path / "out").exists()


@pytest.mark.parametrize("name", FORMATS)
def test_twenty_thousand_facts_are_written_in_ten_seconds(name: str, tmp_path: Path) -> None:
    graph = large()
    started = time.process_time()
    export(graph, name, tmp_path / "out")
    assert time.process_time() - started < 10


def test_an_unknown_format_is_named_with_those_there_are() -> None:
    with pytest.raises(ExportError, match=r"no format 'xls'; there are .*graphml"):
        exporter("xls")


def test_a_file_that_fails_half_way_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "graph.json"
    target.write_text("old")

    def pieces():
        yield "new"
        raise KeyError("half way")

    with pytest.raises(KeyError):
        write_file(target, pieces())
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="cannot be written"):
        export(small(), "json", tmp_path / "file" / "graph.json")
