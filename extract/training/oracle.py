"""Marked article → Scene with the marked mentions: what extraction would see if it knew who is meant.

Rules, qualifiers and the judge are measured on it apart from errors in names.
"""

from collections.abc import Mapping
from typing import Any

from extract import dates, money, nlp
from extract.records import Article, LocalEntity, Mention
from extract.scene import Scene


def scene(record: Mapping[str, Any]) -> Scene:
    """A record of the marked news (`id`, `text`, `published`, `entities`, `groups`) → Scene."""
    text, published = record["text"], record["published"]
    article = Article(id=record["id"], text=text, published=published)
    number = {entity["id"]: index for index, entity in enumerate(record["entities"])}
    types = {entity["id"]: entity["type"] for entity in record["entities"]}
    spans = [
        (start, end, kind, (entity["id"],)) for entity in record["entities"] for start, end, kind in entity["mentions"]
    ]
    spans += [(start, end, "nominal", tuple(ids)) for start, end, ids in record["groups"]]
    mentions = tuple(
        Mention(
            start=start,
            end=end,
            text=text[start:end],
            type=types[ids[0]],
            kind=kind,
            entities=tuple(number[one] for one in ids),
        )
        for start, end, kind, ids in sorted(spans, key=lambda span: (span[0], -span[1], span[2]))
    )
    entities = tuple(
        LocalEntity(
            type=entity["type"],
            name=entity["name"],
            aliases=tuple(
                sorted({text[s:e] for s, e, kind in entity["mentions"] if kind != "pronoun"} - {entity["name"]})
            ),
            mentions=tuple(m for m in mentions if number[entity["id"]] in m.entities),
        )
        for entity in record["entities"]
    )
    doc = nlp.parse(text)
    return Scene(article, doc, mentions, entities, dates.find(doc, published), money.find(doc))
