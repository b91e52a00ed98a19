"""What all tests share: property tests that are the same on every run, and one real Neo4j a session."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "newsgraph", deadline=None, derandomize=True, print_blob=False, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("newsgraph")

PASSWORD = "test-password"
CI = bool(os.environ.get("CI"))


class Server(NamedTuple):
    """A running Neo4j: `http` and `home` are known only where it was started from jars."""

    uri: str
    user: str
    password: str
    http: str | None = None
    home: Path | None = None


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`NEO4J_URI` where given, else Docker, else a server from published jars; a clear skip where none can be had.

    In CI a missing server is a failure.
    """
    if uri := os.environ.get("NEO4J_URI"):
        yield Server(uri, os.environ.get("NEO4J_USER", "neo4j"), os.environ.get("NEO4J_PASSWORD", PASSWORD))
        return
    reasons = []
    try:
        container = _container()
    except Exception as problem:
        reasons.append(f"Docker: {problem or type(problem).__name__}")
    else:
        with container:
            yield Server(container.get_connection_url(), "neo4j", PASSWORD)
        return
    from tests.neo4j import server as jars

    home = tmp_path_factory.mktemp("neo4j")
    try:
        running = jars.start(home, password=PASSWORD)
    except (jars.Neo4jUnavailable, jars.Neo4jError) as problem:
        reasons.append(f"jars: {problem}")
        say = f"no Neo4j to test on: NEO4J_URI is not set; {'; '.join(reasons)}"
        pytest.fail(say) if CI else pytest.skip(say)
    try:
        yield Server(running.bolt_uri, "neo4j", PASSWORD, running.http_uri, home)
    finally:
        jars.stop(running.process)
        shutil.rmtree(home, ignore_errors=True)


def _container():  # type: ignore[no-untyped-def]
    from testcontainers.community.neo4j import Neo4jContainer

    return Neo4jContainer("neo4j:5.26-community", password=PASSWORD).start()
