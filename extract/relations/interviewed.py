"""INTERVIEWED: who interviewed whom, where."""

from extract.patterns import Rule
from extract.patterns.rule import NOUN

RULES = (
    Rule(
        "INTERVIEWED",
        "verb",
        frozenset({"interview", "grill", "quiz"}),
        "subj",
        "obj",
        example="[Ray Hill|Person|s] interviewed [Ann Lee|Person|o].",
        negatives=("[Ray Hill|Person] invited [Ann Lee|Person].",),
    ),
    Rule(
        "INTERVIEWED",
        "told-interview",
        frozenset({"interview"}),
        "with|to|v.to|v.iobj",
        "v.subj|poss|by",
        part=NOUN,
        light=frozenset({"give", "grant"}),
        example="[Ann Lee|Person|o] gave an interview to [Radio Sea|Company|s].",
        negatives=("[Ann Lee|Person] gave a dinner to [Radio Sea|Company].",),
    ),
)
