"""A sentence with its mentions marked → Scene: `[Ann Lee|Person|s] founded [Acme|Company|o]`.

`s` and `o` mark the ends that a rule must find; `=NAME` after the type names the entity that it stands for:
`[She|Person=Ann Lee] resigned`. Marks may nest: `[the [Leeds|Place] firm|Company=Acme]`.
"""

import re

from extract import dates, money, nlp
from extract.records import Article, Kind, LocalEntity, Mention
from extract.scene import Scene

_END = re.compile(r"\|([A-Za-z]+)(?:=([^|\]]+))?(?:\|([so]+))?\]")
_PRONOUNS = frozenset("he she it they him her them his its their who whom i we my our me us".split())


def sketch(marked: str) -> tuple[Scene, list[str], list[str]]:
    """The scene, and the names of the entities marked as subjects and as objects."""
    text, at = "", 0
    opened: list[int] = []
    spans: list[tuple[int, int, str, str, Kind]] = []
    subjects: list[str] = []
    objects: list[str] = []
    while at < len(marked):
        end = _END.match(marked, at) if opened else None
        if marked[at] == "[":
            opened.append(len(text))
            at += 1
        elif end is not None:
            start = opened.pop()
            kind, name, ends = end.groups()
            surface = text[start:]
            name = name or surface
            spoken: Kind = "pronoun" if surface.lower() in _PRONOUNS else "name" if name == surface else "nominal"
            spans.append((start, len(text), kind, name, spoken))
            subjects += [name] if "s" in (ends or "") and name not in subjects else []
            objects += [name] if "o" in (ends or "") and name not in objects else []
            at = end.end()
        else:
            text += marked[at]
            at += 1
    spans.sort(key=lambda span: (span[0], -span[1]))
    names = list(dict.fromkeys(name for *_, name, _ in spans))
    mentions = tuple(
        Mention(start=start, end=end, text=text[start:end], type=kind, kind=spoken, entities=(names.index(name),))
        for start, end, kind, name, spoken in spans
    )
    entities = tuple(
        LocalEntity(
            type=next(kind for _, _, kind, one, _ in spans if one == name),
            name=name,
            mentions=tuple(m for m in mentions if m.entities == (number,)),
        )
        for number, name in enumerate(names)
    )
    article = Article(id="sketch", text=text)
    doc = nlp.parse(text)
    return Scene(article, doc, mentions, entities, dates.find(doc, None), money.find(doc)), subjects, objects
