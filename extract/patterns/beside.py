"""Words side by side, where the parse often fails: titles, by-lines, captions, places after names.

"Acme founder and CEO Ann Lee", "Ann Lee, President and CEO of Acme", "Jane Doe (CFO, Acme)", "Acme (Leeds)".
"""

from collections.abc import Iterator
from math import exp

from spacy.tokens import Token

from extract import ontology
from extract.patterns.fill import View
from extract.records import Mention

_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "my"})
_COURTESY = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "professor", "prof.", "lord"}
)
_IN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ", "NUM"})
_TOPICAL = frozenset({"nsubj", "nsubjpass", "poss"})
_REACH = 1000
"""Characters after which a mention counts for about a third."""
_HERE = 3.0
"""How much more a mention in the same paragraph counts."""
_HYPHENS = frozenset({"-", "–", "&", "/"})


def phrase_start(sight: View, index: int) -> int:
    """The first token of the chain of nouns that ends at the token: "founder and chief executive"."""
    doc = sight.scene.doc
    first = index
    while first > 0 and first > index - 9:
        before = doc[first - 1]
        if before.i in sight.names or (before.is_sent_start and before.pos_ not in _IN_PHRASE):
            break
        if before.pos_ not in _IN_PHRASE and before.text not in _HYPHENS and before.dep_ not in ("amod", "compound"):
            break
        first -= 1
    return first


def person_beside(sight: View, first: int, last: int) -> Mention | None:
    """The person named right after the phrase, or before it with a comma or bracket between."""
    doc = sight.scene.doc
    after = last + 1
    while after < len(doc) and doc[after].lower_ in _COURTESY:
        after += 1
    found = sight.starting.get(after)
    if found is not None and found.kind == "name" and is_person(sight, found):
        return found
    before = first - 1
    while before > 0 and doc[before].lower_ in _DETERMINERS:
        before -= 1
    if before > 0 and doc[before].text in (",", "(", "–", "—"):
        found = sight.ending.get(before - 1)
        if found is not None and found.kind == "name" and is_person(sight, found):
            return found
    return None


def body_before(sight: View, first: int) -> Mention | None:
    """ "Acme" of "Acme chief executive", "Acme's chief executive", "its chief executive"."""
    doc = sight.scene.doc
    before = first - 1
    if before >= 0 and doc[before].text in ("'s", "’s", "'", "’"):
        before -= 1
    found = sight.ending.get(before)
    return found if found is not None and is_body(sight, found) else None


def body_after(sight: View, last: int) -> Mention | None:
    """ "Acme" of "chief executive of Acme", "CEO, Acme", "head at the Acme"."""
    doc = sight.scene.doc
    after = last + 1
    if after >= len(doc) or doc[after].lower_ not in ("of", "at", "for", ",", "with"):
        return None
    comma = doc[after].text == ","
    after += 1
    found = sight.starting.get(after)
    if found is None and after < len(doc) and doc[after].lower_ in _DETERMINERS:
        found = sight.starting.get(after + 1)
    if found is None or not is_body(sight, found) or (comma and found.kind != "name"):
        return None
    span = sight.span(found)
    if comma and span is not None and span.end < len(doc) and doc[span.end].text in ("'s", "’s"):
        return None
    return found


def trio(sight: View, token: Token, last: int) -> tuple[Mention | None, Mention | None]:
    """The person and the body beside an office that ends at `last`, either of them None."""
    first = phrase_start(sight, token.i)
    body = body_after(sight, last) or body_before(sight, first)
    person = person_beside(sight, first, last)
    if person is None and body is not None and body.start > token.idx:
        span = sight.span(body)
        at = len(token.doc) if span is None else span.end
        if at + 1 < len(token.doc) and token.doc[at].text == ",":
            after = sight.starting.get(at + 1)
            person = after if after is not None and is_person(sight, after) and after.kind == "name" else None
    if person is not None and body is None and person.start > token.idx:
        span = sight.span(person)
        body = None if span is None else body_after(sight, span.end - 1)
    if person is None:
        covering = sight.names.get(token.i) or sight.scene.mention_at(token)
        person = covering if covering is not None and covering.entities and is_person(sight, covering) else None
    return person, body


def spoken_of(sight: View, index: int, but: frozenset[int] = frozenset()) -> Mention | None:
    """The body that the text is about before the token: often named, lately, as a subject; `but` are left out."""
    scene = sight.scene
    at = scene.doc[index].idx
    paragraph = scene.article.text.rfind("\n", 0, at)
    weights: dict[tuple[int, ...], float] = {}
    latest: dict[tuple[int, ...], Mention] = {}
    for mention in scene.mentions:
        if mention.end > at:
            continue
        if len(mention.entities) != 1 or mention.entities[0] in but or not is_body(sight, mention):
            continue
        span = sight.span(mention)
        weight = 2.0 if span is not None and span.root.dep_ in _TOPICAL else 1.0
        weight *= _HERE if mention.start > paragraph else 1.0
        weights[mention.entities] = weights.get(mention.entities, 0.0) + weight * exp((mention.end - at) / _REACH)
        latest[mention.entities] = mention
    if not weights:
        return None
    return latest[max(sorted(weights), key=lambda one: weights[one])]


def is_person(sight: View, mention: Mention) -> bool:
    """Whether the mention stands for a person."""
    return sight.type_of(mention) == "Person"


def is_body(sight: View, mention: Mention) -> bool:
    """Whether the mention stands for a company or another body."""
    return ontology.family(sight.type_of(mention)) == "Organization"


def next_mention(sight: View, index: int, links: frozenset[str], most: int = 2) -> Iterator[tuple[str, Mention]]:
    """The mention that follows the token after at most `most` linking words, with those words joined."""
    doc = sight.scene.doc
    at = index + 1
    skipped: list[str] = []
    while at < len(doc) and len(skipped) < most and doc[at].lower_ in links:
        skipped.append(doc[at].lower_)
        at += 1
    found = sight.starting.get(at)
    if found is not None:
        yield " ".join(skipped), found
