"""Words and rules, one file a relation type; `RULES` gathers them."""
