"""Comments of a question file → its title and parameters; parameters given → parameters bound."""

import re
from pathlib import Path

import pytest

from cypher import catalog
from cypher.catalog import bind, parse, question, questions
from extract.errors import QueryError

FOLDER = Path(catalog.__file__).parent / "queries"


def test_the_list_is_the_folder() -> None:
    assert sorted(questions()) == sorted(path.stem for path in FOLDER.glob("*.cypher"))
    assert all(path.suffix == ".cypher" for path in FOLDER.iterdir())


def test_the_named_questions_are_there() -> None:
    named = """who-founded-what who-funded-whom who-raised-what who-sued-whom who-emailed-whom who-held-which-role
        who-acquired-whom who-owns-what who-developed-what rivals-and-partners who-recruited-whom who-interviewed-whom
        headquarters timeline evidence path-between everything-about""".split()
    assert set(named) <= set(questions())


@pytest.mark.parametrize("name", list(questions()))
def test_a_file_keeps_the_rules(name: str) -> None:
    found = questions()[name]
    body = "\n".join(line for line in found.text.splitlines() if not line.startswith("//"))
    assert set(re.findall(r"\$(\w+)", body)) == {one.name for one in found.parameters}
    assert ";" not in body
    order = body.rsplit("ORDER BY ", 1)[1].splitlines()[0].split(", ")
    assert order[-1] in {"edge", "id", "rank", "step", "i", "m.id", "article"} or name == "who-says-so", "no unique key"
    assert not re.search(r"(?i)\b(create|merge|set|delete|remove|load|call|apoc|gds)\b", body)
    assert "'" not in re.sub(r"'(?:[a-z]*|~|/| (?:began|ended)?|[A-Z]\w+)'", "", body), "a literal that is no constant"
    assert found.title == found.title.strip() and not found.title.endswith(".")
    assert found.about.endswith(".")
    assert len({one.name for one in found.parameters}) == len(found.parameters)


@pytest.mark.parametrize("name", list(questions()))
def test_the_example_binds(name: str) -> None:
    bound = bind(questions()[name], questions()[name].example)
    assert set(bound) == {one.name for one in questions()[name].parameters}
    assert questions()[name].command().startswith(f"newsgraph query {name} --param ")


def test_left_out_parameters_are_null() -> None:
    assert bind(question("headquarters"), {"name": "X"}) == {"name": "X", "status": None, "article": None}


def test_kinds() -> None:
    bound = bind(question("who-funded-whom"), {"least": "1_000_000", "name": "1984", "since": "2015-05"})
    assert (bound["least"], bound["name"], bound["since"]) == (1_000_000, "1984", "2015-05")
    assert bind(question("who-funded-whom"), {"least": "2.5"})["least"] == 2.5


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("who-funded-whom", {"funder": "X"}, ["'funder'", "name", "least", "status"]),
        ("evidence", {}, ["edge", "newsgraph query evidence"]),
        ("path-between", {"from": "X"}, ["needs to"]),
        ("who-funded-whom", {"least": "lots"}, ["least", "number", "'lots'"]),
        ("who-funded-whom", {"least": "nan"}, ["number"]),
        ("who-funded-whom", {"since": "May 2015"}, ["since", "2015-05"]),
        ("who-funded-whom", {"status": "true"}, ["asserted", "failed"]),
        ("entities", {"type": "person"}, ["Person", "Company"]),
    ],
)
def test_wrong_parameters_are_named(name: str, given: dict[str, str], words: list[str]) -> None:
    with pytest.raises(QueryError) as problem:
        bind(question(name), given)
    for word in words:
        assert word in str(problem.value)


def test_an_unknown_question_names_those_there_are() -> None:
    with pytest.raises(QueryError, match="who-funded-whom"):
        question("who-paid-whom")


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) RETURN n",
        "// Title\n// About.\nRETURN 1",
        "// T\n// A.\n// Chapter: Money\n// $x (colour): red\nRETURN 1",
    ],
)
def test_a_file_without_its_comments_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match=r"odd\.cypher"):
        parse("odd", text)
