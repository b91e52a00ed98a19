"""Article → Extraction: the only place with the order of steps.

parse → names (proposed, settled) → entities (joined) → descriptions and pronouns (resolved) → scene →
candidates (rules, reader) → judged claims.
"""

from collections.abc import Mapping

from extract import coref, dates, entities, judge, mentions, money, nlp, relations
from extract.records import Article, Extraction, LocalEntity, Mention
from extract.scene import Scene


def extract(article: Article, gazetteer: Mapping[str, str] | None = None) -> Extraction:
    """Everything that the article says. `gazetteer` maps plain names to entity types and wins over the vote."""
    scene = read(article, gazetteer)
    claims, rejections = judge.judge(scene, relations.propose(scene))
    return Extraction(article=article, entities=scene.entities, claims=tuple(claims), rejections=tuple(rejections))


def read(article: Article, gazetteer: Mapping[str, str] | None = None) -> Scene:
    """Words, people, dates and sums of an article: what the voices look at."""
    doc = nlp.parse(article.text, stock_names=True)
    groups = entities.join(mentions.settle(article.text, mentions.stock(doc), gazetteer))
    described = coref.heuristic(doc, groups)
    found: tuple[LocalEntity, ...] = tuple(
        entities.entity(index, group, [m for m in described if index in m.entities])
        for index, group in enumerate(groups)
    )
    spoken: list[Mention] = sorted(
        {m for entity in found for m in entity.mentions}, key=lambda m: (m.start, -m.end, m.kind)
    )
    return Scene(article, doc, tuple(spoken), found, dates.find(doc, article.published), money.find(doc))
