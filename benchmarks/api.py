"""How fast the API answers, beside the same queries through the engine's own driver.

    python -m benchmarks.api [--claims N] [--store ADDRESS] [--requests N] [--clients N]

Each route is asked once with a store that notes what it is asked. Those queries then run again through the driver of
the engine alone, and the route through a server of its own and a connection that is kept open: what lies between the
two is ours. `--store` takes a store that was filled before; else one is filled with N synthetic claims.
"""

from __future__ import annotations

import argparse
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
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

import httpx2 as httpx
import ladybug
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from benchmarks.claims import synthetic
from graph import open_store, queries
from graph.ingest import ingest_all, prepared
from graph.store import Row, Store, View

NOW = datetime(2025, 3, 1, tzinfo=UTC)
WARMING = 10
Asked = list[tuple[str, dict[str, Any]]]  # queries by name with their parameters
Served = tuple[list[float], float]  # seconds of each request, and requests a second


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
            yield View(self.store.engine, lambda query, **given: self._viewed(view, query, given))

    def _viewed(self, view: View, query: str, given: dict[str, Any]) -> list[Row]:
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


def raw_times(path: str, asked: dict[str, Asked], repeat: int) -> dict[str, list[float]]:
    """Seconds that the queries of each route take through the driver of the embedded engine."""
    with ladybug.Database(path, read_only=True) as database, ladybug.Connection(database) as connection:
        return {route: times_of(lambda done=done: run_raw(connection, done), repeat) for route, done in asked.items()}


def run_raw(connection: ladybug.Connection, asked: Asked) -> None:
    for name, given in asked:
        if name in queries.names():  # others are answered by the index of words that is ours
            query = queries.query(name, "ladybug")
            bound = query.bound(given)
            deque(connection.execute(query.text_with(bound), bound).rows_as_dict(), maxlen=0)


def served_times(
    address: str, asked: dict[str, Asked], repeat: int, clients: int
) -> dict[str, tuple[list[float], float]]:
    """Seconds that each route takes over HTTP, and how many a second several clients get answered."""
    with server(address) as base, httpx.Client(base_url=base, timeout=60) as http:
        return {
            route: (times_of(lambda route=route: http.get(route), repeat), rate_of(http, route, repeat, clients))
            for route in asked
        }


def times_of(work: Callable[[], object], repeat: int) -> list[float]:
    times = []
    for _ in range(WARMING + repeat):
        started = perf_counter()
        work()
        times.append(perf_counter() - started)
    return times[WARMING:]


def rate_of(http: httpx.Client, route: str, repeat: int, clients: int) -> float:
    with ThreadPoolExecutor(clients) as people:
        started = perf_counter()
        deque(people.map(lambda _: http.get(route), range(repeat)), maxlen=0)
        return repeat / (perf_counter() - started)


@contextmanager
def server(address: str) -> Iterator[str]:
    """A server of its own on a free port."""
    command = [Path(sys.executable).with_name("streetgraph"), "--store", address, "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = next(one for one in process.stderr if "reference" in one)
        try:
            yield re.findall(r"http://\S+?:\d+", line)[0]
        finally:
            process.terminate()


def filled(folder: str, claims: int) -> str:
    """The address of a new store with so many synthetic claims."""
    address = f"ladybug:{Path(folder) / 'benchmark.db'}"
    store = open_store(address)
    deque(ingest_all(store, (prepared(extraction, now=NOW) for extraction in synthetic(claims))), maxlen=0)
    store.close()
    return address


def printed(asked: dict[str, Asked], raw: dict[str, list[float]], served: dict[str, Served]) -> None:
    print("| route | queries | raw p50 ms | p50 ms | p99 ms | p50 / raw | requests/s |\n|---|---|---|---|---|---|---|")
    for route, done in asked.items():
        times, rate = served[route]
        low, middle, high = median(raw[route]), median(times), quantiles(times, n=100)[98]
        cells = f"{low * 1e3:.1f} | {middle * 1e3:.1f} | {high * 1e3:.1f} | {middle / low:.1f} | {rate:.0f}"
        print(f"| `{re.sub('[0-9a-f]{16}', '{id}', route)}` | {len(done)} | {cells} |", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--claims", type=int, default=200_000, metavar="N")
    options.add_argument("--store", metavar="ADDRESS", help="a ladybug store that holds synthetic claims already")
    options.add_argument("--requests", type=int, default=200, metavar="N")
    options.add_argument("--clients", type=int, default=4, metavar="N")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = given.store or filled(folder, given.claims)
        asked = noted(address)
        raw = raw_times(address.removeprefix("ladybug:"), asked, given.requests)
        printed(asked, raw, served_times(address, asked, given.requests, given.clients))


if __name__ == "__main__":
    main()
