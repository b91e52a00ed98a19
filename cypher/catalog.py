"""The folder of questions → titles, parameters and text: one `.cypher` file, one question.

A file begins with comments: the title, what it tells, its chapter, a line for each parameter, an example.

    // Who funded whom
    // Gifts, investments, loans and rounds.
    // Chapter: Money
    //
    // $name (text): a party, by name or alias, in any case
    // $edge (text, required): the id of the fact
    //
    // Example: name="Elon Musk"
    MATCH ...

A parameter that is left out is bound to null and filters nothing, unless it is required.
"""

import math
import re
import shlex
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from extract import ontology
from extract.errors import QueryError

CHAPTERS = ("Money", "People and companies", "Disputes and messages", "Across all facts", "What is held")
"""The order in which questions are listed."""

_PARAMETER = re.compile(r"\$(\w+) \((text|number|date|status|type)(, required)?\): (.+)")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Parameter(NamedTuple):
    """What a question can be told; `kind` is text, number, date, status or (entity) type."""

    name: str
    kind: str
    required: bool
    meaning: str


class Question(NamedTuple):
    """One question; `text` is the whole file, comments too, and `example` the parameters of one way to ask it."""

    name: str
    title: str
    about: str
    chapter: str
    parameters: tuple[Parameter, ...]
    example: Mapping[str, str]
    text: str

    def command(self) -> str:
        """The example as one types it: `newsgraph query who-funded-whom --param name="Elon Musk"`."""
        given = (
            f'--param {key}="{value}"' if " " in value else f"--param {key}={value}"
            for key, value in self.example.items()
        )
        return " ".join(("newsgraph query", self.name, *given))


@cache
def questions() -> Mapping[str, Question]:
    """Every question by its name, chapter by chapter."""
    folder = files("cypher") / "queries"
    found = [
        parse(entry.name.removesuffix(".cypher"), entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(".cypher")
    ]
    found.sort(key=lambda one: (CHAPTERS.index(one.chapter), one.name))
    return MappingProxyType({one.name: one for one in found})


def question(name: str) -> Question:
    """The question of this name; QueryError that names those there are."""
    found = questions().get(name)
    if found is None:
        raise QueryError(f"no question {name!r}; there are {', '.join(questions())}")
    return found


def parse(name: str, text: str) -> Question:
    """The question in a file's text; QueryError where the comments lack a part."""
    comments = [line.removeprefix("//").strip() for line in text.splitlines() if line.startswith("//")]
    about, chapter, parameters, example = [], "", [], ""
    for line in comments[1:]:
        if line.startswith("Chapter: "):
            chapter = line.removeprefix("Chapter: ")
        elif line.startswith("Example: "):
            example = line.removeprefix("Example: ")
        elif line.startswith("$"):
            match = _PARAMETER.fullmatch(line)
            if match is None:
                raise QueryError(f"{name}.cypher: no parameter reads {line!r}")
            parameters.append(Parameter(match[1], match[2], match[3] is not None, match[4]))
        elif line:
            about.append(line)
    if not comments or not about or chapter not in CHAPTERS:
        raise QueryError(f"{name}.cypher: the comments lack a title, what it tells, or one of the chapters {CHAPTERS}")
    pairs = dict(part.split("=", 1) for part in shlex.split(example))
    return Question(name, comments[0], " ".join(about), chapter, tuple(parameters), MappingProxyType(pairs), text)


def bind(asked: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of the question: those given, as the kind each is, and null for the others.

    Texts become numbers where a number is asked. QueryError names an unknown or missing parameter and what
    there is.
    """
    known = {one.name: one for one in asked.parameters}
    listed = "; ".join(f"{one.name}: {one.meaning}" for one in asked.parameters)
    for name in given:
        if name not in known:
            raise QueryError(f"{asked.name} has no parameter {name!r}; it has {listed}")
    for one in asked.parameters:
        if one.required and given.get(one.name) is None:
            raise QueryError(f"{asked.name} needs {one.name} ({one.meaning}), as in: {asked.command()}")
    return {name: _typed(one, given.get(name)) for name, one in known.items()}


def _typed(asked: Parameter, value: Any) -> Any:
    if value is None:
        return None
    if asked.kind == "number":
        return _number(asked, value)
    text = str(value)
    if asked.kind == "date" and not _DATE.fullmatch(text):
        raise QueryError(f"{asked.name} is a date like 2015, 2015-05 or 2015-05-21, not {text!r}")
    if asked.kind == "status" and text not in ontology.STATUSES:
        raise QueryError(f"{asked.name} is one of {', '.join(ontology.STATUSES)}, not {text!r}")
    if asked.kind == "type" and text not in ontology.ENTITIES:
        raise QueryError(f"{asked.name} is one of {', '.join(ontology.NAMED)}, not {text!r}")
    return text


def _number(asked: Parameter, value: Any) -> int | float:
    try:
        number = float(str(value).replace("_", ""))
    except ValueError as problem:
        raise QueryError(f"{asked.name} is a number, not {str(value)!r}") from problem
    if not math.isfinite(number):
        raise QueryError(f"{asked.name} is a number, not {str(value)!r}")
    return int(number) if number.is_integer() else number
