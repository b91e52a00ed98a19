"""Rows → rows that carry a fingerprint: what a loader compares to tell what is new, changed or gone.

Every store writes stamped rows, so that what one store holds can be compared with any other.
"""

import json
from collections.abc import Iterator
from hashlib import sha256

from cypher.upsert import FINGERPRINT
from graph import rows
from graph.records import Held
from graph.rows import Link, Node


def stamp(*fields: object) -> str:
    """The first 16 hex digits of a SHA-256 over the fields as JSON with sorted keys."""
    text = json.dumps(fields, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()[:16]


def nodes(graph: Held) -> Iterator[Node]:
    """The nodes of the graph with their fingerprint: over labels and properties."""
    for node in rows.nodes(graph):
        yield node._replace(properties={**node.properties, FINGERPRINT: stamp(node.labels, node.properties)})


def links(graph: Held) -> Iterator[Link]:
    """The links of the graph with their fingerprint: over type, ends and properties."""
    for link in rows.links(graph):
        mark = stamp(link.type, link.start, link.end, link.properties)
        yield link._replace(properties={**link.properties, FINGERPRINT: mark})
