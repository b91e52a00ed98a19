"""The page as text: whole in itself, checked by hashes, and no name in it is markup."""

import json
import re
from base64 import b64encode
from hashlib import sha256

from extract import ontology
from graph.records import Graph
from graph.view.page import page_data, render
from tests.exports.graphs import SCRIPT, large, small


def test_the_policy_lets_run_what_is_there_and_fetches_nothing() -> None:
    page = "".join(render(small()))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    runs = re.findall(r"<script>(.*?)</script>", page, re.S) + re.findall(r"<style[^>]*>(.*?)</style>", page, re.S)
    assert len(runs) == 4
    for part in runs:
        assert f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'" in policy[1]
    assert not re.search(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=", page)


def test_no_name_is_markup_in_the_page() -> None:
    page = "".join(render(small()))
    assert SCRIPT not in page
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert data is not None and "<" not in data[1]
    assert json.loads(data[1]) == page_data(small())
    assert SCRIPT in {node["name"] for node in page_data(small())["nodes"]}


def test_every_fact_is_there_with_status_sentences_and_days() -> None:
    data = page_data(small())
    assert len(data["facts"]) == len(small().edges)
    for fact, edge in zip(data["facts"], small().edges, strict=True):
        assert (fact["type"], fact["status"], fact["source"]) == (edge.type, edge.status, edge.source)
        assert data["nodes"][fact["subject"]]["name"] == next(e.name for e in small().entities if e.id == edge.subject)
        assert [one["sentence"] for one in fact["evidence"]] == [one.sentence for one in edge.evidence]
        assert edge.status not in fact["caption"]
    assert {row["name"] for row in data["relations"]} == set(ontology.RELATIONS)
    gift = next(fact for fact in data["facts"] if fact["type"] == "FUNDED")
    assert (gift["caption"], gift["first"], gift["last"]) == ("FUNDED $15M, c. 2016-02", "2016-02-01", "2016-02-29")
    assert ["amount", "$15M"] in gift["known"] and ["kind", "donation"] in gift["known"]


def test_an_empty_graph_has_a_page_and_pages_repeat() -> None:
    assert "".join(render(Graph())).endswith("</html>\n")
    assert "".join(render(large(40, 90))) == "".join(render(large(40, 90)))


def test_the_libraries_licences_go_with_them() -> None:
    page = "".join(render(small()))
    for library in ("cytoscape", "d3-force", "d3-quadtree", "d3-timer", "d3-dispatch"):
        assert f"== {library} " in page
    assert "Permission is hereby granted, free of charge" in page
