"""The commands that judge and mend, on a real folder."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extract.errors import GraphError, JudgementError, NewsgraphError, OntologyError
from extract.records import Rejection
from graph import folder
from graph.cli import app
from graph.cli.app import MEND
from tests.graph.invented import extraction

COMMANDS = ("judge same", "judge different", "judge list", "judge undo", "withdraw", "report", "check")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Three articles, two people of which one is called Lee in two of them, one rejected candidate."""
    made = {"type": "FOUNDED", "object": "Acme"}
    told = [
        extraction("a", [("Person", "Ann Lee"), ("Company", "Acme")], [{**made, "subject": "Ann Lee"}]),
        extraction("b", [("Person", "Lee"), ("Company", "Acme")], [{**made, "subject": "Lee"}]),
        extraction("c", [("Person", "Ann Lee"), ("Company", "Acme"), ("Company", "Ann Lee")], []),
    ]
    rejection = Rejection(
        type="FUNDED",
        subject="Ann Lee",
        reason="object missing",
        evidence="Ann Lee",
        evidence_start=0,
        evidence_end=7,
        voices=("FUNDED:verb",),
    )
    told[0] = told[0].model_copy(update={"rejections": (rejection,)})
    folder.save_extractions(tmp_path, told)
    folder.rebuild(tmp_path)
    return tmp_path


