"""Graph → problems: what would make it untrustworthy, each as one line; none is the rule."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from extract import ontology
from extract.records import Extraction
from graph.records import Edge, Graph


def check(graph: Graph, extractions: Iterable[Extraction] = ()) -> list[str]:
    """Ids, ends, types, order and, where texts are given, that every sentence stands in its article as it says."""
    texts = {one.article.id: one.article.text for one in extractions}
    return [*_ids(graph), *_ends(graph), *_sentences(graph, texts)]


def _ids(graph: Graph) -> Iterator[str]:
    for noun, ids in (
        ("article", [one.id for one in graph.articles]),
        ("entity", [one.id for one in graph.entities]),
        ("edge", [one.id for one in graph.edges]),
    ):
        for key, count in sorted(Counter(ids).items()):
            if count > 1:
                yield f"{noun} {key} stands {count} times"
        if ids != sorted(ids):
            yield f"{noun} ids are not sorted"


def _ends(graph: Graph) -> Iterator[str]:
    types = {entity.id: entity.type for entity in graph.entities}
    articles = {article.id for article in graph.articles}
    for entity in graph.entities:
        for one in entity.appearances:
            if one.article not in articles:
                yield f"entity {entity.id} appears in {one.article}, which is no article here"
    for edge in graph.edges:
        missing = [key for key in (edge.subject, edge.object, edge.event) if key and key not in types]
        for key in missing:
            yield f"edge {edge.id} ends at {key}, which is no entity"
        if not missing:
            yield from _fits(edge, types)
        if not edge.evidence:
            yield f"edge {edge.id} has no evidence"
        for evidence in edge.evidence:
            if evidence.article not in articles:
                yield f"edge {edge.id} cites {evidence.article}, which is no article here"


def _fits(edge: Edge, types: Mapping[str, str]) -> Iterator[str]:
    target = None if edge.object == edge.event else types[edge.object]
    problem = ontology.fits(edge.type, types[edge.subject], target)
    if problem and ontology.relation(edge.type).symmetric and target is not None:
        problem = ontology.fits(edge.type, target, types[edge.subject])
    if problem:
        yield f"edge {edge.id}: {problem} of {edge.type} violated by {types[edge.subject]} → {target}"


def _sentences(graph: Graph, texts: Mapping[str, str]) -> Iterator[str]:
    digests = {article.id: article.digest for article in graph.articles}
    for article, text in sorted(texts.items()):
        if article in digests and sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != digests[article]:
            yield f"article {article} is not the text that the graph was built from"
    for edge in graph.edges:
        for evidence in edge.evidence:
            said = texts.get(evidence.article)
            if said is not None and said[evidence.start : evidence.end] != evidence.sentence:
                yield f"edge {edge.id}: its sentence does not stand at {evidence.start} in {evidence.article}"
