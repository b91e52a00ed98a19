"""Parsed words → who does what to whom: the shapes of English, known apart from any relation's words.

`tree` normalises clauses (active, passive, relative, participle, control), `nouns` normalises noun phrases
(possessive, compound, apposition, copula, light verb), `fill` turns a place in them into mentions, and `rule`
joins a shape with a vocabulary.
"""

from extract.patterns.fill import View, view
from extract.patterns.rule import Rule, propose

__all__ = ["Rule", "View", "propose", "view"]
