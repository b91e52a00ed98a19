"""Marked news (.tag) → records: text, entities with their mentions, groups, facts with the words that state them.

A file has three parts, parted by lines of `===`: header and entities, marked text, facts; see `data/README.md`.
"""

import re
import tarfile
from pathlib import Path
from typing import Any, NamedTuple

from extract.errors import GoldError
from extract.reader.mentions import THIRD

DATA = Path(__file__).parent / "data"
HELD_BACK, TUNING = "7", "3"
"""Articles whose number ends so are reported on only, or serve to choose thresholds; the rest is trained on."""
_MARK = re.compile(r"\{(\d+(?:\+\d+)*):|\}")
_FACT = re.compile(r"^([A-Z_]+)\s+(\d+)(?:\s*(?:>|<>)\s*(\d+|-))?$")
_AMOUNT = re.compile(r"([\d.]+)(?:-([\d.]+))?\s+([A-Z]{3})$")
_ARTICLE = re.compile(r"the\s+(?=\w)", re.I)
_OPENING = re.compile(
    r"(?:the|an?|this|that|his|her|its|their|our|my|your|these|those|another|former|both|each|one|all)\s+", re.I
)
_PARTICLES = frozenset("von van de del della di da al el la le bin".split())
_PRONOUNS = THIRD | {"who", "whom", "whose", "which", "that", "both", "each", "one", "another"}


class Marked(NamedTuple):
    """A mention: offsets, kind (name, nominal, pronoun), type and the entities it stands for."""

    start: int
    end: int
    kind: str
    type: str
    entities: tuple[int, ...]


class Fact(NamedTuple):
    """A fact between entities by number, with the characters that state it.

    `qualifiers` are the other fields by key, `source` among them; `amount` as it stands ("14200000 USD").
    """

    type: str
    subject: int
    object: int | None
    status: str
    start: int
    end: int
    qualifiers: tuple[tuple[str, str], ...] = ()


class Marking(NamedTuple):
    """A marked article; `entities` are (number, type, fullest name)."""

    id: str
    text: str
    mentions: tuple[Marked, ...]
    facts: tuple[Fact, ...]
    entities: tuple[tuple[int, str, str], ...] = ()
    published: str | None = None
    source: str | None = None
    """The document of a public corpus that it is ("kn-16"); None where it was written for this project."""


def read_all(path: Path = DATA / "news.tar.gz") -> list[Marking]:
    """All marked articles, by name."""
    with tarfile.open(path) as archive:
        members = sorted(archive.getmembers(), key=lambda member: member.name)
        contents = [(Path(one.name).stem, archive.extractfile(one)) for one in members if one.isfile()]
        return [read(name, file.read().decode("utf-8")) for name, file in contents if file]


def part(markings: list[Marking], endings: str) -> list[Marking]:
    """Those whose number ends in one of the digits."""
    return [marking for marking in markings if marking.id[-1] in endings]


def training_part(markings: list[Marking], without: str = HELD_BACK + TUNING) -> list[Marking]:
    """Those that are neither held back nor kept for tuning."""
    return [marking for marking in markings if marking.id[-1] not in without]


def read(name: str, content: str) -> Marking:
    """The content of a .tag file → its marking."""
    parts = re.split(r"^===[ \t]*\n", content, flags=re.M)
    if len(parts) != 3:
        raise GoldError(f"{name}: {len(parts)} parts instead of 3")
    entities = {
        int(found.group(1)): (found.group(2), found.group(3).strip())
        for found in re.finditer(r"^(\d+)\s+(\w+)\s+(.+)$", parts[0], flags=re.M)
    }
    text, marks = _unmark(name, parts[1].strip() + "\n")
    mentions = set()
    for start, end, numbers in marks:
        kind_name, full = entities[numbers[0]]
        kind = _kind(text[start:end], full)
        if len(numbers) > 1 and kind == "name":
            kind = "nominal"
        if kind == "name":
            start += _start(text[start:end], full)
        mentions.add(Marked(start, end, kind, kind_name, numbers))
    facts = [_fact(line, text) for line in parts[2].splitlines() if line.strip() and not line.startswith("#")]
    published = re.search(r"^published:\s*(\d\S*)$", parts[0], flags=re.M)
    source = re.search(r"^source:\s*(?:knowledgenet|core)\w*\s+(\S+)$", parts[0], flags=re.M)
    return Marking(
        id=name,
        text=text,
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m))),
        facts=tuple(filter(None, facts)),
        entities=tuple((number, *entities[number]) for number in sorted(entities)),
        published=published.group(1) if published else None,
        source=source.group(1) if source else None,
    )


