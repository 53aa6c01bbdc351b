"""The explorer in a real Chromium, over a server with the samples on each engine."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from engines import ENGINES, ran_on
from looking import PROGRAM, Eyes, environment_for, serving
from playwright.sync_api import Browser

SAMPLES = Path(__file__).parents[3] / "loaders" / "samples"


@pytest.fixture(autouse=True)
def on_neo4j() -> None:
    """Most tests of this folder need no Neo4j, unlike those beside it."""


@pytest.fixture(scope="package", params=ENGINES)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the samples, which the tests only read; on each engine in turn."""
    folder = tmp_path_factory.mktemp("served")
    settings = {"STREETGRAPH_STORE": f"ladybug:{folder / 'graph.db'}", "STREETGRAPH_JOBS": str(folder / "jobs.db")}
    if request.param == "neo4j":
        neo4j = request.getfixturevalue("running_neo4j")
        neo4j.clear()
        settings |= environment_for(neo4j)
    everything = {**os.environ, **settings}
    subprocess.run([PROGRAM, "load", SAMPLES], env=everything, check=True, capture_output=True, timeout=120)
    with serving(everything) as address:
        yield address


@pytest.fixture
def engine_of_server(request: pytest.FixtureRequest) -> None:
    """Count the test among those of its engine."""
    ran_on(request.node, request.node.callspec.params["server"])


@pytest.fixture
def eyes(chromium: Browser, server: str, engine_of_server: None) -> Iterator[Eyes]:  # noqa: ARG001
    """Somebody who looks at the pages of that server; no page may complain, or ask another machine."""
    with ExitStack() as looking:
        yield looking.enter_context(Eyes.opened(chromium, server))


@pytest.fixture
def empty_eyes(chromium: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Eyes]:
    """Somebody who looks at the pages of a server with nothing in its store."""
    ran_on(request.node, "ladybug")
    settings = {
        **os.environ,
        "STREETGRAPH_STORE": f"ladybug:{tmp_path / 'empty.db'}",
        "STREETGRAPH_JOBS": str(tmp_path / "jobs.db"),
    }
    with serving(settings) as address, Eyes.opened(chromium, address) as looking:
        yield looking
