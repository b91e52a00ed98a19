"""The error tree: every failure that a user can cause or mend has a class here.

NewsgraphError
├── ArticleError        a file, a line or a field that is no article: names the place and the reason
├── ModelError          a language model or a weight file is missing or of another version
├── OntologyError       a type, a label or a qualifier that the ontology does not have
├── GoldError           a gold or prediction file that cannot be read
├── GraphError          a graph folder that is missing, broken or of another version
│   └── JudgementError  a judgement that names nobody or contradicts another
├── QueryError          a question that is unknown, lacks a parameter, writes, or is no Cypher
├── ExportError         an export that is unknown or cannot be written
└── StoreError          a store that cannot be reached or refuses: server away, wrong password, …
"""


class NewsgraphError(Exception):
    """Any failure with a message made for the user: what, where, and what to do."""


class ArticleError(NewsgraphError):
    """`place: reason`, where place is a file or `file:line`."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


class ModelError(NewsgraphError):
    """A language model that is not installed or does not fit."""


class OntologyError(NewsgraphError):
    """A name that the ontology does not have."""


class GoldError(NewsgraphError):
    """A gold or prediction file that cannot be read."""


class GraphError(NewsgraphError):
    """A graph folder that is missing, broken or of another version."""


class JudgementError(GraphError):
    """A judgement that names nobody or contradicts another."""


class QueryError(NewsgraphError):
    """A question that cannot be asked as given."""


class ExportError(NewsgraphError):
    """An export that is unknown or cannot be written."""


class StoreError(NewsgraphError):
    """A store that cannot be reached or refuses."""
