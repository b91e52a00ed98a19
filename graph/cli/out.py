"""Out of the graph: export, view."""
