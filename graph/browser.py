"""Ontology and questions → what Neo4j Browser can be given: a GraSS style sheet, favourites, a link.

A relationship's style goes by its type alone, so each type has a colour; what did not happen says so in its
caption ("SUED (planned)"), which every direct edge carries as a property.
"""

import io
import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from cypher.catalog import Question, questions
from cypher.schema import link_types
from extract import ontology

STYLE, FAVOURITES = "newsgraph.grass", "newsgraph-favourites.zip"

COLOURS: Mapping[str, tuple[str, str]] = {
    "Person": ("#DA7194", "#B84C73"),
    "Organization": ("#4C8EDA", "#2870C2"),
    "Company": ("#57B5C7", "#2E8FA3"),
    "Product": ("#8DCC93", "#5DB665"),
    "Place": ("#D9C8AE", "#C0A378"),
    "Lawsuit": ("#F16667", "#C83B3C"),
    "Email": ("#F79767", "#D4703B"),
    "Funding": ("#ECB5C9", "#D889A8"),
    "Article": ("#A5ABB6", "#7E8591"),
}
"""Label → fill and border."""
_SIZES = {"Person": 65, "Organization": 60, "Company": 60, "Article": 35}
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of all files in the archive, so that the same questions give the same bytes."""


def style() -> str:
    """The style sheet: colours and captions a label, a caption a relationship type."""
    blocks = [
        "node {\n  diameter: 45px;\n  color: #A5ABB6;\n  border-color: #7E8591;\n  border-width: 2px;\n"
        '  text-color-internal: #2A2C34;\n  font-size: 10px;\n  caption: "{name}";\n}',
        "relationship {\n  color: #A5ABB6;\n  shaft-width: 1px;\n  font-size: 8px;\n  padding: 3px;\n"
        '  text-color-external: #000000;\n  text-color-internal: #FFFFFF;\n  caption: "<type>";\n}',
        _node("Entity", "#A5ABB6", "#7E8591", 45),
    ]
    blocks += [_node(label, *COLOURS[label], _SIZES.get(label, 45)) for label in _general_first()]
    for name in link_types():
        if name in ontology.RELATIONS:
            style = 'color: #68707F;\n  shaft-width: 2px;\n  caption: "{caption}";'
            blocks.append(f"relationship.{name} {{\n  {style}\n}}")
        else:
            style = 'color: #C9CDD4;\n  shaft-width: 1px;\n  caption: "<type>";'
            blocks.append(f"relationship.{name} {{\n  {style}\n}}")
    return "\n".join(blocks) + "\n"


def _general_first() -> list[str]:
    """Labels in the order of the sheet: Browser takes the last block that fits, so Company follows Organization."""
    named = [label for row in ontology.ENTITIES.values() for label in row.labels]
    return [*dict.fromkeys(named), ontology.ARTICLE]


def _node(label: str, fill: str, border: str, size: int) -> str:
    return (
        f"node.{label} {{\n  diameter: {size}px;\n  color: {fill};\n  border-color: {border};\n  border-width: 2px;\n"
        f'  text-color-internal: #2A2C34;\n  caption: "{{name}}";\n}}'
    )


def favourites() -> bytes:
    """A zip of all questions, a folder a chapter; the first comment of each is its name in Browser."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for question in questions().values():
            info = zipfile.ZipInfo(f"{question.chapter}/{question.name}.cypher", _EPOCH)
            info.external_attr = 0o644 << 16
            archive.writestr(info, favourite(question.name))
    return out.getvalue()


def favourite(name: str) -> str:
    """A question as Browser runs it at a click: what may be left out is null, what must be there is the example's.

    `:param` lines would ask the same, but Browser then shows a list of statements instead of the answer.
    """
    question = questions()[name]
    comments = [line for line in question.text.splitlines() if line.startswith("//")]
    body = "\n".join(line for line in question.text.splitlines() if not line.startswith("//"))
    values = {parameter.name: _literal(question, parameter.name) for parameter in question.parameters}
    asked = re.sub(r"\$(\w+)", lambda found: values[found[1]], body)
    return "\n".join([*comments, asked.strip()]) + "\n"


def _literal(question: Question, parameter: str) -> str:
    needed = any(one.name == parameter and one.required for one in question.parameters)
    return json.dumps(question.example.get(parameter, ""), ensure_ascii=False) if needed else "null"


def link(http: str, uri: str, user: str) -> str:
    """Address of Browser with server and user filled in and the first thing to see typed in."""
    server = urlsplit(uri)
    arguments = urlencode({"dbms": f"{server.scheme}://{user}@{server.netloc}", "cmd": "edit", "arg": FIRST})
    return f"{http.rstrip('/')}/browser/?{arguments}"


FIRST = (
    "MATCH path = (:Person|Organization)-[r]->(:Person|Organization|Product) "
    "WHERE r.status IS NOT NULL RETURN path LIMIT 100"
)
"""The first thing to see: who did what to whom."""


def write(folder: Path) -> list[Path]:
    """Write style sheet and favourites into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / STYLE).write_text(style(), encoding="utf-8", newline="\n")
    (folder / FAVOURITES).write_bytes(favourites())
    return [folder / STYLE, folder / FAVOURITES]
