"""The CSV export, imported in bulk by neo4j-admin, gives the graph that `newsgraph load` gives."""

from pathlib import Path

import pytest

from graph.build import build
from graph.exports.catalog import export
from graph.exports.csv import ARGUMENTS
from graph.stores import Loaded
from graph.stores.neo4j import open_neo4j
from tests.conftest import CI, PASSWORD
from tests.neo4j import server as jars
from tests.neo4j.test_load import expected, held
from tests.samples import seeds

pytestmark = pytest.mark.neo4j


def test_a_bulk_import_of_the_csv_export_equals_a_load(tmp_path: Path) -> None:
    from tests.conftest import Server

    graph = build(seeds())
    files, home = tmp_path / "csv", tmp_path / "home"
    export(graph, "csv", files)
    options = []
    for line in (files / ARGUMENTS).read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition("=")
        if key in ("--nodes", "--relationships"):
            label, _, name = value.rpartition("=")
            value = f"{label}={files / name}" if label else str(files / name)
        options.append(f"{key}={value}" if value else key)
    try:
        jars.admin(home, "dbms", "set-initial-password", PASSWORD)
    except jars.Neo4jUnavailable as problem:
        say = f"no neo4j-admin to test with: {problem}"
        pytest.fail(say) if CI else pytest.skip(say)
    jars.admin(home, "database", "import", "full", "neo4j", *options, f"--report-file={tmp_path / 'report'}")
    with jars.server(home, password=PASSWORD) as running:
        server = Server(running.bolt_uri, "neo4j", PASSWORD)
        found, wanted = held(server), expected(graph)
        assert [one for one in found[0] if one not in wanted[0]] == []
        assert [one for one in found[1] if one not in wanted[1]] == []
        assert found == wanted
        store = open_neo4j(*server[:3])
        assert store.load(graph) == Loaded()
        store.close()
