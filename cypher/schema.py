"""Ontology → constraints and indexes, as Cypher text that can be run again and again.

One constraint carries everything: `:Entity(id)` is unique, so that every merge and every link finds its
node by one look-up. Names are indexed by their words, and each fact by its id, by which its sentences are asked for.
The text is for Neo4j 5 Community; the embedded engine makes its types itself.
"""

from extract import ontology

ENTITY = "Entity"
"""The label that all our nodes bear; an article's node too."""


def labels(entity_type: str) -> tuple[str, ...]:
    """Company → ("Entity", "Organization", "Company"): all labels of a node, from the general to the special."""
    if entity_type == ontology.ARTICLE:
        return (ENTITY, ontology.ARTICLE)
    return (ENTITY, *ontology.entity(entity_type).labels)


def label_sets() -> tuple[tuple[str, ...], ...]:
    """The labels that nodes can bear together, one tuple an entity type, articles last."""
    return tuple(labels(name) for name in (*ontology.ENTITIES, ontology.ARTICLE))


def special_labels() -> tuple[str, ...]:
    """Every label besides `Entity`, each once, sorted."""
    return tuple(sorted({label for row in label_sets() for label in row} - {ENTITY}))


def link_types() -> tuple[str, ...]:
    """Every relationship type: facts, parties of events, mentions; sorted."""
    return tuple(sorted({*ontology.RELATIONS, *ontology.ROLES, ontology.MENTIONED_IN}))


def constraints() -> tuple[str, ...]:
    """The one constraint: no two nodes of one id."""
    return (f"CREATE CONSTRAINT newsgraph_id IF NOT EXISTS FOR (n:{ENTITY}) REQUIRE n.id IS UNIQUE",)


def indexes() -> tuple[str, ...]:
    """Words of names, and the id of each kind of fact.

    Names are indexed by their words, since a plain index refuses a value of more than 8 kB and no name is cut:
    `CALL db.index.fulltext.queryNodes("newsgraph_names", "musk")`.
    """
    words = f"CREATE FULLTEXT INDEX newsgraph_names IF NOT EXISTS FOR (n:{ENTITY}) ON EACH [n.name, n.aliases]"
    facts = tuple(
        f"CREATE INDEX newsgraph_{name.lower()}_id IF NOT EXISTS FOR ()-[r:{name}]-() ON (r.id)"
        for name in sorted(ontology.RELATIONS)
    )
    return (words, *facts)


def statements() -> tuple[str, ...]:
    """All of it, in the order to run; each is a transaction of its own."""
    return (*constraints(), *indexes())
