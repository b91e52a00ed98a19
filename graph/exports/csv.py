"""Graph → a folder of CSV files for `neo4j-admin database import`: one file a node label or relationship type.

The folder holds `nodes-LABEL.csv` and `links-TYPE.csv`, each with its header; `import.args`, the options that
the importer reads from a file; and `schema.cypher`, to run once the imported database is up. In the folder:

    neo4j-admin database import full neo4j @import.args

Items of a list are parted by U+001F, which no text here holds, since sentences hold every printable character.
Rows bear their fingerprints, so that a later `newsgraph load` into the same database finds them as its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from cypher import schema
from extract import ontology
from graph import rows
from graph.records import Graph
from graph.stores import stamps

DELIMITER = "\x1f"
ARGUMENTS, SCHEMA = "import.args", "schema.cypher"

OURS = frozenset(
    {ARGUMENTS, SCHEMA}
    | {f"nodes-{row[-1]}.csv" for row in schema.label_sets()}
    | {f"links-{kind}.csv" for kind in schema.link_types()}
)

_SUMS = {row.column for row in ontology.QUALIFIERS.values() if row.kind == "number"}
_NODE_COLUMNS = ("name", "aliases", "articles", "mentions")
_ARTICLE_COLUMNS = ("article", "name", "title", "published", "url", "source", "characters", "digest", "metadata")
_FACT_COLUMNS = ("status", "source", "event", "sentence", "article", "sentence_start", "sentence_end", "score")
_EVIDENCE_COLUMNS = ("voices", "sentences", "articles", "starts", "ends", "statuses", "sources")


def folder(graph: Graph) -> dict[str, Iterable[str]]:
    """The files by name; only types that the graph holds have one."""
    nodes: dict[str, list[rows.Node]] = {}
    for node in stamps.nodes(graph):
        nodes.setdefault(node.labels[-1], []).append(node)
    links: dict[str, list[rows.Link]] = {}
    for link in stamps.links(graph):
        links.setdefault(link.type, []).append(link)
    files: dict[str, Iterable[str]] = {f"nodes-{label}.csv": _nodes(nodes[label]) for label in sorted(nodes)}
    files |= {f"links-{kind}.csv": _links(links[kind]) for kind in sorted(links)}
    files[ARGUMENTS] = _arguments(sorted(nodes), sorted(links))
    files[SCHEMA] = [f"{statement};\n" for statement in schema.statements()]
    return files


def _nodes(found: Sequence[rows.Node]) -> Iterator[str]:
    label = found[0].labels[-1]
    known = _ARTICLE_COLUMNS if label == ontology.ARTICLE else (*_NODE_COLUMNS, *_event_columns(label))
    header = _header(known, [node.properties for node in found])
    yield ",".join(["id:ID", ":LABEL", *(f"{key}:{kind}" for key, kind in header.items())]) + "\n"
    for node in found:
        yield _line([node.id, list(node.labels), *(node.properties.get(key) for key in header)])


def _links(found: Sequence[rows.Link]) -> Iterator[str]:
    row = ontology.RELATIONS.get(found[0].type)
    known: tuple[str, ...] = ()
    if row is not None:
        qualifiers = tuple(ontology.QUALIFIERS[key].column for key in row.qualifiers)
        known = (*qualifiers, *_FACT_COLUMNS, *_EVIDENCE_COLUMNS)
    header = _header(known, [link.properties for link in found])
    first = [":START_ID", ":END_ID", ":TYPE", "id:string", *(f"{key}:{kind}" for key, kind in header.items())]
    yield ",".join(first) + "\n"
    for link in found:
        ends = [link.start, link.end, link.type, link.id]
        yield _line([*ends, *(link.properties.get(key) for key in header)])


def _event_columns(label: str) -> tuple[str, ...]:
    found = (row.qualifiers for row in ontology.RELATIONS.values() if row.event == label)
    keys = dict.fromkeys(chain.from_iterable(found))
    return tuple(ontology.QUALIFIERS[key].column for key in keys) + (("status",) if keys else ())


def _header(known: Sequence[str], found: Sequence[Mapping[str, rows.Value]]) -> dict[str, str]:
    """Column → the importer's type: the known columns first, then whatever else a row holds, sorted."""
    types: dict[str, set[str]] = {key: set() for key in known}
    others: dict[str, set[str]] = {}
    for properties in found:
        for key, value in properties.items():
            if key != "id":
                (types if key in types else others).setdefault(key, set()).add(_type(value))
    types |= {key: others[key] for key in sorted(others)}
    return {key: _joined(key, kinds) for key, kinds in types.items()}


def _type(value: rows.Value) -> str:
    if isinstance(value, list):
        return f"{_type(value[0])}[]" if value else "string[]"
    if isinstance(value, bool):
        return "boolean"
    return "string" if isinstance(value, str) else "long" if isinstance(value, int) else "double"


def _joined(key: str, kinds: set[str]) -> str:
    """One type for a column; an empty one of the ontology's sums is a number, any other is text."""
    if kinds == {"long", "double"}:
        return "double"
    if len(kinds) > 1:
        return "string"
    return next(iter(kinds)) if kinds else "double" if key in _SUMS else "string"


def _line(cells: Sequence[rows.Value | None]) -> str:
    return ",".join(map(_cell, cells)) + "\n"


def _cell(value: rows.Value | None) -> str:
    """Texts always stand in quotes, so that an empty one is told from one that is not there."""
    if value is None:
        return ""
    if isinstance(value, list):
        joined = DELIMITER.join(str(item).replace(DELIMITER, " ") for item in value)
        return _quoted(joined) if value and isinstance(value[0], str) else joined
    if isinstance(value, bool):
        return str(value).lower()
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _arguments(labels: Sequence[str], kinds: Sequence[str]) -> Iterator[str]:
    yield from (f"--nodes=nodes-{label}.csv\n" for label in labels)
    yield from (f"--relationships=links-{kind}.csv\n" for kind in kinds)
    yield "--array-delimiter=U+001F\n--multiline-fields=true\n--id-type=string\n"