def run(place: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--graph", str(place)])


def say(place: Path, *words: str) -> str:
    result = run(place, *words)
    assert result.exit_code == 0, result.output
    return result.stdout


def files(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(place.iterdir()) if path.is_file()}


def people(place: Path) -> list[str]:
    return sorted(one.name for one in folder.load_folder(place).entities if one.type == "Person")


def test_a_judgement_joins_and_its_undoing_restores_every_byte(place: Path) -> None:
    before = (place / folder.GRAPH).read_bytes()
    assert people(place) == ["Ann Lee", "Lee"]
    said = say(place, "judge", "same", "Lee@b", "Ann Lee", "--type", "Person")
    assert said == "Ann Lee (Person) is the same as Lee (Person, in b)\n"
    assert people(place) == ["Ann Lee"]
    (edge,) = folder.load_folder(place).edges
    assert len(edge.evidence) == 2
    assert re.search(r"^1 +same +Ann Lee", say(place, "judge", "list"), re.MULTILINE)
    assert say(place, "judge", "undo", "1").startswith("undone: Ann Lee")
    assert (place / folder.GRAPH).read_bytes() == before
    assert folder.load_judgements(place) == ()


def test_one_article_is_told_apart_from_the_others(place: Path) -> None:
    say(place, "judge", "different", "Ann Lee", "Ann Lee@c", "--type", "Person")
    assert people(place) == ["Ann Lee", "Ann Lee", "Lee"]


def test_withdrawing_and_counting_again_restores_every_byte(place: Path) -> None:
    before = (place / folder.GRAPH).read_bytes()
    say(place, "withdraw", "b")
    assert [article.id for article in folder.load_folder(place).articles] == ["a", "c"]
    assert json.loads(say(place, "report", "--format", "json"))["withdrawn"] == 1
    say(place, "withdraw", "b", "--undo")
    assert (place / folder.GRAPH).read_bytes() == before


@pytest.mark.parametrize(
    ("words", "error", "reason"),
    [
        (("judge", "same", "Lee", "Nobody At All"), JudgementError, "nobody is called 'Nobody At All'"),
        (("judge", "same", "Lee", "Acm"), JudgementError, "did you mean Acme"),
        (("judge", "same", "Lee", "Ann Lee"), JudgementError, "'Ann Lee' is a Organization and a Person; say which"),
        (("judge", "same", "Lee", "Acme"), JudgementError, "a Organization and a Person are two anyway"),
        (("judge", "same", "Lee", "lee"), JudgementError, "the same name twice"),
        (("judge", "same", "Lee", "Lee@c"), JudgementError, "nobody is called 'Lee' in c"),
        (("judge", "same", "Lee", "Ann Lee", "--type", "Robot"), OntologyError, "no entity type 'Robot'"),
        (("judge", "undo", "3"), JudgementError, "no judgement 3; there are 0"),
        (("judge", "undo", "0"), JudgementError, "no judgement 0"),
        (("withdraw", "z"), JudgementError, "no article 'z'"),
        (("withdraw", "a", "--undo"), JudgementError, "article 'a' is not withdrawn"),
        (("report", "--reason", "nonsense"), GraphError, "nothing was rejected for 'nonsense'.*'object missing'"),
        (("report", "--type", "LIKED"), OntologyError, "no relation type 'LIKED'"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    place: Path, words: tuple[str, ...], error: type[NewsgraphError], reason: str
) -> None:
    before = files(place)
    result = run(place, *words)
    assert isinstance(result.exception, error)
    assert re.search(reason, str(result.exception)), str(result.exception)
    assert files(place) == before


def test_a_judgement_is_made_once_and_its_opposite_refused(place: Path) -> None:
    say(place, "judge", "same", "Lee", "Ann Lee", "--type", "Person")
    before = files(place)
    again = run(place, "judge", "same", "Ann Lee", "Lee", "--type", "Person").exception
    assert str(again).startswith("that is judged already, as number 1")
    opposite = run(place, "judge", "different", "Ann Lee", "Lee", "--type", "Person").exception
    assert str(opposite).startswith("number 1 says the opposite")
    assert isinstance(again, JudgementError) and isinstance(opposite, JudgementError)
    assert files(place) == before


def test_the_report_counts(place: Path) -> None:
    counts = json.loads(say(place, "report", "--format", "json"))
    assert counts["articles"] == 3
    assert counts["entities"] == {"Company": 2, "Person": 2}
    assert counts["edges"] == {"FOUNDED": {"asserted": 2}}
    assert counts["rejections"] == {"object missing": {"FUNDED": 1}}
    assert [(one["name"], one["articles"], one["candidates"][0]["name"]) for one in counts["ambiguous"]] == [
        ("Lee", ["b"], "Ann Lee")
    ]
    table = say(place, "report")
    assert re.search(r"^rejected +object missing +FUNDED +1$", table, re.MULTILINE)
    assert re.search(r"^facts +FOUNDED +asserted +2$", table, re.MULTILINE)


def test_the_report_lists_rejections_and_ambiguous_names(place: Path) -> None:
    for chosen in (("--reason", "object missing"), ("--reason", "all"), ("--type", "FUNDED")):
        (row,) = json.loads(say(place, "report", "--format", "json", *chosen))
        assert (row["voices"], row["subject"], row["article"], row["sentence"]) == (
            ["FUNDED:verb"],
            "Ann Lee",
            "a",
            "Ann Lee",
        )
    assert json.loads(say(place, "report", "--format", "json", "--type", "FOUNDED")) == []
    assert re.search(r"Lee +Person +Ann Lee +0.4 +family name alone +b", say(place, "report", "--ambiguous"))


def test_check_is_content_with_a_sound_graph_and_names_what_is_wrong(place: Path) -> None:
    assert say(place, "check") == "sound: 3 articles, 4 entities, 2 facts, 2 sentences where they say they stand\n"
    path = place / folder.GRAPH
    path.write_text(path.read_text(encoding="utf-8").replace('"sentence":"Lee', '"sentence":"Lea'), encoding="utf-8")
    result = run(place, "check")
    assert isinstance(result.exception, GraphError)
    assert "its sentence does not stand at" in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_without_a_graph_a_command_says_what_builds_one(command: str, tmp_path: Path) -> None:
    words = {"judge same": ["A", "B"], "judge different": ["A", "B"], "judge undo": ["1"], "withdraw": ["a"]}
    result = run(tmp_path / "none", *command.split(), *words.get(command, ()))
    assert isinstance(result.exception, GraphError)
    assert "newsgraph build" in str(result.exception)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_has_an_example(command: str) -> None:
    result = CliRunner().invoke(app, [*command.split(), "--help"])
    assert result.exit_code == 0
    assert f"newsgraph {command}" in result.stdout.partition("Example")[2]


def test_the_commands_stand_in_their_chapter() -> None:
    assert MEND in CliRunner().invoke(app, ["--help"]).stdout
