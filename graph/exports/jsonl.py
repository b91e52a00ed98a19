"""Graph → JSON lines, a node or relationship a line, in the shape of Neo4j's own JSON exports.

Nodes come first, so that a reader of one pass knows both ends of each relationship.
"""

import json
from collections.abc import Iterator

from graph import rows
from graph.records import Graph


def render(graph: Graph) -> Iterator[str]:
    """`{"type": "node", "id", "labels", "properties"}`, then `{"type": "relationship", "label", "start", "end", …}`."""
    labels: dict[str, list[str]] = {}
    for node in rows.nodes(graph):
        labels[node.id] = list(node.labels)
        yield _line({"type": "node", "id": node.id, "labels": labels[node.id], "properties": node.properties})
    for link in rows.links(graph):
        start, end = ({"id": key, "labels": labels[key]} for key in (link.start, link.end))
        item = {"type": "relationship", "id": link.id, "label": link.type, "properties": link.properties}
        yield _line({**item, "start": start, "end": end})


def _line(item: dict[str, object]) -> str:
    return json.dumps(item, ensure_ascii=False) + "\n"
