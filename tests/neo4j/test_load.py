"""Loading into a real Neo4j: twice, after a change, beside foreign data, after a kill, with awkward strings."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from typer.testing import CliRunner

from extract.errors import QueryError, StoreError
from graph import folder, rows
from graph.build import build
from graph.changes import diff
from graph.cli import app
from graph.records import Graph
from graph.stores import Loaded, stamps
from graph.stores.neo4j import Neo4jStore, open_neo4j
from tests.conftest import Server
from tests.cypher.world import entity, world
from tests.exports.graphs import large
from tests.neo4j.clean import clean
from tests.samples import seeds

pytestmark = pytest.mark.neo4j


@pytest.fixture
def store(neo4j_server: Server) -> Iterator[Neo4jStore]:
    clean(neo4j_server)
    opened = open_neo4j(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    yield opened
    opened.close()


def ask(server: Server, text: str, **parameters: object) -> list[dict[str, object]]:
    """Run anything at all, writing too."""
    with (
        GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        driver.session(database="neo4j") as session,
    ):
        return [record.data() for record in session.run(text, parameters)]


def held(server: Server) -> tuple[list[object], list[object]]:
    """Everything in the database, in an order of its own."""
    nodes = ask(server, "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties")
    links = ask(server, "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties")
    return sorted((sorted(n["labels"]), sorted(n["properties"].items(), key=str)) for n in nodes), sorted(
        (str(r["a"]), r["type"], str(r["b"]), sorted(r["properties"].items(), key=str)) for r in links
    )


def expected(graph: Graph) -> tuple[list[object], list[object]]:
    return sorted((sorted(n.labels), sorted(n.properties.items(), key=str)) for n in stamps.nodes(graph)), sorted(
        (x.start, x.type, x.end, sorted(x.properties.items(), key=str)) for x in stamps.links(graph)
    )


def test_the_database_holds_exactly_the_graph(store: Neo4jStore, neo4j_server: Server) -> None:
    graph = build(seeds())
    store.load(graph)
    assert held(neo4j_server) == expected(graph)


def test_a_later_load_applies_exactly_the_difference(store: Neo4jStore, neo4j_server: Server) -> None:
    old, new = build(seeds()[:3]), build(seeds()[1:])
    store.load(old)
    changes = diff(old, new)
    loaded = store.load(new)
    assert loaded.removed == len(changes.removed_nodes) + len(
        set(changes.removed_links) - {x.id for x in changes.created_links}
    )
    assert loaded.created >= len(changes.created_nodes) > 0
    assert held(neo4j_server) == expected(new)
    assert store.load(new) == Loaded()


def test_foreign_data_is_not_touched(store: Neo4jStore, neo4j_server: Server) -> None:
    graph = build(seeds())
    store.load(graph)
    one = next(node.id for node in graph.entities if node in build(seeds()[:4]).entities)
    ask(
        neo4j_server,
        "MATCH (n:Entity {id: $id}) SET n:Starred CREATE (:Person {name: 'mine', note: 'keep'})-[:KNOWS {a: 1}]->(n)",
        id=one,
    )
    ask(neo4j_server, "CREATE (:Entity {name: 'no id'})-[:FUNDED {amount: 1}]->(:Company {name: 'foreign'})")
    store.load(build(seeds()[:4]))
    store.load(graph)
    found = ask(
        neo4j_server,
        "MATCH (x:Person {name: 'mine'})-[r:KNOWS]->(n) "
        "RETURN x.note AS note, r.a AS a, n.id AS id, n:Starred AS starred",
    )
    assert found == [{"note": "keep", "a": 1, "id": one, "starred": True}]
    assert ask(neo4j_server, "MATCH (:Entity {name: 'no id'})-[r:FUNDED]->(:Company) RETURN r.amount AS amount") == [
        {"amount": 1}
    ]


def test_a_foreign_link_goes_only_with_the_node_it_hung_on(store: Neo4jStore, neo4j_server: Server) -> None:
    """A link can't hang on nothing: where one of our nodes goes, foreign links on it go; the other end stays."""
    old, new = build(seeds()), build(seeds()[:4])
    store.load(old)
    gone = min({node.id for node in old.entities} - {node.id for node in new.entities})
    ask(neo4j_server, "MATCH (n:Entity {id: $id}) CREATE (:Note {text: 'mine'})-[:ABOUT]->(n)", id=gone)
    store.load(new)
    found = ask(neo4j_server, "MATCH (x:Note) RETURN x.text AS text, COUNT { (x)--() } AS links")
    assert found == [{"text": "mine", "links": 0}]


