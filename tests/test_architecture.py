"""The imports form a staircase, and each thing stands where it belongs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ("extract", "cypher", "graph")
FILES = sorted(path for package in ORDER for path in (ROOT / package).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def calls(path: Path, name: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node.lineno


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_package_imports_only_packages_before_it(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    later = ORDER[ORDER.index(package) + 1 :]
    assert not [name for name in imported(path) if name.split(".")[0] in later]


@pytest.mark.parametrize(
    ("module", "package"),
    [
        ("spacy", "extract"),
        ("onnxruntime", "extract/reader"),
        ("tokenizers", "extract/reader"),
        ("neo4j", "graph/stores"),
    ],
)
def test_a_library_has_one_user(module: str, package: str) -> None:
    allowed = (package, "extract/training") if package.startswith("extract") else (package,)
    users = {str(p.relative_to(ROOT)) for p in FILES if any(n.split(".")[0] == module for n in imported(p))}
    assert not [user for user in users if not user.startswith(allowed)]


def test_only_one_module_names_a_model() -> None:
    named = [p for p in FILES if re.search(r"en_core_web|spacy\.load", p.read_text(encoding="utf-8"))]
    allowed = ROOT / "extract" / "training"
    assert [p for p in named if allowed not in p.parents] == [ROOT / "extract" / "nlp.py"]


def test_nothing_imports_the_training() -> None:
    training = ROOT / "extract" / "training"
    users = [
        p for p in FILES if training not in p.parents and any(n.startswith("extract.training") for n in imported(p))
    ]
    assert not users


def test_nothing_prints_but_the_command_line() -> None:
    printing = {
        str(p.relative_to(ROOT)) for p in FILES if any(True for _ in calls(p, "print")) and "training" not in p.parts
    }
    assert not [path for path in printing if not path.startswith("graph/cli/")]


def test_files_are_short() -> None:
    long = {str(p.relative_to(ROOT)): n for p in FILES if (n := len(p.read_text(encoding="utf-8").splitlines())) > 300}
    assert not long


def test_every_module_says_what_it_does() -> None:
    assert not [str(p) for p in FILES if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]


def test_the_repository_speaks_of_the_project_alone() -> None:
    texts = [p for p in ROOT.rglob("*") if p.suffix in {".py", ".md", ".toml", ".cypher", ".yml", ".txt"}]
    own = [p for p in texts if not {".venv", ".git", "node_modules", "tests"} & set(p.relative_to(ROOT).parts)]
    for path in own:
        if path.name == "DECISIONS.md":
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert "../shared" not in text and "/work/" not in text, path
