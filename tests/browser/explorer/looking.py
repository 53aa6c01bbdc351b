"""Somebody who looks at pages: follows links, types, and notes whatever a page complains of."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2 as httpx
from axe_playwright_python.sync_playwright import Axe
from neo4j_server import Neo4jServer
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

PROGRAM = Path(sys.executable).with_name("streetgraph")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [  # as for the tests of Neo4j Browser
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, NARROW = 1440, 360
START_SECONDS = 60
PATIENCE_MS = 60_000  # on a machine that has much else to do
_SERIOUS = ("serious", "critical")


@contextmanager
def serving(settings: dict[str, str], *options: str) -> Iterator[str]:
    """The address of a server with these settings, for as long as the block runs."""
    settings = {"STREETGRAPH_PORT": "0", **settings}
    server = subprocess.Popen([PROGRAM, "serve", *options], env=settings, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        lines = iter(server.stderr.readline, "")
        port = next(match[1] for line in lines if (match := re.search(r"http://[\d.]+:(\d+)", line)))
        address = f"http://127.0.0.1:{port}"
        httpx.get(f"{address}/health/live", timeout=START_SECONDS)  # it says where it is before it answers
        yield address
    finally:
        server.terminate()
        server.communicate(timeout=30)


def environment_for(neo4j: Neo4jServer) -> dict[str, str]:
    """The settings that lead streetgraph to this Neo4j."""
    return {
        "STREETGRAPH_STORE": neo4j.uri,
        "STREETGRAPH_NEO4J_USER": neo4j.user,
        "STREETGRAPH_NEO4J_PASSWORD": neo4j.password,
    }


@dataclass
class Eyes:
    """A page of the explorer, and what it complained of."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    status: int = 200  # that the page is expected to have

    @classmethod
    @contextmanager
    def opened(cls, browser: Browser, address: str, *, width: int = WIDE, theme: str = "light") -> Iterator[Eyes]:
        """A new profile; at the end nothing may have complained, and nobody else been asked."""
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        eyes = cls(context.new_page(), address)
        eyes.page.on("console", eyes._note)
        eyes.page.on("pageerror", lambda error: eyes.complaints.append(str(error)))
        eyes.page.on("request", eyes._note_foreign)
        yield eyes
        context.close()
        assert (eyes.complaints, eyes.foreign) == ([], [])

    def go(self, path: str, *, status: int = 200) -> None:
        """Open a page, and wait until all that loads by itself is there."""
        self.status = status
        response = self.page.goto(self.address + path)
        assert response is not None
        assert response.status == status
        self.settle()

    def asked(self, path: str, **parameters: str) -> Any:
        """The `data` that the API of the same server answers with."""
        response = self.page.request.get(self.address + path, params=parameters)
        assert response.ok, response.text()
        return response.json()["data"]

    def settle(self) -> None:
        """Wait until the page has its heading, and nothing on it is on its way."""
        expect(self.page.locator("h1")).to_be_visible()
        expect(self.page.get_by_role("status", name="Loading")).to_have_count(0)

    def wait_for_socket(self) -> None:
        """Wait until what is pressed on a page is heard by the server."""
        self.page.wait_for_function("window.did_handshake")

    def stand_still(self) -> None:
        """Wait until no colour or width is on its way to another one, as after a change of theme."""
        self.page.evaluate(
            """() => Promise.allSettled(
                document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished))"""
        )

    def look(self) -> None:
        """Check what anybody expects of a page: it fits in its window, and axe finds nothing serious."""
        self.stand_still()
        assert self.width_beyond_window() == 0, "the page is wider than its window"
        found = self.serious()
        assert not found, found

    def width_beyond_window(self) -> int:
        """By how many pixels the page is wider than its window."""
        across = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(across))

    def look_in_every_way(self) -> None:
        """Look in light and dark, wide and narrow."""
        for theme in ("light", "dark"):
            self.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            expect(self.page.locator("body")).to_have_class(re.compile(f"body--{theme}"))
            for width in (WIDE, NARROW):
                self.page.set_viewport_size({"width": width, "height": 900})
                self.look()
        self.page.set_viewport_size({"width": WIDE, "height": 900})

    def serious(self) -> list[dict[str, Any]]:
        """What axe finds serious or worse, as far as it takes to mend it."""
        found = Axe().run(self.page).response["violations"]
        return [
            {"rule": one["id"], "where": [node["html"][:200] for node in one["nodes"][:3]]}
            for one in found
            if one["impact"] in _SERIOUS
        ]

    def _note(self, message: ConsoleMessage) -> None:
        # Chromium complains of each page with an error as its status, which is as it should be.
        is_expected = self.status >= 400 and f"status of {self.status}" in message.text
        if message.type in ("error", "warning") and not is_expected:
            self.complaints.append(message.text)

    def _note_foreign(self, request: Request) -> None:
        if not request.url.startswith((self.address, self.address.replace("http", "ws", 1), "data:", "blob:")):
            self.foreign.append(request.url)
