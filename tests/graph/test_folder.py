"""The folder on disk: what is saved comes back, and what is broken is refused by file and line."""

import json
import os
from pathlib import Path

import pytest

from extract.errors import GraphError
from extract.records import Article, Extraction
from graph import folder, rows
from graph.build import build
from graph.judgements import Member, same, withdraw
from tests.graph.invented import extraction
from tests.samples import seeds

ODD = Article(
    id="ödd \u2028 id",
    text='One "quoted"\r\nline \u2028 and\tone 🦉.\x0b',
    metadata={"none": None, "list": [1, {"deep": None}], "z": 1.5},
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder.save_extractions(tmp_path, seeds())
    folder.save_judgements(tmp_path, [withdraw(seeds()[0].article.id)])
    folder.rebuild(tmp_path)
    return tmp_path


def test_odd_articles_come_back_as_they_were(tmp_path: Path) -> None:
    told = (Extraction(article=ODD),)
    folder.save_extractions(tmp_path, told)
    assert folder.load_extractions(tmp_path) == told
    assert folder.rebuild(tmp_path) == folder.load_folder(tmp_path) == build(told)


def test_every_line_is_json_and_the_first_tells_the_version(place: Path) -> None:
    text = (place / folder.GRAPH).read_bytes()
    assert b"\r" not in text and text.endswith(b"\n")
    header, *lines = [json.loads(line) for line in text.decode("utf-8").split("\n")[:-1]]
    assert header == {"format": "newsgraph", "version": 1}
    assert [next(iter(line)) for line in lines] == sorted(
        (next(iter(line)) for line in lines), key=["article", "entity", "edge"].index
    )


def test_a_re_read_article_replaces_the_earlier_one(place: Path) -> None:
    article = seeds()[1].article
    folder.save_extractions(place, [Extraction(article=article)])
    held = {one.article.id: one for one in folder.load_extractions(place)}
    assert len(held) == len(seeds())
    assert held[article.id].claims == ()
    assert not any(one.article == article.id for edge in folder.rebuild(place).edges for one in edge.evidence)


def test_files_are_the_same_whatever_the_order_of_saving(place: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for one in reversed(seeds()):
        folder.save_extractions(other, [one])
    folder.save_judgements(other, folder.load_judgements(place))
    folder.rebuild(other)
    for name in (folder.EXTRACTIONS, folder.GRAPH, folder.JUDGEMENTS):
        assert (other / name).read_bytes() == (place / name).read_bytes()


def test_nothing_else_is_left_in_the_folder(place: Path) -> None:
    assert sorted(path.name for path in place.iterdir()) == sorted(
        [folder.EXTRACTIONS, folder.GRAPH, folder.JUDGEMENTS]
    )


def test_a_write_that_dies_leaves_the_file_as_it_was(place: Path) -> None:
    before = (place / folder.GRAPH).read_bytes()

    def lines() -> object:
        yield "one line"
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        folder.write_atomically(place / folder.GRAPH, lines())  # type: ignore[arg-type]
    assert (place / folder.GRAPH).read_bytes() == before
    assert len(list(place.iterdir())) == 3


def spoiled(place: Path, name: str, old: str, new: str) -> None:
    path = place / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"version": 1', '"version": 9', r"format version 9, this newsgraph reads 1; build it again"),
        ('"format": "newsgraph"', '"form": 1', r"graph\.jsonl:1: no header of a newsgraph graph"),
        ('{"format"', 'nonsense\n{"format"', r"graph\.jsonl:1: no header of a newsgraph graph"),
        ('"subject"', '"sabject"', r"graph\.jsonl:\d+: .*; the file is broken, build it again"),
        ('{"entity"', '{"thing"', r"graph\.jsonl:\d+: no article, entity or edge"),
        ('{"entity"', '"entity"', r"graph\.jsonl:\d+: no JSON"),
        ('{"entity"', '[]\n{"entity"', r"graph\.jsonl:\d+: no article, entity or edge"),
    ],
)
def test_a_broken_graph_is_refused_by_file_and_line(place: Path, old: str, new: str, reason: str) -> None:
    spoiled(place, folder.GRAPH, old, new)
    with pytest.raises(GraphError, match=reason):
        folder.load_folder(place)


