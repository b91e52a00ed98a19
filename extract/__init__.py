"""TEXT → CLAIMS: articles become extractions; the only user of spaCy, and it knows no graph."""
