"""The embedded copy: made once, shared by processes, made again when the graph changes or a piece is missing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.errors import GraphError, StoreError
from graph.records import Graph
from graph.stores import arcade, copies
from graph.stores.embedded import PLACE, EmbeddedStore, open_embedded
from tests.cypher.world import world

COUNT = "MATCH (n:Entity) RETURN count(n) AS nodes"
NODES = [{"nodes": len(world().entities) + len(world().articles)}]


def folder_with_graph(tmp_path: Path, text: str = "state 1") -> Path:
    (tmp_path / "graph.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def never() -> Graph:
    raise AssertionError("the graph was read again")


def copy_of(folder: Path) -> Path:
    (copy,) = [one for one in (folder / PLACE).iterdir() if (one / copies.MANIFEST).is_file()]
    return copy


def test_a_copy_is_made_once(tmp_path: Path) -> None:
    folder = folder_with_graph(tmp_path)
    for graph in (world, never, never):
        store = open_embedded(folder, graph)
        assert store.run(COUNT) == NODES
        store.close()


def test_a_changed_graph_is_copied_again_and_the_old_copy_goes(tmp_path: Path) -> None:
    folder = folder_with_graph(tmp_path)
    open_embedded(folder, world).close()
    before = copy_of(folder)
    folder_with_graph(tmp_path, "state 2")
    store = open_embedded(folder, Graph)
    assert store.run(COUNT) == [{"nodes": 0}]
    store.close()
    assert copy_of(folder) != before


def truncate(copy: Path) -> None:
    biggest = max((one for one in copy.iterdir() if one.name != copies.MANIFEST), key=lambda one: one.stat().st_size)
    biggest.write_bytes(biggest.read_bytes()[:-1])


def lose_schema(copy: Path) -> None:
    (copy / "schema.json").unlink()


def lose_manifest(copy: Path) -> None:
    (copy / copies.MANIFEST).unlink()


def spoil_manifest(copy: Path) -> None:
    (copy / copies.MANIFEST).write_text("{", encoding="utf-8")


def spoil_schema(copy: Path) -> None:
    """Same length, so that only opening it tells."""
    schema = copy / "schema.json"
    schema.write_bytes(b"x" * schema.stat().st_size)


def old_format(copy: Path) -> None:
    text = (copy / copies.MANIFEST).read_text(encoding="utf-8")
    (copy / copies.MANIFEST).write_text(text.replace('"format": ', '"format": 9'), encoding="utf-8")


def leave_lock(copy: Path) -> None:
    (copy / "database.lck").write_bytes(b"")


def empty(copy: Path) -> None:
    shutil.rmtree(copy)
    copy.mkdir()


@pytest.mark.parametrize(
    "break_it",
    [truncate, lose_schema, lose_manifest, spoil_manifest, spoil_schema, old_format, leave_lock, empty],
)
def test_a_broken_copy_is_made_again(tmp_path: Path, break_it: Callable[[Path], None]) -> None:
    folder = folder_with_graph(tmp_path)
    open_embedded(folder, world).close()
    break_it(copy_of(folder))
    store = open_embedded(folder, world)
    assert store.run(COUNT) == NODES
    store.close()
    store = open_embedded(folder, never)
    assert store.run(COUNT) == NODES
    store.close()


def test_two_stores_of_one_process_share_a_copy(tmp_path: Path) -> None:
    folder = folder_with_graph(tmp_path)
    first, second = open_embedded(folder, world), open_embedded(folder, never)
    first.close()
    assert second.run(COUNT) == NODES
    second.close()
    with pytest.raises(StoreError):
        second.run(COUNT)


ASK = """
import sys
from pathlib import Path
from graph.stores.embedded import open_embedded
from tests.cypher.world import world
store = open_embedded(Path(sys.argv[1]), world)
print(store.run("MATCH (n:Entity) RETURN count(n) AS nodes")[0]["nodes"], flush=True)
if len(sys.argv) > 2:
    sys.stdin.readline()
store.close()
"""


def ask(folder: Path, *more: str) -> "subprocess.Popen[str]":
    root = str(Path(__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, "-c", ASK, str(folder), *more],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_processes_share_a_copy_and_print_nothing_of_their_own(tmp_path: Path) -> None:
    folder = folder_with_graph(tmp_path)
    store = open_embedded(folder, world)
    other = ask(folder)
    out, err = other.communicate(timeout=60)
    assert (out.split(), err) == ([str(NODES[0]["nodes"])], "")
    assert store.run(COUNT) == NODES
    store.close()


def test_processes_that_build_at_once_all_answer(tmp_path: Path) -> None:
    folder = folder_with_graph(tmp_path)
    for one in [ask(folder) for _ in range(3)]:
        out, err = one.communicate(timeout=120)
        assert (out.split(), err) == ([str(NODES[0]["nodes"])], "")
    copy_of(folder)


def test_a_killed_reader_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = folder_with_graph(tmp_path)
    other = ask(folder, "wait")
    assert other.stdout is not None and other.stdout.readline()
    other.kill()
    other.communicate(timeout=60)
    store = open_embedded(folder, never)
    assert store.run(COUNT) == NODES
    store.close()


def test_a_build_that_died_is_no_copy(tmp_path: Path) -> None:
    folder = folder_with_graph(tmp_path)

    def dies() -> Graph:
        raise GraphError("the graph cannot be read")

    with pytest.raises(GraphError, match="cannot be read"):
        open_embedded(folder, dies)
    left = folder / PLACE / "building-left"
    left.mkdir()
    os.utime(left, (0, 0))
    store = open_embedded(folder, world)
    assert store.run(COUNT) == NODES
    store.close()
    assert not left.exists()


def test_where_nothing_can_be_written_the_copy_is_temporary(tmp_path: Path) -> None:
    folder = folder_with_graph(tmp_path)
    (folder / PLACE).write_text("in the way", encoding="utf-8")
    store = open_embedded(folder, world)
    assert store.run(COUNT) == NODES
    (place,) = store._temporary
    assert place.is_dir()
    store.close()
    assert not place.exists()


def test_a_folder_without_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="newsgraph build"):
        open_embedded(tmp_path / "none", never)
    assert not (tmp_path / "none").exists()


def test_without_an_engine_the_error_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arcade, "MODULES", ("no_such_engine_1", "no_such_engine_2"))
    with pytest.raises(StoreError, match=r"pip install arcadedb.*docker compose up.*--uri"):
        EmbeddedStore(tmp_path)


def test_a_store_without_a_graph_says_so(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    with pytest.raises(StoreError, match="no graph"):
        store.run(COUNT)
    store.close()
