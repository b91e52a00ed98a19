"""The README's tables, computed: `python -m tests.readme` writes them, a test compares them."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import typer

from cypher import catalog
from extract import ontology
from graph.cli import app
from graph.exports.catalog import EXPORTERS

README = Path(__file__).parent.parent / "README.md"


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(header), *[list(row) for row in rows]]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def commands() -> str:
    """Every command with the first sentence of its help, by chapter."""
    whole = typer.main.get_command(app)
    rows = []
    for name, command in sorted(whole.commands.items()):  # type: ignore[attr-defined]
        chapter = getattr(command, "rich_help_panel", None) or ""
        help_text = " ".join((command.help or "").split())
        rows.append((chapter, f"`newsgraph {name}`", re.split(r"(?<=[.])\s", help_text)[0]))
    return table(("chapter", "command", "what it does"), sorted(rows))


def questions() -> str:
    """Every file of the catalogue."""
    rows = [
        (f"`{q.name}`", q.title, ", ".join(f"`{p.name}`" for p in q.parameters)) for q in catalog.questions().values()
    ]
    return table(("question", "what it answers", "parameters"), rows)


def entity_types() -> str:
    """Entity types with their labels."""
    rows = [
        (row.name, "`:Entity" + "".join(f":{x}" for x in row.labels) + "`", row.meaning)
        for row in ontology.ENTITIES.values()
    ]
    return table(("type", "labels", "what"), rows)


def relation_types() -> str:
    """Relation types with their ends and qualifiers (by column)."""
    rows = []
    for row in ontology.RELATIONS.values():
        arrow = "↔" if row.symmetric else "→"
        right = " or ".join(row.objects) if row.objects else "(its Funding node)"
        if row.object_optional and row.objects:
            right += " or none"
        qualifiers = ", ".join(ontology.QUALIFIERS[key].column for key in row.qualifiers)
        rows.append((f"`{row.name}`", f"{' or '.join(row.subjects)} {arrow} {right}", qualifiers, row.meaning))
    return table(("type", "ends", "qualifiers", "what counts"), rows)


def statuses() -> str:
    """The six statuses."""
    return table(("status", "what it means"), [(f"`{row.name}`", row.meaning) for row in ontology.STATUSES.values()])


def exports() -> str:
    """Every export format."""
    return table(("format", "what"), [(f"`{name}`", one.meaning) for name, one in EXPORTERS.items()])


SECTIONS: Mapping[str, Callable[[], str]] = {
    "commands": commands,
    "questions": questions,
    "entity types": entity_types,
    "relation types": relation_types,
    "statuses": statuses,
    "exports": exports,
}


def render(text: str) -> str:
    """The README with every computed section fresh."""
    for name, section in SECTIONS.items():
        if f"<!-- {name} -->" not in text:
            raise ValueError(f"README.md has no section {name!r}")
        before, rest = text[: text.index(f"<!-- {name} -->")], text[text.index(f"<!-- {name} -->") :]
        after = rest[rest.index("<!-- end -->") :]
        text = f"{before}<!-- {name} -->\n{section()}\n{after}"
    return text


if __name__ == "__main__":
    README.write_text(render(README.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
