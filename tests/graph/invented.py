"""Invented articles for the laws: a few people and bodies, and claims between them."""

from typing import Any

from hypothesis import strategies as st

from extract import ontology
from extract.records import Article, Claim, Extraction, LocalEntity, Mention, Qualifiers

PEOPLE = ("Ann Lee", "Bob Lee", "Lee", "Walter G. Prokop", "Walter H. Prokop", "Walter Prokop", "W. Prokop")
BODIES = ("Acme", "Acme Steel Corp", "Bolt Ltd", "Bolt", "Maritime Transport Authority", "MTA", "Lee")
TYPES = ("FOUNDED", "FUNDED", "SUED", "EMAILED", "RAISED", "HELD_ROLE", "COMPETES_WITH", "OWNS", "ACQUIRED")
STATUSES = tuple(ontology.STATUSES)


def extraction(
    article: str,
    named: list[tuple[str, ...]],
    facts: list[dict[str, Any]],
    sentence: str | None = None,
) -> Extraction:
    """An article whose text is its names and a sentence a fact (or one for all).

    `named` holds a type, a name and aliases for each entity; facts are claims' fields with names as ends.
    """
    text, entities = "", []
    for number, (kind, name, *aliases) in enumerate(named):
        mention = Mention(
            start=len(text), end=len(text) + len(name), text=name, type=kind, kind="name", entities=(number,)
        )
        entities.append(LocalEntity(type=kind, name=name, aliases=tuple(aliases), mentions=(mention,)))
        text += name + ". "
    if sentence is not None:
        text += sentence
    index = {name: i for i, (_, name, *_) in enumerate(named)}
    claims = []
    for fact in facts:
        said = sentence or f"{fact['subject']} {fact['type']} {fact.get('object')}."
        start = len(text) - len(said) if sentence is not None else len(text)
        qualifiers = {k: v for k, v in fact.items() if k in ontology.QUALIFIERS and v is not None}
        claims.append(
            Claim(
                type=fact["type"],
                subject=index[fact["subject"]],
                object=index[fact["object"]] if fact.get("object") else None,
                qualifiers=Qualifiers.model_validate(qualifiers),
                status=fact.get("status", "asserted"),
                source=fact.get("source"),
                evidence=said,
                evidence_start=start,
                evidence_end=start + len(said),
                voices=("rule",),
            )
        )
        if sentence is None:
            text += said + " "
    return Extraction(article=Article(id=article, text=text), entities=tuple(entities), claims=tuple(claims))


@st.composite
def extractions(draw: st.DrawFn, article: str) -> Extraction:
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    bodies = draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=3, unique=True))
    named: list[tuple[str, ...]] = [("Person", name) for name in people if name not in bodies]
    people = [name for _, name in named] or ["Ann Lee"]
    named = [("Person", name) for name in people]
    for name in bodies:
        alias = draw(st.sampled_from([(), ("MTA",), ("Acme",), ("the company",)]))
        named.append((draw(st.sampled_from(["Company", "Organization"])), name, *alias))
    facts = []
    for _ in range(draw(st.integers(0, 5))):
        type_ = draw(st.sampled_from(TYPES))
        row = ontology.RELATIONS[type_]
        subject = draw(st.sampled_from(people if "Person" in row.subjects else bodies))
        objects = [name for name in bodies if name != subject]
        if row.objects and not objects:
            continue
        facts.append(
            {
                "type": type_,
                "subject": subject,
                "object": draw(st.sampled_from(objects)) if row.objects else None,
                "status": draw(st.sampled_from(STATUSES)),
                "source": draw(st.sampled_from([None, "the suit"])),
                "date": draw(st.sampled_from([None, "2015", "2015-05", "2015-05~", "2016", "2015/2018"]))
                if "date" in row.qualifiers
                else None,
                "amount": draw(st.sampled_from([None, 5, 5.0, 7])) if "amount" in row.qualifiers else None,
                "start": draw(st.sampled_from([None, "2014", "2017"])) if "start" in row.qualifiers else None,
                "end": draw(st.sampled_from([None, "2016-03", "2019"])) if "end" in row.qualifiers else None,
                "title": draw(st.sampled_from([None, "chair", "editor"])) if "title" in row.qualifiers else None,
            }
        )
    return extraction(article, named, facts)


@st.composite
def folders(draw: st.DrawFn) -> list[Extraction]:
    """One to four articles with ids of their own."""
    return [draw(extractions(f"story-{number}")) for number in range(draw(st.integers(1, 4)))]
