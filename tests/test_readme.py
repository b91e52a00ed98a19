"""The README is current: tables, commands, and what it tells a newcomer to type."""

import re

from tests.readme import README, render


def test_the_computed_tables_are_current() -> None:
    text = README.read_text(encoding="utf-8")
    assert render(text) == text, "run `make readme`"


def test_every_make_target_that_it_names_exists() -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"^\s+make ([a-z-]+)", README.read_text(encoding="utf-8"), re.M))
    assert {"demo", "test"} <= named
    assert named <= set(re.findall(r"^([a-z-]+):", makefile, re.M))


def test_every_file_that_it_links_exists() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", README.read_text(encoding="utf-8")):
        assert (README.parent / target).exists(), target
