import json
from pathlib import Path

import networkx as nx
import pytest

from extract.errors import ExportError
from graph.exports import json as node_link
from graph.exports.catalog import export
from tests.exports.graphs import large, small


@pytest.mark.parametrize("graph", [small(), large(60, 200)])
def test_json_reads_back_to_an_equal_graph(graph, tmp_path: Path) -> None:
    export(graph, "json", tmp_path / "graph.json")
    assert node_link.read(tmp_path / "graph.json") == graph


def test_networkx_reads_json_as_it_is(tmp_path: Path) -> None:
    export(small(), "json", tmp_path / "graph.json")
    found = nx.node_link_graph(json.loads((tmp_path / "graph.json").read_text(encoding="utf-8")), edges="edges")
    assert isinstance(found, nx.MultiDiGraph)
    facts = [data for _, _, data in found.edges(data=True) if "evidence" in data]
    assert len(facts) == len(small().edges)
    assert {data["status"] for data in facts} == {"asserted", "alleged", "denied", "planned", "attempted", "failed"}
    assert all(data["evidence"][0]["sentence"] for data in facts)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"graph": {"format": "newsgraph", "version": 99}}', "{"])
def test_a_foreign_file_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(text)
    with pytest.raises(ExportError, match=r"other\.json"):
        node_link.read(tmp_path / "other.json")


def test_a_broken_record_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "graph.json"
    export(small(), "json", target)
    target.write_text(target.read_text(encoding="utf-8").replace('"denied"', '"doubted"'), encoding="utf-8")
    with pytest.raises(ExportError, match="not as newsgraph writes it"):
        node_link.read(target)
