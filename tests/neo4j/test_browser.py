"""What `newsgraph browser` writes: read by a real server, and used in a real Neo4j Browser."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cypher.catalog import questions
from cypher.schema import link_types, special_labels
from extract import ontology
from graph import browser
from graph.build import build
from graph.cli import app
from graph.stores.neo4j import open_neo4j
from tests.conftest import Server
from tests.neo4j.chromium import chromium, dress, drop, opened
from tests.neo4j.clean import clean
from tests.samples import seeds


def test_the_sheet_has_a_block_for_every_label_and_every_link() -> None:
    sheet = browser.style()
    for label in special_labels():
        assert f"node.{label} {{" in sheet and browser.COLOURS[label][0] in sheet
    for kind in link_types():
        assert f"relationship.{kind} {{" in sheet
    assert sheet.index("node.Organization {") < sheet.index("node.Company {"), "the more special block comes later"
    assert sheet.count('caption: "{caption}"') == len(ontology.RELATIONS)


def test_the_favourites_are_all_questions_in_folders_and_the_same_bytes_twice(tmp_path: Path) -> None:
    for place in ("one", "two"):
        result = CliRunner().invoke(app, ["browser", str(tmp_path / place)], catch_exceptions=False)
        assert "/browser/?dbms=bolt" in result.output
    first = (tmp_path / "one" / browser.FAVOURITES).read_bytes()
    assert first == (tmp_path / "two" / browser.FAVOURITES).read_bytes()
    with zipfile.ZipFile(tmp_path / "one" / browser.FAVOURITES) as archive:
        names = archive.namelist()
        assert {Path(name).stem for name in names} == set(questions())
        assert all(len(Path(name).parts) == 2 for name in names)
        assert archive.read(names[0]).decode("utf-8").startswith("// ")


@pytest.fixture(scope="module")
def loaded(neo4j_server: Server) -> Server:
    clean(neo4j_server)
    store = open_neo4j(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    store.load(build(seeds()))
    store.close()
    return neo4j_server


@pytest.mark.neo4j
def test_the_server_reads_every_favourite_and_the_first_link(loaded: Server) -> None:
    store = open_neo4j(loaded.uri, loaded.user, loaded.password)
    rows = {name: len(store.run(browser.favourite(name))) for name in questions()}
    assert rows["who-sued-whom"] > 0 and rows["timeline"] > 0 and rows["articles"] == 5
    assert len(store.run(browser.FIRST)) > 20
    store.close()


@pytest.fixture(scope="module")
def page(loaded: Server) -> Iterator[Any]:
    if loaded.http is None:
        pytest.skip("Neo4j Browser is driven on a server that the tests started themselves")
    chromium()
    with opened(loaded) as found:
        dress(found)
        yield found


@pytest.mark.neo4j
@pytest.mark.browser
def test_browser_draws_the_seeds_in_the_sheets_colours(page: Any) -> None:
    page.click("[data-testid=editor-Run]")
    page.wait_for_selector("svg circle.b-outline", timeout=60_000)
    colours = page.eval_on_selector_all("svg circle.b-outline", "all => all.map(one => one.getAttribute('fill'))")
    assert {browser.COLOURS["Person"][0], browser.COLOURS["Company"][0]} <= set(colours)
    assert set(colours) <= {fill for fill, _ in browser.COLOURS.values()}
    names = " ".join(page.eval_on_selector_all("svg .node text", "all => all.map(one => one.textContent)"))
    assert "Elon Musk" in names and "OpenAI" in names
    captions = " ".join(page.eval_on_selector_all("svg .relationship text", "all => all.map(one => one.textContent)"))
    assert "FOUNDED" in captions and "(planned)" in captions


@pytest.mark.neo4j
@pytest.mark.browser
def test_a_favourite_runs_at_a_click(page: Any) -> None:
    page.click("[data-testid=navigationFavorites]")
    drop(page, browser.FAVOURITES, browser.favourites(), "application/zip")
    question = questions()["who-sued-whom"]
    page.get_by_text(question.chapter, exact=True).first.click(timeout=30_000)
    page.get_by_text(question.title, exact=True).first.click(timeout=30_000)
    page.click("[data-testid=editor-Run]")
    page.get_by_text("plaintiff").first.wait_for(timeout=60_000)
    assert "Elon Musk" in page.locator("[data-testid=stream]").inner_text()


@pytest.mark.neo4j
def test_every_query_of_the_page_gives_rows(loaded: Server) -> None:
    text = (Path(__file__).parent.parent.parent / "docs" / "neo4j.md").read_text(encoding="utf-8")
    queries = re.findall(r"```cypher\n(.*?)```", text, re.S)
    assert len(queries) == 5
    store = open_neo4j(loaded.uri, loaded.user, loaded.password)
    for query in queries:
        assert store.run(query), query
    store.close()
