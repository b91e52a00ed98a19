import io
import json
import os
from pathlib import Path

import pytest

from extract.articles import find, read
from extract.errors import ArticleError
from extract.records import Article

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"


def one(path: Path | str, stdin: bytes = b"") -> Article:
    (found,) = read([path], io.BytesIO(stdin))
    assert isinstance(found, Article), found
    return found


def refusal(path: Path | str, stdin: bytes = b"") -> str:
    (found,) = read([path], io.BytesIO(stdin))
    assert isinstance(found, ArticleError), found
    return str(found)


def write(path: Path, content: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_seeds_are_read_as_they_are() -> None:
    found = list(read([SEEDS]))
    assert [article.id for article in found if isinstance(article, Article)] == sorted(p.stem for p in SEEDS.iterdir())
    for article in found:
        assert isinstance(article, Article)
        assert article.text.encode() == (SEEDS / f"{article.id}.txt").read_bytes()
    assert [a.published for a in found if isinstance(a, Article)] == ["2024-03-14", None, "2024-03-19", None, None]


def test_blanks_and_line_breaks_stay(tmp_path: Path) -> None:
    text = "\r\n  Ann Lee founded Acme.\r\n\tBob \u00a0 left.\u2028End \n\n"
    assert one(write(tmp_path / "a.txt", text)).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"])
def test_encodings_are_told(tmp_path: Path, encoding: str) -> None:
    text = "He said “we won’t” — the café’s owner paid £3m to Ann Müller, who founded Acme in 2015.\r\n"
    article = one(write(tmp_path / "a.txt", text.encode(encoding)))
    assert article.text == text
    plain = encoding.startswith("utf-8")
    assert article.metadata.get("encoding") is None if plain else article.metadata["encoding"]


def test_other_scripts_are_told(tmp_path: Path) -> None:
    text = "Компания объявила о покупке. Основатель Acme Иван Петров сказал, что сделка завершена."
    assert one(write(tmp_path / "a.txt", text.encode("cp1251"))).text == text


def test_a_broken_byte_does_not_spoil_the_rest(tmp_path: Path) -> None:
    data = "“Yes,” said Ann Müller — “we won’t.” It’s café Zoë’s.".encode()
    assert one(write(tmp_path / "a.txt", data[:20] + b"\xff" + data[20:])).text.count("\ufffd") == 1


def test_markdown_has_a_title_and_front_matter(tmp_path: Path) -> None:
    text = '---\ntitle: "Acme buys Bolt"\ndate: 2024-03-14 10:00:00 -0500\nauthor: Ann\ntext: no\n---\n# Other\nAcme.\n'
    article = one(write(tmp_path / "a.md", text))
    assert (article.text, article.title, article.published) == (text, "Acme buys Bolt", "2024-03-14")
    assert article.metadata == {"author": "Ann"}
    assert one(write(tmp_path / "b.md", "# Acme *buys* Bolt #\nAcme.")).title == "Acme *buys* Bolt"


def test_json_keeps_every_field(tmp_path: Path) -> None:
    value = {"id": "x1", "title": "T", "text": "Ann left.", "published": "2024-03-14T10:00:00Z", "url": "u:1"}
    value |= {"source": "The Daily", "desk": "business", "tags": ["a", 1]}
    article = one(write(tmp_path / "a.json", json.dumps(value)))
    assert article == Article(
        id="x1",
        text="Ann left.",
        title="T",
        published="2024-03-14",
        url="u:1",
        source="The Daily",
        metadata={"desk": "business", "tags": ["a", 1]},
    )


def test_json_without_an_id_is_named_by_its_place(tmp_path: Path) -> None:
    assert one(write(tmp_path / "a.json", '{"text": "Ann left."}')).id == "a"
    items = '[{"text": "Ann left."}, {"id": 7, "text": "By Bo\\nMay 5, 2020\\nBob left."}]'
    found = list(read([write(tmp_path / "b.json", items)]))
    assert [(a.id, a.published) for a in found if isinstance(a, Article)] == [("b:1", None), ("7", "2020-05-05")]


def test_lines_are_read_one_by_one_and_broken_ones_named(tmp_path: Path) -> None:
    lines = ['\ufeff{"text": "One\u2028."}', "", "{broken", '{"id": "b", "text": 3}', '{"text": "Four.", "id": "b"}']
    lines += ['{"id": "b", "text": "Five."}', '{"text": "Six.", "published": "soon"}', "[1]", '{"title": "no"}']
    path = write(tmp_path / "a.jsonl", "\r\n".join(lines))
    found = list(read([path]))
    assert [(a.id, a.text) for a in found if isinstance(a, Article)] == [("a:1", "One\u2028."), ("b", "Four.")]
    refused = [str(e).removeprefix(f"{path}:") for e in found if isinstance(e, ArticleError)]
    assert refused == [
        "3: broken JSON at column 2: Expecting property name enclosed in double quotes",
        '4: the field "text" must be text, it is a number',
        f"6: duplicate id 'b', already read from {path}:5",
        "7: the field \"published\" is no date: 'soon' (write 2024-03-14 or 2024-03)",
        "8: an article is a JSON object, this is a list",
        '9: it has no field "text" (it has title)',
    ]


def test_lines_in_utf16_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "Zoë."}\n{"text": "Bob."}\n'.encode("utf-16"))
    assert [a.text for a in read([path]) if isinstance(a, Article)] == ["Zoë.", "Bob."]


