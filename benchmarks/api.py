"""How fast the API answers, beside the same queries through the engine's own driver.

    python -m benchmarks.api [--claims N] [--store ADDRESS] [--requests N] [--clients N]

Each route is asked once with a store that notes what it is asked. Those queries then run again through the driver of
the engine alone, and the route through a server of its own and a connection that is kept open: what lies between the
two is ours. Beside the clock stands what the processor did for it, which other work on the machine disturbs less: for
ladybug all of it, for Neo4j only what is done outside of its server. `--store` takes a store that was filled before,
on either engine; else a file is filled with N synthetic claims.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

import httpx2 as httpx
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from benchmarks.claims import synthetic
from benchmarks.drivers import driver_of
from graph import open_store, queries
from graph.ingest import ingest_all, prepared
from graph.store import Row, Store, View

NOW = datetime(2025, 3, 1, tzinfo=UTC)
WARMING = 10
Asked = list[tuple[str, dict[str, Any]]]  # queries by name with their parameters


@dataclass(frozen=True)
class Taken:
    """Seconds that each answer took by the clock, and milliseconds that the processor spent on one."""

    clock: list[float]
    computed: float

    @property
    def p50(self) -> float:
        """Milliseconds that half of them took at most."""
        return median(self.clock) * 1e3

    @property
    def p99(self) -> float:
        """Milliseconds that nearly all took at most."""
        return quantiles(self.clock, n=100)[98] * 1e3


@dataclass
class Noting:
    """A store that notes what it is asked."""

    store: Store
    asked: Asked = field(default_factory=list)

    def __getattr__(self, name: str) -> object:
        return getattr(self.store, name)

    def read(self, query: str, /, **parameters: object) -> list[Row]:
        self.asked.append((query, dict(parameters)))
        return self.store.read(query, **parameters)

    @contextmanager
    def view(self) -> Iterator[View]:
        with self.store.view() as view:
            yield View(self.store.engine, partial(self._viewed, view))

    def _viewed(self, view: View, query: str, /, **given: object) -> list[Row]:
        self.asked.append((query, given))
        return view.read(query, **given)


def routes(store: Store) -> list[str]:
    """The addresses to ask, about those that most is said about."""
    claim = store.read("claims.find_newest", **queries.query("claims.find_newest").bound({"limit": 1}))[0]["claim_id"]
    document = store.read("documents.ids", after="", limit=1)[0]["id"]
    company = "/v1/entities/company-0"
    return [
        company,
        f"/v1/claims/{claim}",
        f"/v1/documents/{document}",
        f"/v1/documents/{document}/annotations",
        f"{company}/neighbors",
        f"{company}/peers",
        f"{company}/timeline",
        f"{company}/views",
        f"{company}/consensus?window=90",
        "/v1/claims",
        "/v1/claims?about=company-0",
        "/v1/claims?organisation=bank-0&stance=negative",
        "/v1/claims?about=company-0&as_of=2025-06-30&type=target",
        "/v1/pairs?company=company-0",
        "/v1/paths?source=analyst-0&target=company-1",
        "/v1/subgraph?ids=company-0&hops=1",
        "/v1/search?q=company",
        "/v1/documents",
        "/v1/stats",
    ]


def noted(address: str) -> dict[str, Asked]:
    """What each route asks of the store."""
    app = create_app(Settings(store=address))
    with TestClient(app, base_url="http://localhost", client=("127.0.0.1", 1)) as client:
        store: Store = app.state.store
        found: dict[str, Asked] = {}
        for route in routes(store):
            app.state.store = noting = Noting(store)
            response = client.get(route)
            assert response.status_code == 200, f"{route}: {response.text}"
            found[route] = noting.asked
        app.state.store = store
    return found


def raw_times(address: str, asked: dict[str, Asked], repeat: int) -> dict[str, Taken]:
    """What the queries of each route take through the driver of the engine."""
    with driver_of(address) as ask:

        def ask_all(done: Asked) -> None:
            for name, given in done:
                ask(name, given)

        return {route: times_of(partial(ask_all, done), repeat, process_time) for route, done in asked.items()}


def served_times(address: str, asked: dict[str, Asked], repeat: int, clients: int) -> dict[str, tuple[Taken, float]]:
    """What each route takes over HTTP, and how many a second several clients get answered."""
    with server(address) as (base, number), httpx.Client(base_url=base, timeout=60) as http:
        return {
            route: (
                times_of(partial(answered, http, route), repeat, partial(computed, number)),
                rate_of(http, route, repeat, clients),
            )
            for route in asked
        }


def answered(http: httpx.Client, route: str) -> None:
    """Ask, and fail if the answer is none."""
    http.get(route).raise_for_status()


def computed(number: int) -> float:
    """Seconds that a process has computed so far."""
    fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def times_of(work: Callable[[], object], repeat: int, processor: Callable[[], float]) -> Taken:
    for _ in range(WARMING):
        work()
    clock, began = [], processor()
    for _ in range(repeat):
        started = perf_counter()
        work()
        clock.append(perf_counter() - started)
    return Taken(clock, (processor() - began) / repeat * 1e3)


def rate_of(http: httpx.Client, route: str, repeat: int, clients: int) -> float:
    with ThreadPoolExecutor(clients) as people:
        started = perf_counter()
        deque(people.map(lambda _: answered(http, route), range(repeat)), maxlen=0)
        return repeat / (perf_counter() - started)


@contextmanager
def server(address: str) -> Iterator[tuple[str, int]]:
    """The address of a server of its own on a free port, and the number of its process."""
    program = Path(sys.executable).with_name("streetgraph")
    command = [str(program), "--store", address, "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = next(one for one in process.stderr if "reference" in one)
        try:
            yield re.findall(r"http://\S+?:\d+", line)[0], process.pid
        finally:
            process.terminate()


def filled(folder: str, claims: int) -> str:
    """The address of a new store with so many synthetic claims."""
    address = f"ladybug:{Path(folder) / 'benchmark.db'}"
    store = open_store(address)
    deque(ingest_all(store, (prepared(extraction, now=NOW) for extraction in synthetic(claims))), maxlen=0)
    store.close()
    return address


def printed(asked: dict[str, Asked], raw: dict[str, Taken], served: dict[str, tuple[Taken, float]]) -> None:
    print("| route | queries | raw p50 | p50 | p99 | p50 / raw | raw CPU | CPU | CPU / raw | requests/s |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for route, done in asked.items():
        (taken, rate), alone = served[route], raw[route]
        clock = f"{alone.p50:.1f} | {taken.p50:.1f} | {taken.p99:.1f} | {taken.p50 / alone.p50:.1f}"
        processor = f"{alone.computed:.1f} | {taken.computed:.1f} | {taken.computed / alone.computed:.1f}"
        shown = re.sub("[0-9a-f]{16}", "{id}", route)
        print(f"| `{shown}` | {len(done)} | {clock} | {processor} | {rate:.0f} |", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--claims", type=int, default=200_000, metavar="N")
    options.add_argument("--store", metavar="ADDRESS", help="a store that holds synthetic claims already")
    options.add_argument("--requests", type=int, default=200, metavar="N")
    options.add_argument("--clients", type=int, default=4, metavar="N")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = given.store or filled(folder, given.claims)
        asked = noted(address)
        raw = raw_times(address, asked, given.requests)
        printed(asked, raw, served_times(address, asked, given.requests, given.clients))


if __name__ == "__main__":
    main()
