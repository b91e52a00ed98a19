"""What people decided: who is one and the same, who is not, which article no longer counts.

A judgement is a record in `judgements.jsonl`; taking it away gives exactly the graph that never had it.
"""

from typing import Literal, Self

from pydantic import model_validator

from extract import names, ontology
from extract.errors import JudgementError
from extract.records import Record


class Member(Record):
    """Who is meant: a family of entity types and a name, in one article or (article None) wherever it stands."""

    family: str
    name: str
    article: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Family and plain name, by which local entities are found."""
        return self.family, names.plain(self.name)


class Judgement(Record):
    """`same` and `different` have two members of one family; `withdraw` has an article."""

    kind: Literal["same", "different", "withdraw"]
    left: Member | None = None
    right: Member | None = None
    article: str | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.kind == "withdraw":
            if not self.article or self.left or self.right:
                raise ValueError("a withdrawal names an article and nothing else")
        elif self.left is None or self.right is None or self.article:
            raise ValueError(f"a judgement {self.kind!r} names two members")
        elif self.left.family != self.right.family:
            raise ValueError(f"{self.left.family} and {self.right.family} are never the same")
        elif self.left.key == self.right.key and self.left.article == self.right.article:
            raise ValueError("both members are the same")
        return self

    def pair(self) -> tuple[Member, Member]:
        """The two members of `same` or `different`."""
        if self.left is None or self.right is None:
            raise JudgementError(f"a judgement {self.kind!r} has no members")
        return self.left, self.right


def member(written: str, family: str) -> Member:
    """`member("Ann Lee@article-7", "Person")` → Ann Lee in that article alone; without @ wherever she stands."""
    if family not in {ontology.family(name) for name in ontology.NAMED}:
        raise JudgementError(f"no family of entities {family!r}")
    name, at, article = written.rpartition("@")
    if at and name and article and " " not in article:
        return Member(family=family, name=name.strip(), article=article)
    return Member(family=family, name=written.strip())


def describe(judgement: Judgement) -> str:
    """One line: `same: Person "Bob Lee" = "Robert Lee"`."""
    if judgement.kind == "withdraw":
        return f"withdraw: {judgement.article}"
    left, right = judgement.pair()
    sign = "=" if judgement.kind == "same" else "≠"
    written = [f'"{m.name}"' + (f" in {m.article}" if m.article else "") for m in (left, right)]
    return f"{judgement.kind}: {left.family} {written[0]} {sign} {written[1]}"
