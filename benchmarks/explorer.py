"""How soon the explorer shows something, and all of a page, in a headless Chromium, and what the server computes.

    python -m benchmarks.explorer [--store ladybug:PATH] [--claims N] [--repeat N]

A store is filled with N synthetic claims in one go (COPY from Arrow tables), unless one is given that `benchmarks.api`
or this has filled before. Each page is opened anew in a profile without a cache, so every time holds the library of the
pages as well. First is when the heading stands there, all when nothing on the page is on its way any more; CPU is what
the process of the server took for all of it, the time that other work on the machine disturbs least.
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
from contextlib import closing, contextmanager
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from benchmarks.api import NOW, computed
from benchmarks.claims import synthetic
from benchmarks.loading.content import Content, content_of, edge_row
from benchmarks.loading.on_ladybug import by_copy
from graph import explore, open_store
from graph.explore import Page
from graph.ontology import ENTITY_EDGES
from graph.store import Row

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
LONGEST_MS = 60_000
HUB, EDGES = "company-0", 10_000


def filled(folder: str, claims: int) -> str:
    """The address of a new store with so many synthetic claims and the index of their words."""
    path = Path(folder) / "explorer.lbug"
    content = content_of(list(synthetic(claims)), now=NOW)
    content.edges["OWNS"].extend(_more_edges(content))
    by_copy(path, content)()
    with closing(open_store(f"ladybug:{path}")) as store:
        explore.search(store, "nothing")
    return f"ladybug:{path}"


def _more_edges(content: Content) -> Iterator[Row]:
    """So many edges of the entity that most is said about that it has ten thousand, each by one of its claims."""
    there = sum(HUB in (row["source"], row["target"]) for edge in ENTITY_EDGES for row in content.edges[edge.name])
    about = cycle(row for row in content.nodes["Claim"] if f"|{HUB}|" in row["about_ids"])
    for number, claim in enumerate(islice(about, max(0, EDGES - there))):
        ends = {"source": HUB, "target": f"company-{number % 1000 + 1}", "relation": "OWNS"}
        said = {"claim_id": claim["id"], "by": claim["speaker_id"], "role": None}
        yield edge_row({**ends, **said, "published_at": claim["published_at"], "recorded_at": claim["recorded_at"]})


def pages(address: str) -> dict[str, str]:
    """The path of each page, about those that most is said about, with how many edges the entity has."""
    with closing(open_store(address)) as store:
        edges = explore.neighbors(store, HUB, limit=1).total
        newest: Page = explore.claims(store, limit=1, counted=False)
    claim = newest.rows[0]
    return {
        "first page": "/",
        "search": "/?q=company",
        f"entity with {edges:,} edges": f"/entity/{HUB}",
        "the same, as of a day": f"/entity/{HUB}?as_of=2025-06-30",
        "where the street stands": f"/consensus/{HUB}?window=365",
        "claim": f"/claim/{claim['claim_id']}",
        "document": f"/document/{claim['document_id']}",
        "load": "/load",
        "review": "/review",
    }


@contextmanager
def serving(store: str) -> Iterator[tuple[str, int]]:
    """The address of a server over this store, and the number of its process."""
    program = Path(sys.executable).with_name("streetgraph")
    settings = {**os.environ, "STREETGRAPH_STORE": store, "STREETGRAPH_PORT": "0"}
    server = subprocess.Popen([program, "serve"], env=settings, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        lines = iter(server.stderr.readline, "")
        address = next(match[0] for line in lines if (match := re.search(r"http://[\d.]+:\d+", line)))
        yield address, server.pid
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


def measured(browser: Browser, address: str, server: int, repeat: int) -> str:
    """The median seconds until the heading and until all of a page, and those that the server computed for one."""
    began = computed(server)
    times = [opened(browser, address) for _ in range(repeat)]
    first, every = (median(one) for one in zip(*times, strict=True))
    return f"{first:8.2f}{every:8.2f}{(computed(server) - began) / repeat:12.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", metavar="ADDRESS", help="a store that holds synthetic claims already")
    parser.add_argument("--claims", type=int, default=100_000, metavar="N")
    parser.add_argument("--repeat", type=int, default=5, metavar="N")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or filled(folder, options.claims)
        paths = pages(store)
        print(f"{'seconds, median':32}{'first':>8}{'all':>8}{'server CPU':>12}")
        with serving(store) as (address, server), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            opened(browser, address)  # the server answers its first page later than all others
            for name, path in paths.items():
                print(f"{name:32}{measured(browser, address + path, server, options.repeat)}", flush=True)
            browser.close()


if __name__ == "__main__":
    main()
