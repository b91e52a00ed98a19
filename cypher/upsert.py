"""Ontology → the statements that write rows: text is computed from names of the ontology, values are parameters.

The rows of a parameter `rows` are maps: a node's `id` and `properties`; a link's `id`, `start`, `end` (ids
of nodes) and `properties`. Both come from `graph.rows`, with `FINGERPRINT` among the properties: by it a
loader tells what is already there, and what in the database is ours at all.

    UNWIND $rows AS row
    MERGE (n:Entity {id: row.id})
    SET n:Person
    SET n = row.properties
"""

from collections.abc import Sequence

from cypher.schema import ENTITY, label_sets, link_types, special_labels
from extract.errors import OntologyError

FINGERPRINT = "fingerprint"
"""Property of every node and link that a loader wrote: a digest of all its other properties, labels and ends."""


def merge_nodes(labels: Sequence[str]) -> str:
    """Create nodes with these labels, or overwrite the properties of those that have the id.

    Labels of ours that the node bore before and should not bear now are taken off, foreign ones stay.
    Parameter: `rows` of `{id, properties}`.
    """
    given = tuple(labels)
    if given not in label_sets():
        raise OntologyError(f"no node bears the labels {':'.join(given)}")
    special = ":".join(given[1:])
    gone = ":".join(label for label in special_labels() if label not in given)
    return (
        "UNWIND $rows AS row\n"
        f"MERGE (n:{ENTITY} {{id: row.id}})\n"
        f"REMOVE n:{gone}\n"
        f"SET n:{special}\n"
        "SET n = row.properties"
    )


def merge_links(link_type: str) -> str:
    """Create links of this type, or overwrite the properties of those that have the id and the ends.

    Parameter: `rows` of `{id, start, end, properties}`; a row whose ends are not there writes nothing.
    """
    return (
        "UNWIND $rows AS row\n"
        f"MATCH (a:{ENTITY} {{id: row.start}})\n"
        f"MATCH (b:{ENTITY} {{id: row.end}})\n"
        f"MERGE (a)-[r:{_known(link_type)} {{id: row.id}}]->(b)\n"
        "SET r = row.properties"
    )


def delete_links(link_type: str) -> str:
    """Delete links of this type; parameter: `rows` of `{id, start, end}`, so that each is found by its ends."""
    return (
        "UNWIND $rows AS row\n"
        f"MATCH (a:{ENTITY} {{id: row.start}})-[r:{_known(link_type)} {{id: row.id}}]->(b:{ENTITY} {{id: row.end}})\n"
        "DELETE r"
    )


def delete_nodes() -> str:
    """Delete nodes of ours with all their links; parameter: `rows` of `{id}`."""
    return f"UNWIND $rows AS row\nMATCH (n:{ENTITY} {{id: row.id}})\nWHERE n.{FINGERPRINT} IS NOT NULL\nDETACH DELETE n"


def held_nodes() -> str:
    """Read `id` and `fingerprint` of every node of ours; no parameters, no order."""
    return f"MATCH (n:{ENTITY})\nWHERE n.{FINGERPRINT} IS NOT NULL\nRETURN n.id AS id, n.{FINGERPRINT} AS fingerprint"


def held_links(link_type: str) -> str:
    """Read `id`, `start_id`, `end_id` and `fingerprint` of every link of ours of this type; no order."""
    return (
        f"MATCH (a:{ENTITY})-[r:{_known(link_type)}]->(b:{ENTITY})\n"
        f"WHERE r.{FINGERPRINT} IS NOT NULL\n"
        f"RETURN r.id AS id, a.id AS start_id, b.id AS end_id, r.{FINGERPRINT} AS fingerprint"
    )


def foreign_nodes() -> str:
    """Read the ids among the parameter `ids` that nodes bear which are not ours: loading would take them over."""
    return (
        "UNWIND $ids AS id\n"
        f"MATCH (n:{ENTITY} {{id: id}})\n"
        f"WHERE n.{FINGERPRINT} IS NULL\n"
        "RETURN n.id AS id ORDER BY id"
    )


def _known(link_type: str) -> str:
    if link_type not in link_types():
        raise OntologyError(f"no relationship type {link_type!r}")
    return link_type
