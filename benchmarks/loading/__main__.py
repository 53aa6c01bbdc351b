"""How fast documents are stored, beside the fastest way into each engine and beside the writer that others use.

    python -m benchmarks.loading [--documents N] [--repeat N] [--engine neo4j|ladybug]

Extractions go straight to the graph, so reading texts is not measured. Every way stores the same nodes and
relationships in an empty store with the same constraints and indexes; the ways take turns, and the median counts.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks.claims import synthetic
from benchmarks.loading import on_ladybug, on_neo4j
from benchmarks.loading.content import Content, content_of
from benchmarks.loading.server import Neo4jServer, benchmark_server, cleared, cpu_seconds, version
from graph import Store, ingest, open_store
from graph.ingest import ingest_all, prepared
from graph.model import Extraction

NOW = datetime(2025, 3, 1, tzinfo=UTC)
WARMING = 100  # documents, before anything is measured: a server that has just started is slow
BY_HAND, GRAPHRAG = "batches by hand (the floor)", "neo4j-graphrag Neo4jWriter"
WORDS, TABLES, COPY = "the floor, and its words", "by hand from Arrow tables", "COPY from Arrow tables"
STREETGRAPH, ONE_BY_ONE = "streetgraph", "streetgraph, one by one"

Load = Callable[[], object]
Prepare = Callable[[Sequence[Extraction], Content], Load]
Ways = dict[str, Prepare]
Ingesting = Callable[[Store, Sequence[Extraction]], None]


def together(store: Store, extractions: Sequence[Extraction]) -> None:
    """As `streetgraph load` does it: a few documents in each transaction."""
    deque(ingest_all(store, (prepared(extraction, now=NOW) for extraction in extractions)), maxlen=0)


def one_by_one(store: Store, extractions: Sequence[Extraction]) -> None:
    """As documents come through the API: each in a transaction of its own, acknowledged before the next."""
    for extraction in extractions:
        ingest(store, extraction, now=NOW)


def ways_into_neo4j(server: Neo4jServer) -> Ways:
    driver, store = server.driver(), open_store(server.uri, access=server.access)
    return {
        BY_HAND: lambda _, content: on_neo4j.by_hand(driver, content),
        STREETGRAPH: lambda extractions, _: lambda: together(store, extractions),
        ONE_BY_ONE: lambda extractions, _: lambda: one_by_one(store, extractions),
        GRAPHRAG: lambda _, content: on_neo4j.by_graphrag(driver, content),
    }


def ways_into_ladybug(new_path: Callable[[], Path]) -> Ways:
    def streetgraph(ingesting: Ingesting, extractions: Sequence[Extraction]) -> None:
        with closing(open_store(f"ladybug:{new_path()}")) as store:
            ingesting(store, extractions)

    return {
        BY_HAND: lambda _, content: on_ladybug.by_hand(new_path(), content),
        WORDS: lambda _, content: on_ladybug.by_hand_with_words(new_path(), content),
        STREETGRAPH: lambda extractions, _: lambda: streetgraph(together, extractions),
        ONE_BY_ONE: lambda extractions, _: lambda: streetgraph(one_by_one, extractions),
        TABLES: lambda _, content: on_ladybug.by_tables(new_path(), content),
        COPY: lambda _, content: on_ladybug.by_copy(new_path(), content),
    }


def chosen(ways: Ways, without: Sequence[str]) -> Ways:
    """The floor, and those that are not left out."""
    return {name: way for name, way in ways.items() if name == BY_HAND or not any(word in name for word in without)}


@dataclass(frozen=True)
class Time:
    """How long a way took, and how long it and the server computed: on a busy machine the second is worth more."""

    wall: float
    cpu: float


def measured(
    ways: Ways, extractions: Sequence[Extraction], repeat: int, clear: Callable[[], None], cpu: Callable[[], float]
) -> dict[str, Time]:
    """The median times of each way that can be gone here."""
    content, times = content_of(extractions, now=NOW), {name: list[Time]() for name in ways}
    for _ in range(repeat):
        for name, prepare in ways.items():
            clear()
            try:
                load = prepare(extractions, content)
            except ImportError as missing:
                print(f"  {name}: left out, {missing}")
                continue
            started, computed = perf_counter(), cpu()
            load()
            times[name].append(Time(perf_counter() - started, cpu() - computed))
    return {
        name: Time(median(each.wall for each in taken), median(each.cpu for each in taken))
        for name, taken in times.items()
        if taken
    }


def show(title: str, times: dict[str, Time], content: Content) -> None:
    print(f"\n{title:30}{'seconds':>9}{'documents/s':>13}{'items/s':>9}{'of floor':>10}{'CPU s':>8}{'of floor':>10}")
    for name, taken in times.items():
        rates = f"{taken.wall:9.1f}{content.documents / taken.wall:13.0f}{content.size / taken.wall:9.0f}"
        ratios = f"{times[BY_HAND].wall / taken.wall:10.2f}{taken.cpu:8.1f}{times[BY_HAND].cpu / taken.cpu:10.2f}"
        print(f"  {name:28}{rates}{ratios}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000, metavar="N", help="how many documents (default 2000)")
    parser.add_argument("--repeat", type=int, default=1, metavar="N", help="how often each way is gone (default 1)")
    parser.add_argument(
        "--without", nargs="*", default=[], metavar="WAY", help="leave out ways with this in their name"
    )
    parser.add_argument("--engine", choices=("neo4j", "ladybug"), help="only this one")
    options = parser.parse_args()
    extractions = list(islice(synthetic(options.documents * 100), options.documents))
    content = content_of(extractions, now=NOW)
    print(f"{content.documents} documents, {content.claims} claims, {content.size} nodes and relationships", flush=True)
    if options.engine != "ladybug":
        with benchmark_server() as server:
            ways = chosen(ways_into_neo4j(server), options.without)
            clear, cpu = partial(cleared, server), partial(cpu_seconds, server)
            measured(ways, extractions[:WARMING], 1, clear, cpu)
            show(f"Neo4j {version()}", measured(ways, extractions, options.repeat, clear, cpu), content)
    if options.engine != "neo4j":
        with tempfile.TemporaryDirectory() as folder:
            paths = (Path(folder) / f"{number}.lbug" for number in range(1000))
            ways = chosen(ways_into_ladybug(lambda: next(paths)), options.without)
            show("ladybug", measured(ways, extractions, options.repeat, lambda: None, process_time), content)


if __name__ == "__main__":
    main()
