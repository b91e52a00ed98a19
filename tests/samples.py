"""Gold files → extractions: what a perfect extraction of the seeds would be, for tests of everything after it."""

import json
import re
from functools import cache
from pathlib import Path

from extract.records import Article, Claim, Extraction, LocalEntity, Mention, Qualifiers

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
GOLD = HERE / "gold"


def extraction(gold_file: Path, text: str) -> Extraction:
    """A gold file and its text; mentions are found by the names and aliases that it lists."""
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    taken: set[int] = set()
    found: dict[int, list[Mention]] = {}
    names = sorted(
        ((name, i) for i, e in enumerate(gold["entities"]) for name in {e["name"], *e["aliases"]}),
        key=lambda pair: (-len(pair[0]), pair),
    )
    for name, i in names:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                mention = Mention(
                    start=match.start(),
                    end=match.end(),
                    text=name,
                    type=gold["entities"][i]["type"],
                    kind="name",
                    entities=(i,),
                )
                found.setdefault(i, []).append(mention)
    entities = tuple(
        LocalEntity(
            type=e["type"],
            name=e["name"],
            aliases=tuple(e["aliases"]),
            mentions=tuple(sorted(found.get(i, []), key=lambda m: m.start)),
        )
        for i, e in enumerate(gold["entities"])
    )
    index = {e["name"]: i for i, e in enumerate(gold["entities"])}
    claims = []
    for fact in gold["facts"]:
        at = text.find(fact["evidence"])
        if at < 0:
            at, fact["evidence"] = 0, text[:1]
        keys = set(Qualifiers.model_fields) - {"for_"} | {"for"}
        claims.append(
            Claim(
                type=fact["type"],
                subject=index[fact["subject"]],
                object=index[fact["object"]] if fact.get("object") else None,
                qualifiers=Qualifiers.model_validate({k: v for k, v in fact.items() if k in keys}),
                status=fact["status"],
                source=fact.get("source"),
                evidence=fact["evidence"],
                evidence_start=at,
                evidence_end=at + len(fact["evidence"]),
                voices=("gold",),
            )
        )
    article = Article(id=gold["article"], text=text, published=gold["published"])
    return Extraction(article=article, entities=entities, claims=tuple(claims))


@cache
def seeds() -> tuple[Extraction, ...]:
    """The five seed articles as their gold files tell them."""
    return tuple(
        extraction(path, (SEEDS / f"{path.stem}.txt").read_text(encoding="utf-8"))
        for path in sorted(GOLD.glob("*.json"))
    )
