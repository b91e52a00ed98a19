"""Members → clusters under constraint: a union-find in which some are held apart for good."""

from collections.abc import Hashable, Iterable
from typing import NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)


class Forest(NamedTuple):
    """`parent` leads to a cluster's root; `apart` holds, for each root, the roots that it must not be joined to."""

    parent: dict[object, object]
    apart: dict[object, set[object]]


def forest(members: Iterable[object]) -> Forest:
    """Every member a cluster of its own."""
    return Forest({one: one for one in members}, {})


def root(trees: Forest, member: T) -> T:
    """The member that stands for the cluster: always the least one of those joined."""
    parent = trees.parent
    top: object = member
    while parent[top] != top:
        top = parent[top]
    step: object = member
    while parent[step] != top:
        parent[step], step = top, parent[step]
    return top  # type: ignore[return-value]


def hold_apart(trees: Forest, one: object, other: object) -> bool:
    """Forbid two clusters ever to be one; False where they are already."""
    a, b = root(trees, one), root(trees, other)
    if a == b:
        return False
    trees.apart.setdefault(a, set()).add(b)
    trees.apart.setdefault(b, set()).add(a)
    return True


def allowed(trees: Forest, one: object, other: object) -> bool:
    """Whether two clusters may be one."""
    return root(trees, one) not in trees.apart.get(root(trees, other), ())


def join(trees: Forest, one: object, other: object) -> bool:
    """Make two clusters one; False where they are held apart."""
    a, b = sorted((root(trees, one), root(trees, other)))  # type: ignore[type-var]
    if a == b:
        return True
    if b in trees.apart.get(a, ()):
        return False
    trees.parent[b] = a
    for foe in trees.apart.pop(b, set()):
        trees.apart[foe].discard(b)
        trees.apart[foe].add(a)
        trees.apart.setdefault(a, set()).add(foe)
    return True
