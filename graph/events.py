"""Edges → event nodes: a suit, a message or a sum of money becomes a node that its parties are joined to.

One Lawsuit where one sentence tells of one plaintiff and several defendants; one Funding where a round and
the gift of one of its funders have the same sum. The direct edge stays beside the node and names it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from extract import ontology
from extract.merge import dates_conflict
from extract.records import Number
from graph.ids import identify
from graph.records import Edge, Entity

_EVENT_KEYS = ("date", "amount", "amount_min", "amount_max", "currency", "kind", "court", "claim")


def attach(edges: Sequence[Edge], names: Mapping[str, str]) -> tuple[list[Edge], list[Entity]]:
    """Edges with their events, and the event nodes; `names` are the parties' by id."""
    groups: dict[tuple[str, str], list[list[Edge]]] = defaultdict(list)
    plain: list[Edge] = []
    for edge in sorted(edges, key=lambda e: (e.type, e.id)):
        kind = ontology.relation(edge.type).event
        if kind is None:
            plain.append(edge)
            continue
        near = groups[kind, _beneficiary(edge) if kind == "Funding" else edge.subject]
        home = next((group for group in near if all(_one_event(edge, other) for other in group)), None)
        if home is None:
            near.append([edge])
        else:
            home.append(edge)
    nodes = []
    for group in (group for near in groups.values() for group in near):
        node = _node(group, names)
        nodes.append(node)
        plain += [edge.model_copy(update={"event": node.id, "object": edge.object or node.id}) for edge in group]
    return plain, nodes


def _one_event(one: Edge, other: Edge) -> bool:
    if one.status != other.status and not _both_happened(one, other):
        return False
    if dates_conflict(one.qualifiers.date, other.qualifiers.date):
        return False
    if one.type == other.type == "SUED":
        return one.subject == other.subject and one.object != other.object and _one_sentence(one, other)
    if {one.type, other.type} == {"FUNDED", "RAISED"}:
        return _beneficiary(one) == _beneficiary(other) and _sum(one) == _sum(other) != (None, None, None)
    if one.type == other.type == "FUNDED":
        same_sum = _sum(one) == _sum(other) != (None, None, None)
        return one.object == other.object and one.subject != other.subject and same_sum and _one_sentence(one, other)
    if one.type == other.type == "EMAILED":
        return one.subject == other.subject and one.object != other.object and _one_sentence(one, other)
    return False


def _both_happened(one: Edge, other: Edge) -> bool:
    return ontology.STATUSES[one.status].happened and ontology.STATUSES[other.status].happened


def _one_sentence(one: Edge, other: Edge) -> bool:
    places = [{(e.article, e.start, e.end) for e in edge.evidence} for edge in (one, other)]
    return bool(places[0] & places[1])


def _beneficiary(edge: Edge) -> str:
    return edge.subject if edge.type == "RAISED" else edge.object


def _sum(edge: Edge) -> tuple[Number | None, Number | None, str | None]:
    q = edge.qualifiers
    return q.amount, q.amount_min, q.currency


def _node(group: Sequence[Edge], names: Mapping[str, str]) -> Entity:
    kind = ontology.relation(group[0].type).event or ""
    properties: dict[str, str | Number] = {}
    for edge in group:
        given = edge.qualifiers.given()
        for key in _EVENT_KEYS:
            if key in given:
                properties.setdefault(key, given[key])
    properties["status"] = min(group, key=lambda e: (e.status != "asserted", e.id)).status
    key = identify(kind, *sorted(edge.id for edge in group))
    return Entity(id=key, type=kind, name=_name(kind, group, properties, names), properties=properties)


def _name(kind: str, group: Sequence[Edge], properties: Mapping[str, str | Number], names: Mapping[str, str]) -> str:
    """ "Ann Lee v. Acme and Bolt", "Funding of Acme by Ann Lee: 15,000,000 USD, 2016", "Email from A to B, 2018"."""
    first = [edge for edge in group if edge.type != "RAISED"] or list(group)
    subjects = _listed({names[edge.subject] for edge in first})
    objects = _listed({names[edge.object] for edge in group if edge.object})
    date = f", {properties['date']}" if "date" in properties else ""
    if kind == "Lawsuit":
        return f"{subjects} v. {objects}{date}"
    if kind == "Email":
        return f"Email from {subjects}" + (f" to {objects}" if objects else "") + date
    money = _money(properties)
    if first[0].type == "RAISED":
        return f"Funding of {subjects}{money}{date}"
    return f"Funding of {objects} by {subjects}{money}{date}"


def _money(properties: Mapping[str, str | Number]) -> str:
    amounts = [properties[key] for key in ("amount", "amount_min", "amount_max") if key in properties]
    written = " to ".join(f"{amount:,}" for amount in amounts)
    return f": {written} {properties.get('currency', '')}".rstrip() if amounts else ""


def _listed(found: set[str]) -> str:
    ordered = sorted(found)
    return " and ".join([", ".join(ordered[:-1]), ordered[-1]]) if len(ordered) > 1 else "".join(ordered)