LD = '{"dateModified":"2021-02-03","datePublished":"2020-01-05"}'
PAGE = """<!DOCTYPE html><html lang=en><head><title>Acme buys Bolt - The Daily</title>
<meta charset="{charset}"><meta property="og:site_name" content="The Daily"><meta name="author" content="Ann Lee">
{head}<link rel="canonical" href="https://daily.example/{path}acme"></head><body><nav><a href=/>Home</a></nav>
<main><article><h1>Acme buys Bolt</h1><p>{first}</p>
<p>Acme Corp. bought Bolt Ltd. for £3&nbsp;million &amp; change, the café’s owner said in a joint statement.</p>
<p>Bolt was founded on May 5, 2009, by Eve Stone, who sued Acme in 2012 over a patent that both had held.</p>
</article></main><footer>Copyright 2023 The Daily</footer></body></html>"""


def page(charset: str = "utf-8", head: str = "", path: str = "", first: str = "By Ann Lee") -> str:
    return PAGE.format(charset=charset, head=head, path=path, first=first)


def test_html_gives_its_main_text_and_what_it_says_of_itself(tmp_path: Path) -> None:
    meta = '<meta property="article:published_time" content="2024-03-14T10:00:00Z">'
    article = one(write(tmp_path / "a.html", page(head=meta)))
    assert "Acme Corp. bought Bolt Ltd. for £3 million & change, the café’s owner" in article.text
    assert "Home" not in article.text and "Copyright" not in article.text and "<" not in article.text
    assert (article.id, article.title, article.published) == ("a", "Acme buys Bolt", "2024-03-14")
    assert (article.source, article.url) == ("The Daily", "https://daily.example/acme")
    assert article.metadata["author"] == "Ann Lee"


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-8", "utf-16", "nonsense"])
def test_html_in_other_encodings(tmp_path: Path, charset: str) -> None:
    encoding = "cp1252" if "1252" in charset or "8859" in charset else "utf-8"
    assert "the café’s owner" in one(write(tmp_path / "a.htm", page(charset).encode(encoding))).text


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({}, None),
        ({"head": '<meta name="date" content="2024-03">'}, "2024-03"),
        ({"head": '<meta name="date" content="1987-10-13">'}, "1987-10-13"),
        ({"head": '<meta name="date" content="soon">'}, None),
        ({"head": '<meta property="article:modified_time" content="2024-03-14">'}, None),
        (
            {"head": f'<script type="application/ld+json">{LD}</script>'},
            "2020-01-05",
        ),
        ({"first": '<time datetime="2018-04-05T10:00">5 April</time>'}, "2018-04-05"),
        ({"first": "By Ann Lee | Updated April 3, 2016"}, "2016-04-03"),
        ({"path": "2015/06/"}, "2015-06"),
        ({"path": "news/2015/06/21/"}, "2015-06-21"),
    ],
)
def test_html_dates_are_stated_and_never_filled_in(tmp_path: Path, parts: dict[str, str], found: str | None) -> None:
    assert one(write(tmp_path / "a.html", page(**parts))).published == found


def test_standard_input_tells_its_kind() -> None:
    assert one("-", b"\nAnn left. [sic]\n").text == "\nAnn left. [sic]\n"
    assert one("-", b"[Editor's note] Ann left.").id == "stdin"
    assert one("-", b' {"text": "Ann left."}\n').text == "Ann left."
    assert "Bolt was founded" in one("-", page().encode()).text
    found = list(read(["-"], io.BytesIO(b'{"text": "Ann."}\n{"text": "Bob."}\n{"text": 1}\n')))
    assert [str(x) if isinstance(x, ArticleError) else x.id for x in found] == [
        "stdin:1",
        "stdin:2",
        'standard input:3: the field "text" must be text, it is a number',
    ]


def test_folders_are_sorted_and_other_kinds_counted(tmp_path: Path) -> None:
    for name in ("b/z.txt", "a.txt", "b/c.md", "B.txt", ".hidden.txt", ".git/d.txt", "e.pdf", "b/Makefile", "F.TXT"):
        write(tmp_path / name, "Ann left.")
    skipped: list[Path] = []
    found = [article.id for article in read([tmp_path], skipped=skipped) if isinstance(article, Article)]
    assert found == ["B", "F", "a", "c", "z"]
    assert [path.name for path in skipped] == ["Makefile", "e.pdf"]