def test_a_foreign_node_with_one_of_our_ids_is_not_taken_over(store: Neo4jStore, neo4j_server: Server) -> None:
    graph = build(seeds())
    ask(neo4j_server, "CREATE (:Entity {id: $id, name: 'foreign'})", id=graph.entities[3].id)
    with pytest.raises(StoreError, match="a node that newsgraph did not write has the id"):
        store.load(graph)
    assert ask(neo4j_server, "MATCH (n:Entity) RETURN n.name AS name") == [{"name": "foreign"}]


def test_the_graph_can_be_asked_as_people_type_it(store: Neo4jStore) -> None:
    store.load(build(seeds()))
    found = store.run("MATCH (p:Person)-[r:FUNDED]->(o:Company) RETURN p.name, r.amount, r.date, r.status, r.sentence")
    assert any(
        row["p.name"] == "Elon Musk" and row["r.amount"] == 15000000 and row["r.date"] == "2016" for row in found
    )
    assert all(row["r.status"] and row["r.sentence"] for row in found)
    schema = store.run("CALL db.schema.visualization() YIELD nodes, relationships RETURN nodes, relationships")[0]
    assert {"Person", "Company", "Lawsuit", "Article"} <= {node["name"] for node in schema["nodes"]}
    words = store.run(
        "CALL db.index.fulltext.queryNodes('newsgraph_names', 'musk') YIELD node RETURN node.name AS name"
    )
    assert {"name": "Elon Musk"} in words


def awkward() -> list[str]:
    """200 strings that end quotes, look like code, or are odd in themselves."""
    pieces = [
        "'", '"', "`", "\\", "'; MATCH (n) DETACH DELETE n //", '"}) DETACH DELETE n', "`}]->() //", "$rows", "{{x}}",
        "null", "NULL", "true", "0", "-1", "1e999", "NaN", "", " ", "\t", "\n", "\r\n", "\u2028", "\u00a0", "\ufeff",
        "é", "e\u0301", "ß", "İ", "日本語", "العربية", "עברית", "🦉", "👩‍👩‍👧", "\U0010ffff", "\u200b",
        "<script>alert(1)</script>", "&amp;", "%s", "%00", "../../etc/passwd", "a" * 10_000, "é" * 100_000, "/* */",
        "//", "--", "#{x}", "${jndi:x}", "\x01", "\x7f", "Robert'); DROP TABLE Students;--",
    ]  # fmt: skip
    random.seed(7)
    return [*pieces, *("".join(random.sample(pieces[:40], 3)) for _ in range(200 - len(pieces)))]


def test_awkward_strings_come_back_unchanged(store: Neo4jStore) -> None:
    strings = awkward()
    assert len(strings) == 200
    entities = {e.id: e for e in (entity("Person", text or f"empty {i}", text) for i, text in enumerate(strings))}
    graph = Graph(articles=world().articles, entities=tuple(entities[key] for key in sorted(entities)))
    store.load(graph)
    found = {
        row["id"]: row for row in store.run("MATCH (n:Person) RETURN n.id AS id, n.name AS name, n.aliases AS aliases")
    }
    assert {key: (row["name"], tuple(row["aliases"])) for key, row in found.items()} == {
        e.id: (e.name, e.aliases) for e in entities.values()
    }
    assert store.load(graph) == Loaded()


KILLS = 10


