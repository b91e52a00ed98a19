import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graph.exports.catalog import export
from graph.exports.ftm import render
from graph.records import Graph
from tests.conftest import CI
from tests.exports.graphs import large, small


def told(graph: Graph) -> list[dict[str, Any]]:
    return [json.loads(line) for line in render(graph)]


@pytest.mark.parametrize("graph", [small(), large(80, 300)])
def test_the_package_accepts_every_value(graph: Graph, tmp_path: Path) -> None:
    try:
        import followthemoney as ftm
    except ImportError:
        say = "the package that checks this export is not installed: pip install 'newsgraph[ftm]'"
        pytest.fail(say) if CI else pytest.skip(say)
    export(graph, "ftm", tmp_path / "g.ftm.json")
    schemata = {}
    proxies = []
    for line in (tmp_path / "g.ftm.json").read_text(encoding="utf-8").splitlines():
        entity = json.loads(line)
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        proxies.append(proxy)
        schemata[proxy.id] = proxy.schema
        ftm.model.get(entity["schema"]).validate(entity)
        for name, values in entity["properties"].items():
            kept = proxy.get(name)
            told_ = sorted(" ".join(value.split()) for value in values)
            assert sorted(" ".join(value.split()) for value in kept) == told_, (entity["schema"], name)
    for proxy in proxies:
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert schemata[value].is_a(prop.range), (proxy.schema.name, prop.name, schemata[value].name)


def test_only_what_happened_is_told_by_its_own_schema() -> None:
    found = told(small())
    by_record = {}
    for entity in found:
        for record in entity["properties"].get("recordId", []):
            by_record.setdefault(record, []).append(entity["schema"])
    for edge in small().edges:
        schemata = by_record.get(edge.id, [])
        if edge.status in ("denied", "planned", "attempted", "failed"):
            assert schemata == ["UnknownLink"], edge.type
    links = [entity["properties"] for entity in found if entity["schema"] == "UnknownLink"]
    assert {"owns (denied)", "acquired (failed)", "acquired (attempted)", "headquartered in (planned)"} <= {
        link["role"][0] for link in links
    }
    counts = Counter(entity["schema"] for entity in found)
    assert counts == Counter(
        Article=2, Person=2, Company=1, Organization=1, Asset=1, Address=1, Payment=1, Directorship=1,
        CourtCase=1, CourtCaseParty=2, Email=1, UnknownLink=5,
    )  # fmt: skip


def test_a_payment_bears_sum_date_status_sentence_and_article() -> None:
    payment = next(entity["properties"] for entity in told(small()) if entity["schema"] == "Payment")
    assert payment["amount"] == ["15000000"]
    assert (payment["currency"], payment["date"], payment["purpose"]) == (["USD"], ["2016-02"], ["donation"])
    assert payment["description"] == ["Lee gave Acme $15 million, the suit says."]
    assert payment["summary"] == ["funded: alleged, said by the suit; date uncertain: 2016-02~"]
    article = next(e for e in told(small()) if e["schema"] == "Article" and e["properties"].get("sourceUrl"))
    assert payment["proof"] == [article["id"]]
    assert payment["sourceUrl"] == ["https://news.example/a?b=1&c=2"]
