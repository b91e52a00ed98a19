import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.schema import link_types
from graph.exports.cypher import literal, render
from graph.stores import arcade, stamps
from tests.exports.graphs import large, small

HOPELESS = "arcadedb has no wheel for this machine"


@pytest.fixture(scope="module")
def engine() -> Any:
    pytest.importorskip("arcadedb", reason=HOPELESS)
    return arcade.engine(Path(tempfile.gettempdir()))


@pytest.fixture
def database(engine: Any, tmp_path: Path) -> Iterator[Any]:
    found = engine.create_database(str(tmp_path / "db"))
    yield found
    found.close()


def run(database: Any, script: str) -> None:
    """Statement by statement; arcadedb needs a transaction for many links, none where labels change, no full text."""
    for statement in re.split(r";\n(?=UNWIND|CREATE|\Z)", script):
        if "MERGE (a)" in statement:
            with database.transaction():
                database.command("opencypher", statement)
        elif statement.strip() and "FULLTEXT" not in statement:
            database.command("opencypher", statement)


def ask(database: Any, text: str) -> list[dict[str, Any]]:
    return [dict(row) for row in database.query("opencypher", text).to_list()]


@pytest.mark.parametrize("graph", [small(), large(120, 400)])
def test_an_engine_that_runs_the_script_holds_the_graph(graph, database: Any) -> None:
    run(database, "".join(render(graph)))
    run(database, "".join(render(graph)))
    nodes = {
        row["id"]: row
        for row in ask(database, "MATCH (n:Entity) RETURN n.id AS id, labels(n) AS l, properties(n) AS p")
    }
    expected = {node.id: node for node in stamps.nodes(graph)}
    assert nodes.keys() == expected.keys()
    for key, node in expected.items():
        assert sorted(nodes[key]["l"]) == sorted(node.labels)
        assert nodes[key]["p"] == node.properties
    links = {link.id: link for link in stamps.links(graph)}
    found = 0
    for kind in link_types():
        text = f"MATCH (a)-[r:{kind}]->(b) RETURN r.id AS id, a.id AS start, b.id AS end, properties(r) AS p"
        for row in ask(database, text):
            link = links[row["id"]]
            assert (row["start"], row["end"], kind) == (link.start, link.end, link.type)
            assert row["p"] == link.properties
            found += 1
    assert found == len(links)


def test_no_value_ends_its_quotes_or_bears_a_unicode_escape() -> None:
    assert literal("it's \\u0027 \\") == "'it\\'s \\\\' + 'u0027 \\\\'"
    assert literal({"a": [1, 2.5, True], "b": "x\ny"}) == "{a: [1, 2.5, true], b: 'x\\ny'}"
    assert literal(1e22) == "1e22"
    for statement in "".join(render(small())).split(";\n"):
        assert not re.search(r"(?<!\\)(?:\\\\)*\\u", statement)
        assert "\\\\u" not in statement
        assert "$" not in re.sub(r"'(?:[^'\\]|\\.)*'", "", statement)


@settings(max_examples=300, deadline=None)
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30))
def test_any_text_comes_back_as_it_was(text: str, engine: Any, scratch: Any) -> None:
    assert ask(scratch, f"RETURN {literal(text)} AS text") == [{"text": text}]


@pytest.fixture(scope="module")
def scratch(engine: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    found = engine.create_database(str(tmp_path_factory.mktemp("scratch") / "db"))
    yield found
    found.close()
