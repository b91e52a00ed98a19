"""A build that is broken off leaves the graph's folder as it was."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = (sys.executable, "-c", "from graph.cli import main; main()", "build")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to the whole console")
def test_ctrl_c_leaves_the_graph_as_it_was(tmp_path: Path) -> None:
    graph, first, many = tmp_path / "graph", tmp_path / "first.txt", tmp_path / "many"
    first.write_text("Ann Lee founded Acme in 2015.", encoding="utf-8")
    subprocess.run([*COMMAND, str(first), "--graph", str(graph)], check=True, capture_output=True)
    before = {path.name: path.read_bytes() for path in graph.iterdir() if path.is_file()}
    many.mkdir()
    (many / "0.txt").write_bytes(b"")
    for number in range(1, 1000):
        text = f"Bob Stone founded Bolt {number} in 2016. It is based in Paris. " * 20
        (many / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [*COMMAND, str(many), "--graph", str(graph)]
    # a shell that runs the tests in the background makes them, and what they start, deaf to Ctrl-C
    heard = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **heard) as process:
        assert process.stderr is not None
        assert "it is empty" in process.stderr.readline(), "reading has begun"
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        try:
            output, errors = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == 130
    assert output == "" and "Traceback" not in errors
    assert {path.name: path.read_bytes() for path in graph.iterdir() if path.is_file()} == before
