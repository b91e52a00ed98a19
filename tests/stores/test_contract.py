"""What every store keeps: the graph it is given, exactly; answers that are plain values; no writing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.upsert import FINGERPRINT
from extract.errors import QueryError, StoreError
from graph import rows
from graph.records import Graph
from graph.stores import Loaded, Store
from tests.cypher.world import ANN, AWKWARD, FACTS, HOSTILE, entity, world
from tests.stores.kinds import KINDS, open_kind

COUNT = "MATCH (n:Entity) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS links"


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_kind(request.param, request, tmp_path)
    yield opened
    opened.close()


def size(graph: Graph) -> tuple[int, int]:
    return sum(1 for _ in rows.nodes(graph)), sum(1 for _ in rows.links(graph))


def test_loading_says_what_changed_and_twice_changes_nothing(store: Store) -> None:
    nodes, links = size(world())
    assert store.load(world()) == Loaded(created=nodes + links)
    assert store.load(world()) == Loaded()
    assert store.run(COUNT) == [{"nodes": nodes, "links": links}]


def test_a_change_is_applied_exactly(store: Store) -> None:
    graph = world()
    store.load(graph)
    told = graph.edges[0].model_copy(update={"status": "denied"})
    gone = next(edge for edge in graph.edges if edge.type == "HEADQUARTERED_IN")
    renamed = tuple(
        one.model_copy(update={"type": "Company"}) if one.name == "Beta" else one
        for one in graph.entities
        if one.name != "Rome"
    )
    new = entity("Person", "Newcomer")
    edges = tuple(edge for edge in (told, *graph.edges[1:]) if edge.id != gone.id)
    after = Graph(articles=graph.articles, entities=(*renamed, new), edges=edges)
    assert store.load(after) == Loaded(created=2, updated=2, removed=3)
    assert store.load(after) == Loaded()
    nodes, links = size(after)
    assert store.run(COUNT) == [{"nodes": nodes, "links": links}]
    held = store.run("MATCH (n {name: 'Beta'}) RETURN labels(n) AS labels")
    assert sorted(held[0]["labels"]) == ["Company", "Entity", "Organization"]
    assert store.run("MATCH (n {name: 'Rome'}) RETURN n.id AS id") == []
    status = store.run("MATCH ()-[r]->() WHERE r.id = $id RETURN r.status AS status", {"id": told.id})
    assert status == [{"status": "denied"}]
    assert store.load(graph) == Loaded(created=3, updated=2, removed=2)


def test_an_empty_graph_empties(store: Store) -> None:
    store.load(world())
    assert store.load(Graph()).removed == sum(size(world()))
    assert store.run(COUNT) == [{"nodes": 0, "links": 0}]


def test_every_property_comes_back_unharmed(store: Store) -> None:
    graph = world()
    store.load(graph)
    for node in rows.nodes(graph):
        found = store.run("MATCH (n:Entity {id: $id}) RETURN n, labels(n) AS labels", {"id": node.id})
        assert len(found) == 1
        whole = {key: value for key, value in found[0]["n"].items() if key != FINGERPRINT}
        assert whole == {"labels": sorted(node.labels), **node.properties}
        assert sorted(found[0]["labels"]) == sorted(node.labels)
    for link in rows.links(graph):
        text = "MATCH (a:Entity)-[r {id: $id}]->(b:Entity) RETURN r, a.id AS a, b.id AS b, type(r) AS type"
        found = store.run(text, {"id": link.id})
        assert [(row["a"], row["type"], row["b"]) for row in found] == [(link.start, link.type, link.end)]
        whole = {key: value for key, value in found[0]["r"].items() if key != FINGERPRINT}
        assert whole == {"type": link.type, **link.properties}


def test_very_long_names(store: Store) -> None:
    long = entity("Person", "é" * 100_000, "x" * 100_000)
    store.load(Graph(articles=world().articles, entities=(long,)))
    assert store.run("MATCH (n:Person) RETURN n.name AS name, n.aliases AS aliases") == [
        {"name": long.name, "aliases": list(long.aliases)}
    ]


def test_parameters_are_values(store: Store) -> None:
    store.load(world())
    text = "RETURN $text AS text, $number AS number, $truth AS truth, $nothing AS nothing, $list AS list, $map AS map"
    for hostile in HOSTILE:
        given = {"text": hostile, "number": 2.5, "truth": True, "nothing": None, "list": [1, 2], "map": {"a": hostile}}
        assert store.run(text, given) == [given]
    found = store.run(
        "MATCH (n:Person) WHERE n.name IN $names RETURN n.name AS name ORDER BY name", {"names": [ANN.name]}
    )
    assert found == [{"name": ANN.name}]


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:Person {id: 'x'})",
        "MATCH (n) SET n.name = 'x' RETURN n.name AS name",
        "MATCH (n) DETACH DELETE n",
        "MERGE (n:Entity {id: 'x'}) RETURN n.id AS id",
        "MATCH (n) REMOVE n.name",
        "UNWIND [1, 2] AS x CREATE (:Person {id: x})",
        "CREATE INDEX foo IF NOT EXISTS FOR (n:Person) ON (n.foo)",
    ],
)
def test_writing_is_refused(store: Store, text: str) -> None:
    store.load(world())
    nodes, links = size(world())
    with pytest.raises(QueryError, match="write"):
        store.run(text)
    assert store.run(COUNT) == [{"nodes": nodes, "links": links}]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("MATCH (n RETURN n", "RETURN"),
        ("FETCH everything", "FETCH"),
        ("", ""),
        ("MATCH (n) WHERE n.name = $gone RETURN n", "gone"),
        ("MATCH (n:Person) RETURN 1 / 0 AS x", "zero"),
    ],
)
def test_errors_say_why(store: Store, text: str, words: str) -> None:
    store.load(world())
    with pytest.raises(QueryError) as problem:
        store.run(text)
    assert words in str(problem.value)
    assert "\n" not in str(problem.value)
    assert "com.arcadedb" not in str(problem.value)


@pytest.mark.parametrize(
    "text", ["MATCH (n:Ghost) RETURN n.id AS id", "MATCH ()-[r:HAUNTED|SUED_BY]->() RETURN r.id AS id"]
)
def test_unknown_labels_give_no_rows(store: Store, text: str) -> None:
    store.load(world())
    assert store.run(text) == []


def test_values_are_plain(store: Store) -> None:
    store.load(world())
    text = """MATCH (p:Person {id: $id})-[r:OWNS]->(o) WITH p, r, o ORDER BY r.id
        RETURN p.aliases AS list, {who: p, through: [r]} AS map, date('2015-05-21') AS date, 3 AS whole, 0.5 AS part,
               null AS none, true AS truth"""
    (row,) = store.run(text, {"id": ANN.id})
    assert row["list"] == list(ANN.aliases)
    assert row["map"]["who"]["labels"] == ["Entity", "Person"]
    assert row["map"]["who"]["name"] == ANN.name
    assert row["map"]["through"][0]["type"] == "OWNS"
    assert list(row["map"]["who"]) == ["labels", *sorted(set(row["map"]["who"]) - {"labels"})]
    assert (row["date"], row["whole"], row["part"], row["none"], row["truth"]) == ("2015-05-21", 3, 0.5, None, True)


def test_rows_keep_order_and_columns(store: Store) -> None:
    store.load(world())
    found = store.run("MATCH (n:Person) RETURN n.name AS z, n.id AS a ORDER BY n.name DESC, n.id")
    people = sorted((one for one in world().entities if one.type == "Person"), key=lambda one: one.name, reverse=True)
    assert [row["z"] for row in found] == [one.name for one in people]
    assert all(list(row) == ["z", "a"] for row in found)


def test_the_schema_is_one_that_people_can_ask(store: Store) -> None:
    store.load(world())
    text = "MATCH (p:Person)-[r:FUNDED]->(o:Organization) RETURN p.name, r.amount, r.date, r.sentence ORDER BY r.id"
    funded = sorted((one for one in FACTS if one.type == "FUNDED" and one.subject == ANN.id), key=lambda one: one.id)
    assert [row["r.amount"] for row in store.run(text)] == [one.qualifiers.amount for one in funded]
    found = store.run("MATCH (p:Person)-[:SENDER_OF]->(m:Email) RETURN p.name AS name, m.date AS date")
    assert found == [{"name": ANN.name, "date": "2016-03"}]


def test_progress_is_told(store: Store) -> None:
    told: list[tuple[str, int, int]] = []
    store.load(world(), lambda *step: told.append(step))
    assert {stage for stage, _, _ in told} >= {"nodes", "links"}
    nodes, links = size(world())
    assert max(done for stage, done, _ in told if stage == "nodes") == nodes
    assert max(done for stage, done, _ in told if stage == "links") == links


def test_a_closed_store_answers_nothing(store: Store) -> None:
    store.load(world())
    store.close()
    with pytest.raises(StoreError):
        store.run("RETURN 1 AS one")
    store.close()


def test_awkward_names_are_awkward() -> None:
    assert len({one.id for one in AWKWARD}) == len(HOSTILE)
