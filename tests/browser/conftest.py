"""Neo4j Browser in a real Chromium, over a real Neo4j that holds the samples, with our API beside it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from engines import ran_on
from neo4j_browser import Neo4jBrowser
from neo4j_server import Neo4jServer
from playwright.sync_api import Browser, expect, sync_playwright

expect.set_options(timeout=30_000)  # on a machine that has much else to do
ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("streetgraph")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# No sandbox, since tests may run as root; the rest keeps Chromium from asking for anything on the network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all tests; each has a profile of its own in it."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium, as from Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def loaded(running_neo4j: Neo4jServer) -> Neo4jServer:
    """A Neo4j with the samples in it, which the tests of this folder only read."""
    running_neo4j.clear()
    command = [PROGRAM, "load", ROOT / "loaders" / "samples"]
    subprocess.run(command, env=environment_for(running_neo4j), check=True, capture_output=True, timeout=120)
    return running_neo4j


@pytest.fixture(autouse=True)
def on_neo4j(request: pytest.FixtureRequest) -> None:
    """Count every test here among those of Neo4j, which needs one that is there."""
    request.getfixturevalue("loaded")
    ran_on(request.node, "neo4j")


@pytest.fixture(scope="package")
def api(loaded: Neo4jServer) -> Iterator[str]:
    """The address of our API, by the name that Browser allows unless told otherwise."""
    settings = environment_for(loaded) | {"STREETGRAPH_PORT": "0"}
    server = subprocess.Popen([PROGRAM, "serve"], env=settings, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        lines = iter(server.stderr.readline, "")
        port = next(match[1] for line in lines if (match := re.search(r"http://127\.0\.0\.1:(\d+)", line)))
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.communicate(timeout=30)


@pytest.fixture
def browser(chromium: Browser, loaded: Neo4jServer) -> Iterator[Neo4jBrowser]:
    """Neo4j Browser, logged in."""
    if loaded.http is None:
        pytest.skip("needs a Neo4j that was started here: nobody says where that of NEO4J_TEST_URI serves Browser")
    page = chromium.new_page(viewport={"width": 1120, "height": 760})
    page.route(lambda url: not re.match(r"\w+://(localhost|127\.0\.0\.1)[:/]", url), lambda route: route.abort())
    yield Neo4jBrowser.opened(page, loaded)
    page.close()


def environment_for(server: Neo4jServer) -> dict[str, str]:
    """The settings that lead streetgraph to this server."""
    own = {
        "STREETGRAPH_STORE": server.uri,
        "STREETGRAPH_NEO4J_USER": server.user,
        "STREETGRAPH_NEO4J_PASSWORD": server.password,
    }
    return {**os.environ, **own}
