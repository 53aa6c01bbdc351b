"""How soon the explorer shows something, and all of a page, in a headless Chromium.

    python -m benchmarks.explorer [--store ladybug:PATH] [--claims N] [--repeat N]

A store is filled with N synthetic claims, unless one is given that `benchmarks.api` or this has filled before. Each
page is opened anew in a profile without a cache, so every time holds the library of the pages as well. First is when
the heading stands there, all when nothing on the page is on its way any more.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from benchmarks.api import filled
from graph import explore, open_store
from graph.explore import Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
LONGEST_MS = 60_000


def pages(address: str) -> dict[str, str]:
    """The path of each page, about those that most is said about, with how many edges the entity has."""
    store = open_store(address)
    hub = "company-0"
    edges = explore.neighbors(store, hub, limit=1).total
    newest: Page = explore.claims(store, limit=1, counted=False)
    claim = newest.rows[0]
    store.close()
    return {
        "first page": "/",
        "search": "/?q=company",
        f"entity with {edges:,} edges": f"/entity/{hub}",
        "the same, as of a day": f"/entity/{hub}?as_of=2025-06-30",
        "where the street stands": f"/consensus/{hub}?window=365",
        "claim": f"/claim/{claim['claim_id']}",
        "document": f"/document/{claim['document_id']}",
        "load": "/load",
        "review": "/review",
    }


@contextmanager
def serving(store: str) -> Iterator[str]:
    """The address of a server over this store."""
    program = Path(sys.executable).with_name("streetgraph")
    settings = {**os.environ, "STREETGRAPH_STORE": store, "STREETGRAPH_PORT": "0"}
    server = subprocess.Popen([program, "serve"], env=settings, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        lines = iter(server.stderr.readline, "")
        yield next(match[0] for line in lines if (match := re.search(r"http://[\d.]+:\d+", line)))
    finally:
        server.terminate()
        server.communicate(timeout=30)


def opened(browser: Browser, address: str) -> tuple[float, float]:
    """Seconds until the heading of a page is there, and until all of it is."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    started = perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector("h1", timeout=LONGEST_MS)
    first = perf_counter() - started
    page.wait_for_function("document.querySelectorAll('.loading').length === 0", timeout=LONGEST_MS)
    every = perf_counter() - started
    context.close()
    return first, every


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    store = options.store or filled(tempfile.mkdtemp(), options.claims)
    paths = pages(store)
    print(f"{'seconds, median':32}{'first':>8}{'all':>8}")
    with serving(store) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        opened(browser, address)  # the server answers its first page later than all others
        for name, path in paths.items():
            times = [opened(browser, address + path) for _ in range(options.repeat)]
            first, every = (median(one) for one in zip(*times, strict=True))
            print(f"{name:32}{first:8.2f}{every:8.2f}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
