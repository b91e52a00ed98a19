"""Statements are computed from the ontology, and hold no value."""

import re

import pytest

from cypher import schema, upsert
from extract import ontology
from extract.errors import OntologyError


def test_every_node_type_has_its_labels() -> None:
    assert schema.labels("Company") == ("Entity", "Organization", "Company")
    assert schema.labels(ontology.ARTICLE) == ("Entity", "Article")
    assert len(schema.label_sets()) == len(ontology.ENTITIES) + 1
    assert {label for row in schema.label_sets() for label in row} == {"Entity", *schema.special_labels()}


def test_schema_names_are_unique_and_repeatable() -> None:
    names = [text.split()[2] for text in schema.statements()]
    assert len(names) == len(set(names))
    assert all("IF NOT EXISTS" in text for text in schema.statements())
    assert len(schema.constraints()) == 1


def test_no_label_and_link_type_share_a_name() -> None:
    assert not {"Entity", *schema.special_labels()} & set(schema.link_types())


def test_link_types_are_facts_roles_and_mentions() -> None:
    assert set(schema.link_types()) == {*ontology.RELATIONS, *ontology.ROLES, "MENTIONED_IN"}


def test_merge_nodes_takes_off_what_the_node_is_no_longer() -> None:
    text = upsert.merge_nodes(("Entity", "Organization"))
    assert "MERGE (n:Entity {id: row.id})" in text
    assert "SET n:Organization\n" in text
    gone = re.search(r"REMOVE n:(\S+)", text)
    assert gone and set(gone[1].split(":")) == set(schema.special_labels()) - {"Organization"}


def test_merge_links_is_found_by_ends_and_id() -> None:
    assert "MERGE (a)-[r:FUNDED {id: row.id}]->(b)" in upsert.merge_links("FUNDED")


@pytest.mark.parametrize("wrong", ["funded", "FUNDED]->() DETACH DELETE n //", ""])
def test_foreign_types_are_refused(wrong: str) -> None:
    for statement in (upsert.merge_links, upsert.delete_links, upsert.held_links):
        with pytest.raises(OntologyError):
            statement(wrong)


@pytest.mark.parametrize("wrong", [("Entity", "Ghost"), ("Person",), ()])
def test_foreign_labels_are_refused(wrong: tuple[str, ...]) -> None:
    with pytest.raises(OntologyError):
        upsert.merge_nodes(wrong)