def test_a_killed_load_is_completed_by_the_next(neo4j_server: Server, tmp_path: Path) -> None:
    """Killed ten times, each when a drawn share of the graph is there; the graph is then the one loaded in peace.

    A moment goes by what the database holds, not by the clock, so that a quicker machine is killed midway too.
    """
    graph = large(1500, 4000)
    folder.save_graph(tmp_path, graph)
    command = [sys.executable, "-c", "from graph.cli import main; main()", "load", "--graph", str(tmp_path)]
    where = {**os.environ, "NEO4J_URI": neo4j_server.uri, "NEO4J_USER": neo4j_server.user}
    where["NEO4J_PASSWORD"] = neo4j_server.password
    clean(neo4j_server)
    subprocess.run(command, env=where, check=True, capture_output=True)
    peace = held(neo4j_server)
    assert peace == expected(graph)
    total = len(peace[0]) + len(peace[1])
    draw = random.Random(20)
    left = []
    for _ in range(2 * KILLS):
        clean(neo4j_server)
        running = subprocess.Popen(command, env=where, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _await_rows(neo4j_server, running, draw.uniform(0, 0.8) * total, draw.uniform(0, 0.05))
        finally:  # a loader that is left behind would write into the next test's database
            running.send_signal(signal.SIGKILL)
        if running.wait() == -signal.SIGKILL:
            left.append(_count(neo4j_server))
        again = CliRunner().invoke(app, ["load", "--graph", str(tmp_path)], env=where, catch_exceptions=False)
        assert again.exit_code == 0, again.output
        assert held(neo4j_server) == peace
        if len(left) == KILLS:
            break
    assert len(left) == KILLS, "the load ended before it could be killed"
    assert sum(0 < rows < total for rows in left) >= KILLS // 2, f"too few were killed between two batches: {left}"


def _await_rows(server: Server, running: subprocess.Popen[bytes], wanted: float, pause: float) -> None:
    """Return a pause after the database holds so many nodes and links, or when the load has ended."""
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        while running.poll() is None and _counted(driver) < wanted:
            time.sleep(0.01)
    time.sleep(pause)


def _count(server: Server) -> int:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        return _counted(driver)


def _counted(driver: Driver) -> int:
    """Nodes and links in the database, both from its own counters, so that asking is cheap."""
    counts = ("MATCH (n) RETURN count(n)", "MATCH ()-[r]->() RETURN count(r)")
    return sum(int(driver.execute_query(text, database_="neo4j").records[0][0]) for text in counts)


def test_the_command_says_what_changed(neo4j_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clean(neo4j_server)
    folder.save_extractions(tmp_path, seeds())
    graph = folder.rebuild(tmp_path)
    total = sum(1 for _ in rows.nodes(graph)) + sum(1 for _ in rows.links(graph))
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    words = ["load", "--graph", str(tmp_path), "--uri", neo4j_server.uri, "--user", neo4j_server.user]
    first, second = (CliRunner().invoke(app, words, catch_exceptions=False) for _ in range(2))
    assert f"{total} created, 0 updated, 0 removed" in first.output
    assert "0 created, 0 updated, 0 removed" in second.output
    asked = ["query", "who-sued-whom", "--uri", neo4j_server.uri, "--format", "json"]
    assert "Elon Musk" in CliRunner().invoke(app, asked, catch_exceptions=False).output


def test_errors_say_what_to_do(neo4j_server: Server) -> None:
    good = (neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    with pytest.raises(StoreError, match="wrong user or password; set NEO4J_PASSWORD"):
        open_neo4j(good[0], good[1], "not-the-password")
    with pytest.raises(StoreError, match="there is no database 'elsewhere'"):
        open_neo4j(*good, database="elsewhere")
    store = open_neo4j(*good)
    with pytest.raises(QueryError, match="this statement writes"):
        store.run("CREATE (n:Entity {id: 'x'})")
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.run("RETURN 1 AS one")


def test_a_constraint_broken_by_foreign_data_is_named(neo4j_server: Server) -> None:
    clean(neo4j_server)
    ask(neo4j_server, "DROP CONSTRAINT newsgraph_id IF EXISTS")
    ask(neo4j_server, "UNWIND [1, 2] AS x CREATE (:Entity {id: 'twice'})")
    store = open_neo4j(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    with pytest.raises(StoreError, match="twice"):
        store.load(build(seeds()))
    store.close()
    clean(neo4j_server)
