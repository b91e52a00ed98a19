"""Whatever bytes a file holds, reading gives articles and refusals, and nothing else."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.articles import KINDS, read
from extract.errors import ArticleError
from extract.published import in_first_lines, normal
from extract.records import Article

PIECES = st.sampled_from(
    [
        b"<html>",
        b"<p>",
        b"</",
        b"{",
        b'"text":',
        b'"a"',
        b"}",
        b"[",
        b"]",
        b",",
        b"\n",
        b"\r",
        b"\x00",
        b"\xff\xfe",
        b"---\n",
        b"date: ",
        b"May 5, 2020",
        b"\xef\xbb\xbf",
        b"# ",
        b"Ann Lee said.",
        b"&#0;",
        b"<!--",
        b"<script>",
        b"\\ud800",
        b'<meta charset="',
        b"utf-16",
        b"rot13",
        b"unicode_escape",
        b'">',
        b"<table><tr>",
        b"\x1b$B",
        b"1e999",
        b"\x85",
    ]
)
CONTENT = st.one_of(st.binary(max_size=200), st.lists(PIECES | st.binary(max_size=4), max_size=30).map(b"".join))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ("id", "title", "text", "published", "url", "source", "more")
once = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def check(path: Path) -> None:
    found = list(read([path]))
    assert found
    for item in found:
        if isinstance(item, ArticleError):
            assert str(path) in str(item) and item.reason
        else:
            assert item.text.strip() and Article.model_validate_json(item.model_dump_json().encode("utf-8")) == item
            assert item.published is None or normal(item.published) == item.published


@once
@given(content=CONTENT, extension=st.sampled_from(sorted(KINDS)))
def test_any_bytes(tmp_path: Path, content: bytes, extension: str) -> None:
    path = tmp_path / f"a{extension}"
    path.write_bytes(content)
    check(path)


@once
@given(values=st.lists(JSON | st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, JSON)), min_size=1, max_size=3))
def test_any_json(tmp_path: Path, values: list[object]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, values)), encoding="utf-8")
    check(path)


@once
@given(text=st.text())
def test_any_text_is_kept_to_the_letter(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    (found,) = read([path])
    if isinstance(found, ArticleError):
        assert not text.strip() or any(ord(c) < 32 or ord(c) == 127 for c in text) or "\ufffd" in text
    else:
        assert found.text == text


@settings(deadline=None)
@given(st.text(alphabet="May 5, 2020|:-—()\n/.by BYpublished0123456789apmGMT", max_size=200))
def test_any_line_gives_a_date_or_none(text: str) -> None:
    for found in (in_first_lines(text), normal(text)):
        assert found is None or normal(found) == found
