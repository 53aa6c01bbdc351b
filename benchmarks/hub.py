"""How long questions around one entity with 100,000 edges take, and how much memory.

    python -m benchmarks.hub [--store ladybug:PATH] [--repeat N]

The store has to be empty, or one that this made before. Times are of the machine's processor as well as of the clock,
since the clock tells of whatever else the machine does.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from itertools import islice

from graph import Store, open_store
from graph.explore import neighbors, paths, peers, subgraph
from graph.ontology import ENTITY_EDGES
from graph.store import Row

EDGES, OTHERS, CLAIMS, PIECE = 100_000, 1000, 2000, 20_000
RECORDED = "2025-03-01T00:00:00.000000Z"
RELATIONS = [edge.name for edge in ENTITY_EDGES]


def fill(store: Store) -> None:
    """The hub, a thousand others, and edges that lead both ways on 336 days."""
    names = ["hub", *(f"entity-{number}" for number in range(OTHERS))]
    document = {"id": "d", "text": "Words.", "title": "Hub", "language": "en", "recorded_at": RECORDED}
    document |= {"published_at": "2025-01-01", "fingerprint": "hub", "publisher": None, "url": None, "source": None}
    document["found"] = None
    store.write(lambda run: run("save.documents", rows=[document]))
    store.write(lambda run: run("save.entities", ids=names))
    store.write(lambda run: run("save.folded", rows=[_entity(name) for name in names]))
    store.write(lambda run: run("save.claims", rows=[_claim(number) for number in range(CLAIMS)]))
    edges = (_edge(number) for number in range(EDGES))
    while rows := list(islice(edges, PIECE)):
        for at, relation in enumerate(RELATIONS):
            part = rows[at :: len(RELATIONS)]
            store.write(lambda run, name=relation, part=part: run(f"link.{name.lower()}", rows=part))


def _entity(name: str) -> Row:
    return {"id": name, "kind": "Company", "name": name.title(), "aliases": [], "tickers": [], "keys": [name]}


def _claim(number: int) -> Row:
    told = {
        "type": "opinion",
        "stance": "neutral",
        "modality": "stated",
        "horizon": None,
        "horizon_end": None,
        "confidence": 1.0,
    }
    where = {"start": 0, "end": 5, "text": "Words", "document_id": "d", "published_at": "2025-01-01"}
    who = {"speaker_id": None, "org_id": None, "about_ids": ["hub"], "metrics": ["target"]}
    by = {"recorded_at": RECORDED, "extractor": "benchmark", "extractor_version": "1"}
    return {"id": f"c{number:06d}", **told, **where, **who, **by}


def _edge(number: int) -> Row:
    ends = ("hub", f"entity-{number % OTHERS}")
    source, target = ends if number % 2 else ends[::-1]
    day = f"2025-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    said = {"claim_id": f"c{number % CLAIMS:06d}", "by": None, "role": None}
    return {"source": source, "target": target, "published_at": day, "recorded_at": RECORDED, **said}


def measured(question: Callable[[], object], repeat: int) -> str:
    """The median and the worst, by the clock and by the processor, in milliseconds."""
    question()
    clock, processor = [], []
    for _ in range(repeat):
        started = time.perf_counter(), time.process_time()
        question()
        clock.append((time.perf_counter() - started[0]) * 1000)
        processor.append((time.process_time() - started[1]) * 1000)
    clock.sort()
    processor.sort()
    return f"{clock[repeat // 2]:9.0f}{clock[-1]:9.0f}{processor[repeat // 2]:12.0f}{processor[-1]:9.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", default=f"ladybug:{tempfile.mkdtemp()}/hub.lbug")
    parser.add_argument("--repeat", type=int, default=20)
    options = parser.parse_args()
    store = open_store(options.store)
    if not store.read("entities.known", ids=["hub"]):
        fill(store)
    questions: dict[str, Callable[[], object]] = {
        "neighbours": lambda: neighbors(store, "hub"),
        "neighbours, 2 hops": lambda: neighbors(store, "hub", hops=2),
        "neighbours, 3 hops": lambda: neighbors(store, "entity-7", hops=3),
        "paths through it": lambda: paths(store, "entity-7", "entity-8"),
        "subgraph, 2 hops": lambda: subgraph(store, ["hub"], hops=2),
        "peers": lambda: peers(store, "hub"),
    }
    print(f"{'milliseconds':22}{'clock':>9}{'worst':>9}{'processor':>12}{'worst':>9}")
    for name, question in questions.items():
        print(f"{name:22}{measured(question, options.repeat)}", flush=True)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most")
    store.close()


if __name__ == "__main__":
    main()
