"""Graph → GEXF 1.3 for Gephi, with dates as the intervals in which a fact holds, for its timeline.

A date known to the month lasts that month; a fact without a date is always there. Edges bear their relation
type as `kind`, by which Gephi keeps parallel edges apart.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from graph.exports.flat import Flat, clean, flat
from graph.records import Graph
from graph.spans import span_of

COLOURS = {
    "Person": (217, 87, 63),
    "Organization": (63, 111, 196),
    "Company": (31, 138, 125),
    "Product": (132, 84, 189),
    "Place": (185, 130, 22),
    "Lawsuit": (163, 59, 92),
    "Email": (95, 115, 136),
    "Funding": (77, 133, 50),
    "Article": (139, 143, 153),
}
"""Red, green and blue of each type of node, the same as in the viewer."""

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>newsgraph</creator></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
"""


def render(graph: Graph) -> Iterator[str]:
    """The whole document, a node or edge a line."""
    whole = flat(graph)
    spans = {edge.id: span_of(edge.qualifiers) for edge in graph.edges}
    nodes = [(key, dict(data)) for key, data in whole.nodes(data=True)]
    edges = [(start, end, key, dict(data)) for start, end, key, data in whole.edges(keys=True, data=True)]
    node_columns = _columns([data for _, data in nodes])
    edge_columns = _columns([data for *_, data in edges])
    yield _HEAD
    yield from _declared("node", node_columns)
    yield from _declared("edge", edge_columns)
    yield "<nodes>\n"
    for key, data in nodes:
        red, green, blue = COLOURS[str(data["kind"])]
        colour = f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
        attributes = {"id": key, "label": str(data["label"])}
        yield f"<node{_attributes(attributes)}>{_values(data, node_columns)}{colour}</node>\n"
    yield "</nodes>\n<edges>\n"
    for start, end, key, data in edges:
        attributes = {"id": key, "source": start, "target": end, "label": str(data["label"]), "kind": str(data["kind"])}
        found = spans.get(key)
        if found is not None:
            attributes |= {name: day for name, day in (("start", found.first), ("end", found.last)) if day is not None}
        yield f"<edge{_attributes(attributes)}>{_values(data, edge_columns)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _columns(found: list[Flat]) -> dict[str, str]:
    """Column → GEXF type, in the order of first sight; the label is an attribute of its own."""
    types: dict[str, str] = {}
    for data in found:
        for name, value in data.items():
            if name != "label":
                kind = {str: "string", bool: "boolean", int: "long", float: "double"}[type(value)]
                types[name] = kind if types.get(name, kind) == kind else "double" if kind != "string" else "string"
    return types


def _declared(of: str, columns: Mapping[str, str]) -> Iterator[str]:
    yield f'<attributes class="{of}" mode="static">\n'
    for name, kind in columns.items():
        yield f"<attribute{_attributes({'id': name, 'title': name, 'type': kind})}/>\n"
    yield "</attributes>\n"


def _values(data: Flat, columns: Mapping[str, str]) -> str:
    found = [(name, data[name]) for name in columns if name in data]
    cells = "".join(f"<attvalue{_attributes({'for': name, 'value': _text(value)})}/>" for name, value in found)
    return f"<attvalues>{cells}</attvalues>"


def _text(value: str | int | float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _attributes(pairs: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(clean(value))}" for name, value in pairs.items())
