"""The engine's twin on a Java machine gives the same rows; tested where arcadedb-embedded is installed."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from graph.stores import arcade

ROOT = Path(__file__).parents[2]
RUN = """
import sys, pytest
from graph.stores import arcade
arcade.MODULES = (arcade.TWIN,)
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "tests/cypher/test_questions.py", "tests/stores/test_contract.py",
                      "-k", "embedded"]))
"""


@pytest.mark.skipif(importlib.util.find_spec(arcade.TWIN) is None, reason="arcadedb-embedded is not installed")
def test_questions_and_contract_hold_on_the_twin() -> None:
    done = subprocess.run([sys.executable, "-c", RUN], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout[-3000:]
