"""Marked article → Scene with the marked mentions: what extraction would see if it knew who is meant.

Rules, qualifiers and the judge are measured on it apart from errors in names.
"""

from extract import dates, money, nlp
from extract.records import Article, LocalEntity, Mention
from extract.scene import Scene
from extract.training.tagged import Marking


def scene(marking: Marking) -> Scene:
    """Words, dates and sums as they are read; people and what stands for them as they are marked."""
    text = marking.text
    number = {one: index for index, (one, _, _) in enumerate(marking.entities)}
    types = {one: kind for one, kind, _ in marking.entities}
    mentions = tuple(
        Mention(
            start=m.start,
            end=m.end,
            text=text[m.start : m.end],
            type=types[m.entities[0]],
            kind="nominal" if len(m.entities) > 1 else m.kind,
            entities=tuple(number[one] for one in m.entities),
        )
        for m in marking.mentions
    )
    entities = tuple(
        LocalEntity(
            type=kind,
            name=name,
            aliases=tuple(sorted(_names(marking, one) - {name})),
            mentions=tuple(m for m in mentions if number[one] in m.entities),
        )
        for one, kind, name in marking.entities
    )
    article = Article(id=marking.id, text=text, published=marking.published)
    doc = nlp.parse(text)
    return Scene(article, doc, mentions, entities, dates.find(doc, marking.published), money.find(doc))


def _names(marking: Marking, entity: int) -> set[str]:
    alone = (m for m in marking.mentions if m.entities == (entity,) and m.kind != "pronoun")
    return {marking.text[m.start : m.end] for m in alone}
