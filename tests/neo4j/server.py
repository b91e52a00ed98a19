"""Run a real Neo4j Community server from Maven Central jars, without Docker.

Needs ``mvn`` and a Java runtime (17 or 21 for Neo4j 5.26) on a Unix machine,
and nothing from PyPI. The jars are resolved once into ``$NEO4J_JARS_DIR`` (default
``~/.cache/neo4j-jars``), after which no network is used. Neo4j Community is
GPLv3; it is only ever started here as a separate process.

    with server(tmp_path / "neo4j", password="test-password") as srv:
        GraphDatabase.driver(srv.bolt_uri, auth=("neo4j", "test-password"))
"""

from __future__ import annotations

import atexit
import base64
import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

POM = Path(__file__).with_name("pom.xml")
ADMIN_CLASS = "org.neo4j.cli.AdminTool"
SHELL_CLASS = "org.neo4j.shell.Main"
HOST = "127.0.0.1"
JVM_FLAGS = (
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:+ExitOnOutOfMemoryError",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
)


class Neo4jUnavailable(RuntimeError):
    """Java, Maven or the jars cannot be had here (a fixture may skip)."""


class Neo4jError(RuntimeError):
    """The server or a Neo4j tool failed."""


class Server(NamedTuple):
    bolt_uri: str
    http_uri: str
    process: subprocess.Popen


def java() -> str:
    """Return $NEO4J_JAVA, $JAVA_HOME/bin/java or the java on PATH."""
    home = os.environ.get("JAVA_HOME")
    found = (
        os.environ.get("NEO4J_JAVA")
        or (shutil.which(str(Path(home) / "bin" / "java")) if home else None)
        or shutil.which("java")
    )
    if not found:
        raise Neo4jUnavailable("no Java runtime: set NEO4J_JAVA or JAVA_HOME")
    return found


