"""Two graphs → what to create, update and remove: the difference at the level of rows."""

from collections.abc import Iterable
from typing import NamedTuple

from graph import rows
from graph.records import Graph
from graph.rows import Link, Node


class Changes(NamedTuple):
    """Rows by id: new ones, ones that differ, and ids that are gone; each sorted by id."""

    created_nodes: tuple[Node, ...] = ()
    updated_nodes: tuple[Node, ...] = ()
    removed_nodes: tuple[str, ...] = ()
    created_links: tuple[Link, ...] = ()
    updated_links: tuple[Link, ...] = ()
    removed_links: tuple[str, ...] = ()


def diff(old: Graph, new: Graph) -> Changes:
    """What turns the rows of `old` into those of `new`; a link whose type or ends change is removed and created."""
    before_nodes, after_nodes = _by_id(rows.nodes(old)), _by_id(rows.nodes(new))
    before_links, after_links = _links_by_id(rows.links(old)), _links_by_id(rows.links(new))
    moved = {key for key in before_links.keys() & after_links.keys() if before_links[key][1:4] != after_links[key][1:4]}
    return Changes(
        created_nodes=tuple(after_nodes[key] for key in sorted(after_nodes.keys() - before_nodes.keys())),
        updated_nodes=tuple(
            after_nodes[key]
            for key in sorted(after_nodes.keys() & before_nodes.keys())
            if after_nodes[key] != before_nodes[key]
        ),
        removed_nodes=tuple(sorted(before_nodes.keys() - after_nodes.keys())),
        created_links=tuple(after_links[key] for key in sorted(after_links.keys() - before_links.keys() | moved)),
        updated_links=tuple(
            after_links[key]
            for key in sorted((after_links.keys() & before_links.keys()) - moved)
            if after_links[key] != before_links[key]
        ),
        removed_links=tuple(sorted(before_links.keys() - after_links.keys() | moved)),
    )


def apply(nodes: Iterable[Node], links: Iterable[Link], changes: Changes) -> tuple[tuple[Node, ...], tuple[Link, ...]]:
    """Rows after the changes, sorted by id: what a store does, in memory."""
    held_nodes, held_links = _by_id(nodes), _links_by_id(links)
    for link_id in changes.removed_links:
        del held_links[link_id]
    for node_id in changes.removed_nodes:
        del held_nodes[node_id]
    held_nodes |= {node.id: node for node in (*changes.created_nodes, *changes.updated_nodes)}
    held_links |= {link.id: link for link in (*changes.created_links, *changes.updated_links)}
    return tuple(held_nodes[key] for key in sorted(held_nodes)), tuple(held_links[key] for key in sorted(held_links))


def _by_id(nodes: Iterable[Node]) -> dict[str, Node]:
    return {node.id: node for node in nodes}


def _links_by_id(links: Iterable[Link]) -> dict[str, Link]:
    return {link.id: link for link in links}
