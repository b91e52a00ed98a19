"""EMAILED: who sent an email, a memo, a letter or a text message to whom."""

from extract.patterns import Rule
from extract.patterns.rule import NOUN

_WRITTEN = frozenset(
    {"email", "e-mail", "letter", "memo", "memorandum", "note", "message", "text", "mail", "missive", "telegram", "fax"}
)

RULES = (
    Rule(
        "EMAILED",
        "verb",
        frozenset({"email", "e-mail", "text", "fax", "cable", "telegraph"}),
        "subj",
        "obj*|to*|iobj*",
        example="[Ann Lee|Person|s] emailed [Ray Hill|Person|o] in May.",
        negatives=("[Ann Lee|Person] mailed a cheque near [Acme|Company].",),
    ),
    Rule(
        "EMAILED",
        "write-to",
        frozenset({"write"}),
        "subj",
        "to*|iobj*",
        example="[Ann Lee|Person|s] wrote to [Acme|Company|o].",
        negatives=("[Ann Lee|Person] wrote about [Acme|Company].",),
    ),
    Rule(
        "EMAILED",
        "noun",
        _WRITTEN,
        "from|by|poss|v.subj",
        "to*|v.to*|v.iobj*",
        part=NOUN,
        example="[Ann Lee|Person|s] sent a letter to [Acme|Company|o].",
        negatives=("[Ann Lee|Person] read a letter about [Acme|Company].",),
    ),
)
