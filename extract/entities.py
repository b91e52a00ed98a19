"""Typed names → entities of one article: "Altman", "Sam Altman" and "ALTMAN" are one.

Two people of one surname stay apart, and a company named after its founder stays apart from the person,
since names are joined within one family of types only. Where a short name fits several, it goes to the
one named last before it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract import names as spelled
from extract import ontology
from extract.mentions import Typed
from extract.records import LocalEntity, Mention


@dataclass
class _Cluster:
    family: str
    names: list[Typed] = field(default_factory=list)
    surfaces: set[str] = field(default_factory=set)


def join(found: Sequence[Typed]) -> list[list[Typed]]:
    """Names → groups that each stand for one entity, in order of first appearance."""
    clusters: list[_Cluster] = []
    for family in sorted({ontology.family(name.type) for name in found}):
        clusters += _join_family(family, [name for name in found if ontology.family(name.type) == family])
    groups = [sorted(cluster.names) for cluster in clusters if cluster.names]
    return sorted(groups, key=lambda group: group[0].start)


_ALSO = re.compile(
    r"""\s?[,(–—-]?\s?(?:which\s|who\s)?(?:is\s|was\s|are\s)?
    (?:(?:now|also|formerly|previously|once|originally|better|until\srecently|then|later)\s(?:known\sas|called|named)
    |a\.?k\.?a\.?|alias|formerly|n[ée]e|renamed|(?:was\s|has\s(?:since\s)?been\s)renamed|renamed\sitself
    |(?:has\s)?changed\sits\sname\sto|changing\sits\sname\sto)\s(?:the\s)?["“‘']?""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands between two names of one: "Acme, formerly known as Bolt"; "X (formerly Y)"; "Acme renamed itself B"."""


def also_known(text: str, groups: Sequence[Sequence[Typed]]) -> list[list[Typed]]:
    """Groups of which the text says that they are one's old and new names → one group."""
    home = {name: number for number, group in enumerate(groups) for name in group}
    joined = list(range(len(groups)))
    names = sorted(home)
    for one, other in pairwise(names):
        possessive = text[other.end : other.end + 2] in ("'s", "’s")
        if ontology.family(one.type) != ontology.family(other.type) or possessive:
            continue
        if _ALSO.fullmatch(text, one.end, other.start):
            old, new = sorted((joined[home[one]], joined[home[other]]))
            joined = [old if number == new else number for number in joined]
    found: dict[int, list[Typed]] = {}
    for number, group in enumerate(groups):
        found.setdefault(joined[number], []).extend(group)
    return [sorted(found[number]) for number in sorted(found)]


def _join_family(family: str, found: Sequence[Typed]) -> list[_Cluster]:
    fits = {"Person": spelled.same_person, "Organization": spelled.same_body}.get(family, _same_plain)
    first: dict[str, int] = {}
    for name in found:
        first.setdefault(_written(family, name), name.start)
    clusters: list[_Cluster] = []
    homes: dict[str, list[_Cluster]] = {}
    for surface in sorted(first, key=lambda s: (-_weight(family, s), first[s], s)):
        homes[surface] = _homes(surface, clusters, fits)
        if not homes[surface]:
            clusters.append(_Cluster(family))
            homes[surface] = [clusters[-1]]
        if len(homes[surface]) == 1:
            homes[surface][0].surfaces.add(surface)
    last: dict[int, int] = {}
    for name in sorted(found):
        options = homes[_written(family, name)]
        home = max(options, key=lambda cluster: (last.get(id(cluster), -1), -clusters.index(cluster)))
        home.names.append(name)
        last[id(home)] = name.start
    return clusters


def _written(family: str, name: Typed) -> str:
    """The name as it is compared: a body's with the article before it, for "the Journal"."""
    whole = name.text.lower().startswith("the ")
    return f"the {name.text}" if family == "Organization" and name.definite and not whole else name.text


def _weight(family: str, surface: str) -> int:
    """How full a name is: fuller ones found clusters that shorter ones join."""
    if family == "Person":
        parts = spelled.person(surface)
        return 4 * bool(parts.first) + 2 * bool(parts.middle) + bool(parts.suffix) + 3 * (len(parts.first) > 1)
    return len(spelled.body_words(surface))


def _homes(surface: str, clusters: Sequence[_Cluster], fits: Callable[[str, str], bool]) -> list[_Cluster]:
    """The clusters that a name can belong to; the same name, letter case aside, beats a longer one."""
    key = _bare(surface)
    exact = [c for c in clusters if any(key == _bare(one) for one in c.surfaces)]
    return exact or [c for c in clusters if any(fits(surface, one) for one in sorted(c.surfaces))]


def _bare(surface: str) -> str:
    return spelled.plain(surface).removeprefix("the ")


def _same_plain(short: str, full: str) -> bool:
    return spelled.plain(short) == spelled.plain(full)


def entity(index: int, group: Sequence[Typed], described: Sequence[Mention] = ()) -> LocalEntity:
    """A group of names and the descriptions and pronouns that stand for it → the entity numbered `index`."""
    surfaces = [spelled.strip_titles(name.text) if name.type == "Person" else name.text for name in group]
    name = spelled.fullest(surfaces)
    votes = {kind: sum(n.score for n in group if n.type == kind) for kind in sorted({n.type for n in group})}
    kind = max(votes, key=lambda one: votes[one])
    mentions = [
        Mention(
            start=n.start, end=n.end, text=n.text, type=kind, kind="name", entities=(index,), score=round(n.score, 4)
        )
        for n in group
    ]
    mentions += [m.model_copy(update={"type": kind}) for m in described]
    unique = {m.text for m in described if m.kind == "nominal" and len(m.entities) == 1}
    aliases = sorted({n.text for n in group} | set(surfaces) | unique)
    return LocalEntity(
        type=kind,
        name=name,
        aliases=tuple(alias for alias in aliases if alias != name),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, -m.end))),
    )
