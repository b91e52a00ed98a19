"""Question → the parameters it is asked with in tests: nothing, each parameter, and some together."""

from typing import Any

from cypher.catalog import Question
from graph.records import Graph

CROWD = tuple(
    f"the {kind} NO {n}" for kind in ("Person", "Organization", "Company", "Product", "Place") for n in (0, 1)
)

VALUES: dict[str, tuple[Any, ...]] = {
    "name": ("Ann Lee", "ann lee", "LEE", "the acme GROUP", "Sam Altman", "the billionaire", "nobody at all", *CROWD),
    "status": ("asserted", "alleged", "denied", "planned", "failed"),
    "since": ("2015", "2015-06", "2015-07", "2016-03-02", "2019"),
    "until": ("2013", "2014", "2015", "2015-05", "2015-06", "2016-02", "2018-01-01"),
    "article": ("a1", "a2", "c1", "c2", "004_bbbb83174959aae0", "none"),
    "least": (1, 5_000_000, 20_000_000),
    "title": ("chief", "CEO"),
    "source": ("complaint", "gamma"),
    "like": ("o", "LEE"),
    "type": ("Person", "Organization", "Company", "Product"),
    "limit": (1, 3),
}
PAIRS = (
    ("Ann Lee", "Gamma"),
    ("lee", "Delta"),
    ("Rome", "delta"),
    ("Zoë Ålone", "Acme"),
    ("Acme", "acme"),
    ("Elon Musk", "Microsoft"),
    ("Sam Altman", "Y Combinator"),
    ("twin", "the place NO 1"),
    ("The Person no 0", "twin"),
)


def ways(question: Question, graph: Graph) -> list[dict[str, Any]]:
    """Parameters to ask with, all of them bound; those that are not asked are null."""
    names = [one.name for one in question.parameters]
    if names == ["edge"]:
        return [{"edge": edge.id} for edge in graph.edges] + [{"edge": "none"}]
    if names == ["from", "to"]:
        return [{"from": begin, "to": end} for begin, end in PAIRS]
    single = [{name: value} for name in names for value in VALUES[name]]
    together = [{"since": "2015-06", "until": "2018"}, {"name": "ann lee", "status": "asserted", "article": "a1"}]
    found = [{}, *single, *(one for one in together if set(one) <= set(names))]
    required = {one.name for one in question.parameters if one.required}
    if required:
        found += [{**one, "name": name} for one in found for name in ("ann lee", CROWD[0])]
    return [dict.fromkeys(names) | one for one in found if required <= set(one)]