def jars(version: str | None = None) -> Path:
    """Return the folder of jars, resolving it with Maven on first use."""
    root = Path(os.environ.get("NEO4J_JARS_DIR") or Path.home() / ".cache" / "neo4j-jars")
    key = hashlib.sha256(POM.read_bytes() + (version or "").encode()).hexdigest()[:12]
    lib = root.resolve() / f"{version or 'pom'}-{key}"
    if lib.is_dir():
        return lib
    if not shutil.which("mvn"):
        raise Neo4jUnavailable("the Neo4j jars are not cached and mvn is not on PATH")
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if lib.is_dir():  # another process resolved it meanwhile
            return lib
        tmp = Path(tempfile.mkdtemp(dir=root.resolve(), prefix=".tmp-"))
        try:
            command = [
                "mvn",
                "-B",
                "-q",
                "-U",
                "-f",
                str(POM),
                "dependency:copy-dependencies",
                "-DincludeScope=runtime",
                f"-DoutputDirectory={tmp}",
            ]
            if version:
                command.append(f"-Dneo4j.version={version}")
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode:
                raise Neo4jUnavailable(f"mvn failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
            tmp.chmod(0o755)
            tmp.rename(lib)
        finally:
            shutil.rmtree(tmp, ignore_errors=True)
    return lib


def admin(home: Path, *args: str, version: str | None = None) -> str:
    """Run ``neo4j-admin ARGS`` on a stopped server's home; return its output.

    For a bulk import name the database before the options, since ``--nodes``
    takes every word after it: ``admin(home, "database", "import", "full",
    "neo4j", "--nodes=/abs/a.csv", "--report-file=/abs/import.report")``.
    """
    return _tool(ADMIN_CLASS, args, home, version)


def cypher_shell(uri: str, *args: str, stdin: str | None = None, version: str | None = None) -> str:
    """Run ``cypher-shell -a URI ARGS``; return its output."""
    return _tool(SHELL_CLASS, ("-a", uri, *args), None, version, stdin)


def _server_class(lib: Path) -> str:
    """Return the main class: ...CommunityEntryPoint in 5.x, ...Neo4jCommunity in 2026.x."""
    with zipfile.ZipFile(next(lib.glob("neo4j-[0-9]*.jar"))) as jar:
        return jar.read("META-INF/services/org.neo4j.server.startup.EntryPoint").decode().split()[0]


def _tool(main: str, args: Sequence[str], home: Path | None, version: str | None, stdin: str | None = None) -> str:
    env = dict(os.environ)
    if home:
        home = Path(home).resolve()
        (home / "conf").mkdir(parents=True, exist_ok=True)
        env.update(NEO4J_HOME=str(home), NEO4J_CONF=str(home / "conf"))
    command = [java(), "-Xmx512m", *JVM_FLAGS, "-cp", f"{jars(version)}/*", main, *args]
    done = subprocess.run(
        command, env=env, cwd=home, input=stdin or "", capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode:
        raise Neo4jError(f"{main} exited {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def start(
    home: Path | str,
    version: str | None = None,
    password: str | None = None,
    *,
    bolt_port: int = 0,
    http_port: int = 0,
    heap: str = "512m",
    settings: dict[str, str] | None = None,
    timeout: float = 120,
) -> Server:
    """Start a server on HOME (made when missing) and wait until it answers.

    Without a password auth is off. The password (at least 8 characters) is set
    only before the first start of a HOME; later starts must name the same one.
    Data stays in HOME/data, so starting again on the same HOME finds it.
    """
    home = Path(home).resolve()
    attempts = 1 if bolt_port and http_port else 3
    for attempt in range(1, attempts + 1):
        ports = _free_ports(bolt_port, http_port)
        _write_conf(home, *ports, password is not None, settings or {})
        if password is not None and not (home / "data" / "databases" / "system").exists():
            admin(home, "dbms", "set-initial-password", password, version=version)
        lib = jars(version)
        command = [
            java(),
            f"-Xmx{heap}",
            *JVM_FLAGS,
            "-cp",
            f"{lib}/*",
            _server_class(lib),
            f"--home-dir={home}",
            f"--config-dir={home / 'conf'}",
        ]
        logs = [home / "logs" / name for name in ("console.log", "neo4j.log")]
        sizes = [path.stat().st_size if path.exists() else 0 for path in logs]
        with logs[0].open("ab") as log:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=home, start_new_session=True
            )
        atexit.register(_kill, process)
        srv = Server(f"bolt://{HOST}:{ports[0]}", f"http://{HOST}:{ports[1]}", process)
        try:
            _wait(srv, ports[0], password, timeout)
            return srv
        except BaseException as error:
            _kill(process)
            text = "".join(_tail(path, size) for path, size in zip(logs, sizes, strict=True))
            if attempt < attempts and "already in use" in text:
                continue  # somebody took a port between choosing and binding it
            if isinstance(error, Neo4jError):
                raise Neo4jError(f"{error}\n{_digest(text)}") from None
            raise
    raise AssertionError("unreachable")


def stop(process: subprocess.Popen, timeout: float = 60) -> int:
    """Stop cleanly with SIGTERM (checkpoint included); SIGKILL past the timeout."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout)
    _kill(process)
    return process.returncode


@contextlib.contextmanager
def server(home: Path | str, version: str | None = None, password: str | None = None, **options) -> Iterator[Server]:
    """Run a server for the length of a with block."""
    srv = start(home, version, password, **options)
    try:
        yield srv
    finally:
        stop(srv.process)


def _kill(process: subprocess.Popen) -> None:
    if process.poll() is None:
        process.kill()
        process.wait()


def _free_ports(*wanted: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        ports = []
        for port in wanted:
            if not port:
                sock = stack.enter_context(socket.socket())
                sock.bind((HOST, 0))
                port = sock.getsockname()[1]
            ports.append(port)
        return ports


def _write_conf(home: Path, bolt: int, http: int, auth: bool, extra: dict[str, str]) -> None:
    for name in ("conf", "logs", "import", "plugins"):
        (home / name).mkdir(parents=True, exist_ok=True)
    conf = {
        "server.default_listen_address": HOST,
        "server.default_advertised_address": HOST,
        "server.bolt.listen_address": f"{HOST}:{bolt}",
        "server.bolt.advertised_address": f"{HOST}:{bolt}",
        "server.http.listen_address": f"{HOST}:{http}",
        "server.http.advertised_address": f"{HOST}:{http}",
        "server.https.enabled": "false",
        "server.memory.pagecache.size": "64m",
        "dbms.security.auth_enabled": str(auth).lower(),
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "db.tx_log.preallocate": "false",
        # without these two, stopping takes 5 s more
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
        "internal.dbms.bolt.netty_server_shutdown_timeout": "2",
        **extra,
    }
    path = home / "conf" / "neo4j.conf"
    path.write_text("".join(f"{key}={value}\n" for key, value in conf.items()))
    path.chmod(0o600)


def _wait(srv: Server, bolt_port: int, password: str | None, timeout: float) -> None:
    """Wait for the Bolt handshake, then for a query through HTTP."""
    deadline = time.monotonic() + timeout
    last = "nothing tried"
    while time.monotonic() < deadline:
        if srv.process.poll() is not None:
            raise Neo4jError(f"the server exited with {srv.process.returncode}")
        try:
            _bolt_handshake(bolt_port)
            _query(srv.http_uri, password)
            return
        except OSError as error:  # refused, reset, timed out, or an HTTP error
            last = str(error)
            if getattr(error, "code", None) in (401, 403):
                raise Neo4jError(f"the server refused the password: {last}") from None
        time.sleep(0.1)
    raise Neo4jError(f"the server was not ready in {timeout:g} s: {last}")


def _bolt_handshake(port: int) -> None:
    with socket.create_connection((HOST, port), timeout=5) as sock:
        sock.sendall(bytes.fromhex("6060b01700080805000204040000000000000000"))
        if sock.recv(4) in (b"", b"\0\0\0\0"):
            raise ConnectionError("no Bolt version in common")


def _query(http_uri: str, password: str | None) -> None:
    request = urllib.request.Request(
        f"{http_uri}/db/neo4j/tx/commit",
        b'{"statements":[{"statement":"RETURN 1"}]}',
        {"Content-Type": "application/json", "Accept": "application/json"},
    )
    if password is not None:
        token = base64.b64encode(f"neo4j:{password}".encode()).decode()
        request.add_header("Authorization", f"Basic {token}")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=10) as answer:
        errors = json.load(answer)["errors"]
    if errors:
        raise ConnectionError(str(errors))


def _tail(path: Path, offset: int) -> str:
    if not path.exists():
        return ""
    with path.open("rb") as file:
        file.seek(offset if offset <= path.stat().st_size else 0)
        return file.read().decode(errors="replace")


def _digest(text: str) -> str:
    """Keep what tells the cause: no stack frames, no blank lines."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("\t")]
    return "\n".join(lines)[-4000:]
