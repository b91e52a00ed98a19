"""What people decided: these two are one, these two are not, this article counts no more.

A judgement is a record of its own and never changes an extraction, so that undoing it, by removing the record,
gives the graph from before, byte for byte. A member names whom it means by family, name and, where one article's
bearer of the name is meant, the article.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, Self

from pydantic import model_validator
from rapidfuzz import fuzz, process, utils

from extract import ontology
from extract.errors import JudgementError
from extract.records import Extraction, Record
from graph import names

Verdict = Literal["same", "different", "withdraw"]


class Member(Record):
    """Everyone of a family who bears the name; only in one article where that is given."""

    family: str
    name: str
    article: str | None = None


class Judgement(Record):
    """A verdict on two members, or on an article."""

    verdict: Verdict
    members: tuple[Member, ...] = ()
    article: str | None = None
    """The withdrawn article."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.verdict == "withdraw":
            if self.article is None or self.members:
                raise ValueError("a withdrawal names an article and nobody")
        elif len(self.members) != 2 or self.article is not None:
            raise ValueError(f"{self.verdict!r} names two members")
        elif self.members[0].family != self.members[1].family:
            raise ValueError(f"a {self.members[0].family} and a {self.members[1].family} are two anyway")
        elif len({(one.name.casefold(), one.article) for one in self.members}) == 1:
            raise ValueError(f"{self.members[0].name!r} and {self.members[1].name!r} are the same name twice")
        return self


def same(one: Member, other: Member) -> Judgement:
    """The judgement that two members are one."""
    return _judged("same", one, other)


def different(one: Member, other: Member) -> Judgement:
    """The judgement that two members are two."""
    return _judged("different", one, other)


def withdraw(article: str) -> Judgement:
    """The judgement that an article counts no more."""
    return Judgement(verdict="withdraw", article=article)


def withdrawn(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Ids of the articles that count no more."""
    return frozenset(one.article for one in judgements if one.verdict == "withdraw" and one.article is not None)


def add(judgements: Sequence[Judgement], new: Judgement) -> tuple[Judgement, ...]:
    """The judgements with one more; JudgementError where it is there already or its opposite is."""
    for number, old in enumerate(judgements, 1):
        if old == new:
            raise JudgementError(f"that is judged already, as number {number}: {describe(old)}")
        if new.members and old.members == new.members:
            raise JudgementError(f"number {number} says the opposite: {describe(old)}; undo it first")
    return (*judgements, new)


def undo(judgements: Sequence[Judgement], number: int) -> tuple[Judgement, ...]:
    """The judgements without one, by its number in the list, counted from 1."""
    if not 1 <= number <= len(judgements):
        raise JudgementError(f"no judgement {number}; there are {len(judgements)}")
    return (*judgements[: number - 1], *judgements[number:])


def describe(judgement: Judgement) -> str:
    """`Ann Lee (Person) is the same as A. Lee (Person, in a3)`."""
    if judgement.verdict == "withdraw":
        return f"article {judgement.article} is withdrawn"
    one, other = (
        f"{m.name} ({m.family}{f', in {m.article}' if m.article is not None else ''})" for m in judgement.members
    )
    return f"{one} {'is the same as' if judgement.verdict == 'same' else 'is not'} {other}"


def member(
    extractions: Iterable[Extraction], name: str, entity_type: str | None = None, article: str | None = None
) -> Member:
    """The member that a person means by a name; JudgementError where nobody bears it, or several families do."""
    family = None if entity_type is None else ontology.family(entity_type)
    known: set[str] = set()
    found: set[str] = set()
    articles: set[str] = set()
    for extraction in extractions:
        articles.add(extraction.article.id)
        if article is not None and extraction.article.id != article:
            continue
        for entity in extraction.entities:
            own = ontology.family(entity.type)
            called = {entity.name, *(alias for alias in entity.aliases if names.is_name(own, alias))}
            known |= called
            if family in (None, own) and names.key(own, name) in {names.key(own, one) for one in called}:
                found.add(own)
    if article is not None and article not in articles:
        raise JudgementError(f"no article {article!r} in this graph")
    if not found:
        near = process.extract(
            name, sorted(known), scorer=fuzz.WRatio, processor=utils.default_process, limit=3, score_cutoff=70
        )
        hint = f"; did you mean {', '.join(one[0] for one in near)}?" if near else ""
        raise JudgementError(f"nobody is called {name!r}{f' in {article}' if article else ''}{hint}")
    if len(found) > 1:
        raise JudgementError(f"{name!r} is a {' and a '.join(sorted(found))}; say which with --type")
    return Member(family=found.pop(), name=name, article=article)


def _judged(verdict: Verdict, one: Member, other: Member) -> Judgement:
    first, second = sorted((one, other), key=lambda m: (m.family, m.name, m.article is not None, m.article or ""))
    try:
        return Judgement(verdict=verdict, members=(first, second))
    except ValueError as problem:
        reason = str(problem).splitlines()[1].strip().removeprefix("Value error, ").partition(" [type=")[0]
        raise JudgementError(reason) from problem