def test_a_path_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Ann left.")
    assert len(list(read([path, tmp_path, tmp_path / "." / "a.txt"]))) == 1


def test_one_stem_in_two_folders_is_a_duplicate(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a" / "x.txt", "Ann left."), write(tmp_path / "b" / "x.txt", "Bob left.")
    _, refused = read([tmp_path])
    assert str(refused) == f"{second}: duplicate id 'x', already read from {first}"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.txt", b" \n\t ", "it is empty"),
        ("a.txt", b"\xef\xbb\xbf", "it is empty"),
        ("a.txt", "\ufeff \n".encode("utf-16-le"), "it is empty"),
        ("a.txt", b"%PDF-1.4 text", "it is a PDF, not text"),
        ("a.txt", bytes(range(256)) * 9, "it is binary, not text"),
        ("a.txt", b"Ann\x00left.", "it is binary, not text"),
        ("a.html", b"<html><body></body></html>", "the page holds no article text"),
        ("a.html", b"PK\x03\x04aaaa", "it is a ZIP file or an office document, not text"),
        ("a.json", b"[]", "the list holds no article"),
        ("a.json", b'"text"', "an article is a JSON object, this is text"),
        ("a.json", b'{\n"text": "a",\n}', "broken JSON at line 3, column 1"),
        ("a.json", b'{"text": NaN}', "broken JSON: NaN is no JSON number"),
        ("a.json", b'{"text": "a", "n": 1e999}', "broken JSON: 1e999 is too large a number"),
        ("a.json", b"[" * 100_000, "it is nested too deeply"),
        ("a.json", b'{"text": "a\\ud800"}', "it holds half a character"),
        ("a.json", b'{"text": "a\\u0000b"}', 'the field "text" holds a zero character'),
        ("a.json", b'{"text": ""}', 'the field "text" is empty'),
        ("a.json", b'{"text": "a", "id": ""}', 'the field "id" must be printable text'),
        ("a.json", b'{"text": "a", "id": true}', 'the field "id" must be text or a whole number, it is true or false'),
        ("a.json", b'{"text": "a", "title": []}', 'the field "title" must be text, it is a list'),
        ("a.json", b'{"text": "a", "published": 2024}', 'the field "published" must be text such as'),
        ("a.json", b'{"text": "a", "published": "2024-02-30"}', "the field \"published\" is no date: '2024-02-30'"),
        ("a.md", b"---\ndate: tomorrow\n---\nAnn left.", "the field \"published\" is no date: 'tomorrow'"),
        ("a.jsonl", b"\n\n", "it is empty"),
        ("a.pdf", b"x", "files that end in .pdf are not read; known are .txt"),
        ("a", b"x", "files without an extension are not read"),
        ("a.txt", b"word " * 100_001, "it is longer than 500,000 characters (500,005)"),
    ],
)
def test_a_refusal_names_the_place_and_the_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = write(tmp_path / name, content)
    said = refusal(path)
    assert said.startswith(f"{path}: ") and reason in said


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt").endswith("there is no such file")
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert refusal(tmp_path).endswith("link.txt: it can't be read: No such file or directory")
    (tmp_path / "empty").mkdir()
    assert refusal(tmp_path / "empty").endswith("the folder holds no file that is read")
    assert "it can't be read" in refusal("a\0b.txt")
    assert "it can't be read" in refusal("a" * 5000 + ".txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert "it can't be read" in refusal(tmp_path / "loop.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root and Windows read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Ann left.")
    path.chmod(0)
    assert refusal(path).endswith("it can't be read: Permission denied")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    write(tmp_path / "b.txt", "Ann left.")
    skipped: list[Path] = []
    assert [path.name for path in find([tmp_path], skipped) if isinstance(path, Path)] == ["b.txt"]
    assert [path.name for path in skipped] == ["a.txt"]


def test_the_rest_goes_on(tmp_path: Path) -> None:
    for name, content in (("a.txt", b""), ("b.txt", b"Ann left."), ("c.json", b"{"), ("d.md", b"# Bob\nleft.")):
        write(tmp_path / name, content)
    found = list(read([tmp_path, tmp_path / "none"]))
    assert [type(x).__name__ for x in found] == ["ArticleError", "Article", "ArticleError", "Article", "ArticleError"]


def test_a_thousand_small_files(tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_text(f"Ann Lee founded Acme {number}.", encoding="utf-8")
    found = [article.id for article in read([tmp_path]) if isinstance(article, Article)]
    assert found == [f"{number:04}" for number in range(1000)]