def _unmark(name: str, marked: str) -> tuple[str, list[tuple[int, int, tuple[int, ...]]]]:
    """`{1:{2:OpenAI}'s chief}` → "OpenAI's chief", [(0, 6, (2,)), (0, 14, (1,))]."""
    text, last = "", 0
    marks: list[tuple[int, int, tuple[int, ...]]] = []
    stack: list[tuple[int, tuple[int, ...]]] = []
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        last = found.end()
        if found.group(1):
            stack.append((len(text), tuple(int(number) for number in found.group(1).split("+"))))
        elif stack:
            start, numbers = stack.pop()
            marks.append((start, len(text), numbers))
        else:
            raise GoldError(f"{name}: a }} without its mark at {found.start()}")
    if stack:
        raise GoldError(f"{name}: a mark is not closed")
    return text + marked[last:], sorted(marks)


def _kind(surface: str, full: str) -> str:
    """`_kind("Its owner", "Ann Lee")` → "nominal", though it begins with a capital; "The Bugle" is a name."""
    words = re.findall(r"\w[\w&.'’-]*", surface)
    if len(words) == 1 and words[0].lower() in _PRONOUNS and surface != "US":
        return "pronoun"
    plain = _ARTICLE.sub("", surface)
    capitals = len(plain) > 1 and plain.isupper() and plain.lower() in full.lower()
    if capitals or re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", full):
        return "name"
    opens = _OPENING.match(surface)
    rest = surface[opens.end() :] if opens else surface
    if not any(letter.isupper() for letter in rest):
        return "nominal"
    if plain.lower() in full.lower() or full.lower() in plain.lower():
        return "nominal" if plain[0].islower() and full[0].isupper() else "name"
    lower = surface[0].islower() and words[0].lower() not in _PARTICLES
    described = lower or (opens and opens.group().strip().lower() != "the")
    if opens and not described:
        described = words[1][0].islower() or words[-1][0].islower()
    return "nominal" if described or re.search(r"['’]s\s", surface) else "name"


def _start(surface: str, full: str) -> int:
    """How much of a name is an article that does not belong to it: 4 in "the Board", 0 in "The Bugle"."""
    found = _ARTICLE.match(surface)
    return found.end() if found and not full.lower().startswith("the ") else 0


def figures(amount: str) -> tuple[tuple[float, ...], str | None]:
    """`figures("2-9 USD") == ((2.0, 9.0), "USD")`: a marked sum's figure, or the two of a range, and its currency."""
    found = _AMOUNT.match(amount)
    if found is None:
        return (), None
    low, high, currency = found.groups()
    return tuple(float(one) for one in (low, high) if one), currency


def _fact(line: str, text: str) -> Fact | None:
    fields: list[Any] = [field.strip() for field in re.split(r"\s\|\s", line.strip())]
    head = _FACT.match(fields[0])
    quotes = [field[1:-1] for field in fields[1:] if len(field) > 2 and field[0] == field[-1] == '"']
    at = text.find(quotes[0]) if quotes else -1
    if not head or at < 0:
        return None
    status = next((field.split("=", 1)[1].strip() for field in fields if field.startswith("status=")), "asserted")
    target = head.group(3)
    number = int(target) if target and target != "-" else None
    given = dict(field.split("=", 1) for field in fields[1:] if re.match(r"[a-z]+\s*=", field))
    qualifiers = tuple((key.strip(), value.strip()) for key, value in given.items() if key.strip() != "status")
    return Fact(head.group(1), int(head.group(2)), number, status, at, at + len(quotes[0]), qualifiers)
