"""The engines that the tests run on, and how many tests each of them passed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from engines import ENGINES, engines_of, ran_on
from neo4j_server import JarsMissing, Neo4jServer, running
from neo4j_ways import where_from, why_unavailable

from graph.bolt import Neo4jAccess

REQUIRED = "STREETGRAPH_REQUIRE_NEO4J"

_passed: Counter[str] = Counter()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    return str(request.param)


@pytest.fixture(scope="session")
def running_neo4j() -> Iterator[Neo4jServer]:
    """The one Neo4j of this test run."""
    if reason := why_unavailable():
        pytest.skip(f"Neo4j {reason}")
    with ExitStack() as stopping:
        try:
            server = stopping.enter_context(running())
        except JarsMissing as missing:
            if os.environ.get(REQUIRED):
                raise
            pytest.skip(str(missing))
        yield server


@pytest.fixture
def neo4j_server(request: pytest.FixtureRequest, running_neo4j: Neo4jServer) -> Neo4jServer:
    """A Neo4j that holds nothing."""
    ran_on(request.node, "neo4j")
    running_neo4j.clear()
    return running_neo4j


@pytest.fixture
def access(request: pytest.FixtureRequest, engine: str) -> Neo4jAccess:
    """How to log in, where that is needed."""
    return request.getfixturevalue("neo4j_server").access if engine == "neo4j" else Neo4jAccess()


@pytest.fixture
def empty_address(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> str:
    """Where an empty store of the engine can be opened."""
    if engine == "neo4j":
        return str(request.getfixturevalue("neo4j_server").uri)
    ran_on(request.node, "ladybug")
    return f"ladybug:{tmp_path / 'graph.lbug'}"


def pytest_report_header() -> str:
    reason = why_unavailable()
    return "engines: ladybug; " + (f"neo4j tests are skipped: {reason}" if reason else where_from())


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" and report.passed:
        _passed.update(engines_of(report))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _lacks_neo4j() and not session.config.option.collectonly:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _passed:
        terminalreporter.write_line("engines: " + ", ".join(f"{name} passed {_passed[name]} tests" for name in ENGINES))
    if _lacks_neo4j():
        terminalreporter.write_line(f"{REQUIRED} is set, but no test ran on Neo4j: {why_unavailable() or 'why?'}")


def _lacks_neo4j() -> bool:
    return bool(os.environ.get(REQUIRED)) and not _passed["neo4j"]
