"""Article → Extraction: the only place with the order of steps.

parse and read → names (proposed, settled) → entities (joined) → descriptions and pronouns (resolved) → scene →
candidates (rules, reader) → judged claims.
"""

from collections.abc import Mapping

from extract import coref, dates, entities, judge, mentions, money, nlp, reader, relations, voices
from extract.reader import Reading
from extract.records import Article, Extraction, Mention
from extract.scene import Scene


def extract(article: Article, gazetteer: Mapping[str, str] | None = None) -> Extraction:
    """Everything that the article says. `gazetteer` maps plain names to entity types and wins over the vote."""
    scene, reading = read(article, gazetteer)
    claims, rejections = judge.judge(scene, voices.propose(scene, reading, relations.propose(scene)))
    return Extraction(
        article=article,
        entities=scene.entities,
        claims=tuple(claims),
        rejections=tuple(rejections),
        unresolved=tuple(mention for mention in scene.mentions if not mention.entities),
    )


def read(article: Article, gazetteer: Mapping[str, str] | None = None) -> tuple[Scene, Reading]:
    """Words, people, dates and sums of an article: what the voices look at."""
    doc = nlp.parse(article.text)
    reading = reader.load().read(article.text)
    proposed = [mentions.Name(found.start, found.end, found.type_scores) for found in reading.names]
    groups = entities.join(mentions.settle(article.text, proposed, gazetteer))
    groups = entities.also_known(article.text, groups)
    resolved, unresolved = coref.resolve(article.text, groups, reading)
    found = tuple(
        entities.entity(index, group, [m for m in resolved if index in m.entities])
        for index, group in enumerate(groups)
    )
    several = [m for m in resolved if len(m.entities) > 1]
    single = [m for entity in found for m in entity.mentions if len(m.entities) == 1]
    spoken: list[Mention] = sorted([*single, *several, *unresolved], key=lambda m: (m.start, -m.end, m.kind))
    return Scene(article, doc, tuple(spoken), found, dates.find(doc, article.published), money.find(doc)), reading
