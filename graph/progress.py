"""Long work tells how far it is: a callable that takes what was done, how much, and of how much."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""`progress("nodes", 500, 10_000)`: stage, done, total. The command line draws it; tests record it."""
