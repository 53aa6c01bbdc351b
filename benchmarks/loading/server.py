"""The Neo4j of the benchmark: the one that the tests start, with more memory and with what the other writer needs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time

TESTS = Path(__file__).parent.parent.parent / "tests"
sys.path.insert(0, str(TESTS))

from neo4j_server import Neo4jServer, jars, running  # noqa: E402
from neo4j_ways import version  # noqa: E402

PLUGINS = Path(__file__).parent / "pom.xml"
JAVA = ("java", "-Xms2g", "-Xmx2g", "-XX:+UseParallelGC")

__all__ = ["Neo4jServer", "benchmark_server", "cleared", "cpu_seconds", "version"]


@contextmanager
def benchmark_server() -> Iterator[Neo4jServer]:
    """A server that ends with the benchmark."""
    with running(java=JAVA, plugins=jars(PLUGINS)) as server:
        yield server


def cleared(server: Neo4jServer) -> None:
    """Delete all but the schema, in pieces: there is more than fits into one transaction."""
    with server.driver() as driver, driver.session() as session:
        session.run("MATCH (n) WHERE NOT n:Schema CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def cpu_seconds(server: Neo4jServer) -> float:
    """How long this process and the server have computed so far."""
    if server.process is None:
        return process_time()
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return process_time() + sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")