def test_broken_extractions_and_judgements_are_refused_by_file_and_line(place: Path) -> None:
    spoiled(place, folder.EXTRACTIONS, '"evidence_start":', '"evidence_start":1')
    with pytest.raises(GraphError, match=r"extractions\.jsonl:1: .*does not re-slice"):
        folder.rebuild(place)
    spoiled(place, folder.JUDGEMENTS, "withdraw", "banish")
    with pytest.raises(GraphError, match=r"judgements\.jsonl:1: verdict: "):
        folder.load_judgements(place)


def test_an_empty_graph_file_is_refused(place: Path) -> None:
    (place / folder.GRAPH).write_text("", encoding="utf-8")
    with pytest.raises(GraphError, match="no header"):
        folder.load_folder(place)
    (place / folder.GRAPH).write_bytes(b"\xff\xfe")
    with pytest.raises(GraphError, match="cannot be read"):
        folder.load_folder(place)


def test_a_folder_without_a_graph_says_what_builds_one(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="newsgraph build ARTICLES --graph"):
        folder.load_folder(tmp_path)
    assert folder.load_extractions(tmp_path) == () == folder.load_judgements(tmp_path)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GraphError, match=r"file/extractions\.jsonl: cannot be written"):
        folder.save_extractions(tmp_path / "file", seeds())


@pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of Unix")
def test_others_may_read_what_the_mask_lets_them(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        folder.save_judgements(tmp_path, [])
    finally:
        os.umask(mask)
    assert (tmp_path / folder.JUDGEMENTS).stat().st_mode & 0o777 == 0o644


def test_judgements_keep_the_order_they_were_made_in(tmp_path: Path) -> None:
    made = [
        same(Member(family="Person", name="Zed Roe"), Member(family="Person", name="Zac Roe")),
        withdraw("a"),
        same(Member(family="Person", name="Ann Lee"), Member(family="Person", name="Lee", article="a")),
    ]
    folder.save_judgements(tmp_path, made)
    assert folder.load_judgements(tmp_path) == tuple(made)


def test_a_large_graph_builds_and_loads_in_seconds(tmp_path: Path) -> None:
    import time

    told = []
    for i in range(500):
        names: list[tuple[str, ...]] = [("Person", f"Given{i * 5 + j} Name{i * 5 + j}") for j in range(5)]
        names += [("Company", f"Firm{(i * 5 + j) * 7 % 2500} Works") for j in range(5)]
        kinds = ("FOUNDED", "OWNS", "HELD_ROLE", "FUNDED")
        facts = [
            {"type": kinds[k % 4], "subject": names[k % 5][1], "object": names[5 + (k * 3 + k // 20) % 5][1],
             **({"amount": k} if k % 4 == 3 else {}), **({"title": f"title {k}"} if k % 4 == 2 else {})}
            for k in range(40)
        ]  # fmt: skip
        told.append(extraction(f"story-{i}", names, facts))
    start = time.process_time()
    graph = build(told)
    built = time.process_time() - start
    folder.save_graph(tmp_path, graph)
    assert folder.load_folder(tmp_path) == graph
    assert len([one for one in graph.entities if not one.properties]) == 5000
    assert built < 20 and time.process_time() - start < 60


def test_a_graph_read_from_its_file_has_the_same_rows(tmp_path: Path) -> None:
    folder.save_extractions(tmp_path, seeds())
    graph = folder.rebuild(tmp_path)
    held = folder.GraphFile(tmp_path)
    for _ in range(2):
        assert list(rows.nodes(held)) == list(rows.nodes(graph))
        assert list(rows.links(held)) == list(rows.links(graph))
    with pytest.raises(GraphError, match="no graph here"):
        folder.GraphFile(tmp_path / "elsewhere")
