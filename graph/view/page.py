"""Graph → the page: template, style, program, library and data put into one file, each checked by the browser.

The data stand in the page as JSON that no `</script>` can end, and the program writes them as text only. The
page's policy lets run what is in it, by hash, and lets nothing be fetched.
"""

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from typing import Any

from extract import ontology
from graph import rows
from graph.exports.captions import caption, money, when
from graph.records import Edge, Entity, Graph
from graph.spans import span_of

_LIBRARY_STYLE = ".__________cytoscape_container { position: relative; }"


def render(graph: Graph) -> Iterator[str]:
    """The whole page."""
    data = json.dumps(page_data(graph), ensure_ascii=False, separators=(",", ":"))
    parts = {
        "style": _part("style.css"),
        "library-style": _LIBRARY_STYLE,
        "licences": _part("vendor.txt"),
        "library": _part("vendor.js"),
        "script": "".join(map(_part, ("picture.js", "panel.js", "app.js"))),
        "data": data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"),
    }
    scripts, styles = (parts["library"], parts["script"]), (parts["style"], parts["library-style"])
    parts["policy"] = (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    text, *holes = _part("page.html").split("{{")
    yield text
    for hole in holes:
        name, _, after = hole.partition("}}")
        yield parts[name]
        yield after


def page_data(graph: Graph) -> dict[str, Any]:
    """What the program draws: tables of the ontology, then articles, nodes and facts that point to them by number."""
    article_at = {article.id: at for at, article in enumerate(graph.articles)}
    node_at = {entity.id: at for at, entity in enumerate(graph.entities)}
    facts = [_fact(edge, node_at, article_at) for edge in graph.edges]
    roles = {
        (link.type, node_at[link.start], node_at[link.end]) for edge in graph.edges for link in rows.role_links(edge)
    }
    return {
        "types": [{"name": row.name, "meaning": row.meaning} for row in ontology.ENTITIES.values()],
        "relations": [
            {"name": row.name, "meaning": row.meaning, "symmetric": row.symmetric}
            for row in ontology.RELATIONS.values()
        ],
        "statuses": [{"name": row.name, "meaning": row.meaning} for row in ontology.STATUSES.values()],
        "articles": [
            {"id": one.id, "title": one.title, "published": one.published, "url": one.url, "source": one.source}
            for one in graph.articles
        ],
        "nodes": [_node(entity, article_at) for entity in graph.entities],
        "facts": facts,
        "roles": [list(role) for role in sorted(roles)],
    }


def _node(entity: Entity, article_at: dict[str, int]) -> dict[str, Any]:
    return {
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "event": ontology.entity(entity.type).event,
        "known": [[_word(key), str(value)] for key, value in entity.properties.items()],
        "articles": [article_at[one.article] for one in entity.appearances if one.article in article_at],
    }


def _fact(edge: Edge, node_at: dict[str, int], article_at: dict[str, int]) -> dict[str, Any]:
    found = span_of(edge.qualifiers)
    return {
        "type": edge.type,
        "subject": node_at[edge.subject],
        "object": node_at[edge.object],
        "event": None if edge.event is None else node_at[edge.event],
        "status": edge.status,
        "source": edge.source,
        "caption": caption(edge).removesuffix(f" ({edge.status})"),
        "known": _known(edge),
        "first": None if found is None else found.first or "0000-01-01",
        "last": None if found is None else found.last or "9999-12-31",
        "evidence": [
            {"article": article_at[one.article], "sentence": one.sentence, "status": one.status, "source": one.source}
            for one in edge.evidence
        ],
    }


def _known(edge: Edge) -> list[list[str]]:
    """Words and values of the qualifiers: sums and dates as people read them."""
    words = {key: str(value) for key, value in edge.qualifiers.given().items()}
    found: list[tuple[str, str | None]] = [("when", when(edge.qualifiers)), ("amount", money(edge.qualifiers))]
    texts = [key for key in words if ontology.QUALIFIERS[key].kind == "text" and key != "currency"]
    return [[word, value] for word, value in (*found, *((_word(key), words[key]) for key in texts)) if value]


def _word(key: str) -> str:
    return key.replace("_", " ")


def _part(name: str) -> str:
    return (files("graph.view") / name).read_text(encoding="utf-8")


def _hashes(parts: tuple[str, ...]) -> str:
    return " ".join(f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'" for part in parts)
