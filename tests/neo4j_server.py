"""A real Neo4j for tests: resolved by Maven, started on loopback, ended by its process handle, or one that is there."""

from __future__ import annotations

import ctypes
import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from neo4j_ways import GIVEN, POM, Way, version, way

from graph.bolt import Neo4jAccess
from graph.ontology import SCHEMA_VERSION

CACHE = Path(__file__).parent.parent / ".build"
USER, BROWSER = "neo4j", 7474
START_SECONDS, STOP_SECONDS, RESOLVE_SECONDS = 120, 30, 600
JAVA = ("java", "-Xms256m", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size=128m
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
"""


class JarsMissing(Exception):
    """Maven is there, but not what it should fetch, as on a machine without a network."""


@dataclass
class Neo4jServer:
    """A server with its log-in; `process` is None where somebody else runs it."""

    uri: str
    user: str
    password: str = field(repr=False)
    http: str | None = None  # where it serves Neo4j Browser
    home: Path | None = None
    process: subprocess.Popen[bytes] | None = None
    java: tuple[str, ...] = JAVA

    @property
    def access(self) -> Neo4jAccess:
        """How streetgraph logs in."""
        return Neo4jAccess(self.user, self.password, connect_timeout_seconds=5, retry_seconds=5)

    def driver(self) -> neo4j.Driver:
        """A driver of the tests' own, logged in, which tries nothing twice."""
        return _driver(self.uri, self.user, self.password)

    def query(self, text: str, **parameters: object) -> list[dict[str, Any]]:
        """What the server answers when it is asked without streetgraph."""
        with self.driver() as driver:
            return [record.data() for record in driver.execute_query(text, **parameters).records]

    def clear(self) -> None:
        """Delete every node in one transaction; constraints, indexes and the note on the schema stay."""
        with self.driver() as driver:
            driver.execute_query("MATCH (n) WHERE NOT n:Schema DETACH DELETE n")
            driver.execute_query("MATCH (s:Schema) SET s.version = $version, s.revision = 0", version=SCHEMA_VERSION)

    def start(self, *, wait: bool = True) -> None:
        """Start the process; it answers when this returns, if asked to wait for that."""
        assert self.home is not None
        classpath = f"{self.home / 'plugins'}/*:{jars()}/*"
        command = [*self.java, "-cp", classpath, "org.neo4j.server.CommunityEntryPoint"]
        folders = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        with (self.home / "console.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, *folders], stdout=log, stderr=log, start_new_session=True, preexec_fn=_die_with_parent
            )
        if wait:
            self.wait()

    def wait(self) -> None:
        """Return once a query is answered."""
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if (self.process is not None and self.process.poll() is not None) or time.monotonic() > deadline:
                raise RuntimeError(f"Neo4j did not start:\n{self._log()}")
            time.sleep(0.2)

    def stop(self) -> None:
        """End the process that was started here, and wait until it is gone."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def kill(self) -> None:
        """End it as a power cut would."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self.process = None

    def _answers(self) -> bool:
        with suppress(Neo4jError, DriverError, OSError):
            return self.query("RETURN 1 AS one") == [{"one": 1}]
        return False

    def _log(self) -> str:
        logs = [] if self.home is None else [self.home / "console.log", self.home / "logs" / "neo4j.log"]
        return "\n".join(log.read_text(errors="replace")[-2000:] for log in logs if log.exists())


@contextmanager
def running(*, java: tuple[str, ...] = JAVA, plugins: Path | None = None) -> Iterator[Neo4jServer]:
    """A server that answers: the one of NEO4J_TEST_URI, or one of our own that ends with the tests.

    Our own is started by the command `java`, with the jars of a folder as `plugins`, or runs in a container where there
    is no Java or no Maven.
    """
    match way():
        case Way.GIVEN:
            yield from _given(os.environ[GIVEN])
        case Way.CONTAINER:
            yield from _contained()
        case _:
            yield from _started(java, plugins)


def _given(uri: str) -> Iterator[Neo4jServer]:
    server = Neo4jServer(uri, os.environ.get("NEO4J_TEST_USER", USER), os.environ.get("NEO4J_TEST_PASSWORD", ""))
    server.wait()
    if server.query("MATCH (n) WHERE NOT n:Schema RETURN n LIMIT 1"):
        raise RuntimeError(f"{uri} holds data, which the tests would delete: empty it or give another.")
    yield server
    server.clear()


def _contained() -> Iterator[Neo4jServer]:
    from testcontainers.community.neo4j import Neo4jContainer

    password = secrets.token_urlsafe(16)
    image = Neo4jContainer(f"neo4j:{version()}-community", username=USER, password=password).with_exposed_ports(BROWSER)
    with image as container:
        http = f"http://{container.get_container_host_ip()}:{container.get_exposed_port(BROWSER)}"
        server = Neo4jServer(container.get_connection_url(), USER, password, http)
        server.wait()
        yield server


def _started(java: tuple[str, ...], plugins: Path | None) -> Iterator[Neo4jServer]:
    with tempfile.TemporaryDirectory(prefix="streetgraph-neo4j-") as home:
        server = _own(Path(home))
        server.java = java
        if plugins is not None:
            shutil.copytree(plugins, Path(home) / "plugins")
        try:
            server.start(wait=False)
            _set_password(server)
            yield server
        finally:
            server.stop()


def jars(pom: Path = POM) -> Path:
    """The folder with the jars that a pom names, the server's unless told otherwise; resolved anew when it changes."""
    folder = CACHE / f"neo4j-{hashlib.sha256(pom.read_bytes()).hexdigest()[:12]}"
    if not folder.exists():
        CACHE.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="neo4j-", dir=CACHE) as unfinished:
            _resolve(pom, Path(unfinished) / "jars")
            with suppress(OSError):  # another run was quicker
                (Path(unfinished) / "jars").rename(folder)
    return folder


def _resolve(pom: Path, folder: Path) -> None:
    command = ["mvn", "-q", "-B", "-f", pom, "dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=RESOLVE_SECONDS, check=False)
    if done.returncode:
        raise JarsMissing(f"Maven cannot resolve {pom}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def _own(home: Path) -> Neo4jServer:
    bolt, http = free_port(), free_port()
    (home / "conf").mkdir()
    (home / "conf" / "neo4j.conf").write_text(CONFIGURATION.format(bolt=bolt, http=http), encoding="utf-8")
    address = f"bolt://127.0.0.1:{bolt}"
    return Neo4jServer(address, USER, secrets.token_urlsafe(16), f"http://127.0.0.1:{http}", home)


def _set_password(server: Neo4jServer) -> None:
    """Log in as a new installation wants it, and change the password that every new installation has."""
    deadline = time.monotonic() + START_SECONDS
    statement = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
    while time.monotonic() < deadline and server.process is not None and server.process.poll() is None:
        with (
            suppress(Neo4jError, DriverError, OSError),
            _driver(server.uri, USER, "neo4j") as driver,
        ):
            driver.execute_query(statement, password=server.password, database_="system")
            break
        time.sleep(0.2)
    server.wait()


def _driver(uri: str, user: str, password: str) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(uri, auth=(user, password), connection_timeout=5, max_transaction_retry_time=0)


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _die_with_parent() -> None:
    """Even if the tests are killed, Linux ends the server."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)
