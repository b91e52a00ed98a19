"""Articles: extract, build, evaluate."""
