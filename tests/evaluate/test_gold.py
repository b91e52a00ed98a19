import json
from pathlib import Path

import pytest

from extract.errors import GoldError
from extract.gold import read_gold, read_predictions


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "p.jsonl:2: broken JSON"),
        ("[" * 100_000, "p.jsonl:2: broken JSON"),
        ("[]", 'p.jsonl:2: it is no object with the field "article"'),
        ('{"article": 3}', 'it is no object with the field "article"'),
        ('{"article": "a", "facts": {}}', 'the field "facts" must be a list'),
        ('{"article": "a", "facts": [{"subject": "x"}]}', 'in "facts" each needs type'),
        ('{"article": "a", "entities": [{"type": "Person"}]}', 'in "entities" each needs type and name'),
        ('{"article": "a", "facts": [{"type": "X", "amount": "9"}]}', 'the field "amount" must be a number'),
        ('{"article": "a", "facts": [{"type": "X", "subject": 1}]}', 'the field "subject" must be text'),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"article": "good"}\n' + content, encoding="utf-8")
    with pytest.raises(GoldError) as raised:
        read_predictions(path)
    assert reason in str(raised.value)


def test_predictions_are_found_by_article(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"article": "a"}\n\n{"article": "b", "facts": [{"type": "FOUNDED"}]}\n', encoding="utf-8")
    found = read_predictions(path)
    assert found["a"] == {"article": "a", "entities": [], "facts": []}
    assert [fact["type"] for fact in found["b"]["facts"]] == ["FOUNDED"]


def test_a_gold_folder_is_read_in_order_or_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such folder"):
        read_gold(tmp_path / "none")
    with pytest.raises(GoldError, match="holds no gold file"):
        read_gold(tmp_path)
    for name in ("b", "a"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"article": name}), encoding="utf-8")
    assert [line["article"] for line in read_gold(tmp_path)] == ["a", "b"]
    (tmp_path / "c.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(GoldError, match=r"c\.json: it can't be read"):
        read_gold(tmp_path)
