"""How fast documents are read, stored and asked about, on one core: `python -m benchmarks.load [--documents N]`.

Each rate stands beside a floor measured in the same run, so that machines can be compared: extraction beside spaCy
splitting the same text into words, storing beside reading all of it back, each in documents a second.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import spacy

from benchmarks.documents import generated
from graph import Store, explore, ingest, open_store
from graph.export import export_json
from graph.model import Document, Extraction
from loaders.pipeline import Tier, extract

REPEATS = 20


def rate(work: Callable[[Any], object], items: Sequence[Any]) -> float:
    """Items a second, once the first has warmed things up."""
    work(items[0])
    started = perf_counter()
    for item in items:
        work(item)
    return len(items) / (perf_counter() - started)


def extraction(documents: Sequence[Document]) -> Iterable[tuple[str, float]]:
    """Documents a second, for each tier and for the tokenizer alone."""
    tokenizer = spacy.blank("en")
    yield "words alone (spaCy)", rate(tokenizer, [document.text for document in documents])
    for tier in (Tier.FAST, Tier.ACCURATE):
        yield f"extract, {tier}", rate(lambda document, tier=tier: extract(document, tier=tier), documents)


def storing(store: Store, extractions: Sequence[Extraction]) -> Iterable[tuple[str, float]]:
    """Documents a second, written, found unchanged, and read back."""
    now = datetime.now(UTC)
    yield "ingest, new", rate(lambda one: ingest(store, one, now=now), extractions)
    yield "ingest, unchanged", rate(lambda one: ingest(store, one, now=now), extractions)
    started = perf_counter()
    size = sum(len(chunk) for chunk in export_json(store))
    yield f"export ({size / 1e6:.0f} MB)", len(extractions) / (perf_counter() - started)


QUESTIONS: dict[str, Callable[[Store], object]] = {
    "entity": lambda store: explore.entity(store, "BABA"),
    "claims, a page of 50": lambda store: explore.claims(store, about="alibaba"),
    "pairs, a page of 50": lambda store: explore.pairs(store, by="ubs"),
    "neighbors, a page of 50": lambda store: explore.neighbors(store, "alibaba"),
    "paths": lambda store: explore.paths(store, "eddie-wu", "amazon"),
    "search": lambda store: explore.search(store, "correction"),
}


def milliseconds(question: Callable[[Store], object], store: Store) -> float:
    """The median time of an answer."""
    times = []
    for _ in range(REPEATS):
        started = perf_counter()
        question(store)
        times.append(perf_counter() - started)
    return 1000 * median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200, metavar="N", help="how many documents (default 200)")
    documents = list(generated(parser.parse_args().documents))
    print(f"{len(documents)} documents of about 650 words\n\n{'documents a second':32}")
    for name, found in extraction(documents):
        print(f"  {name:30}{found:10.1f}")
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"ladybug:{Path(folder) / 'benchmark.db'}")
        for name, found in storing(store, [extract(document) for document in documents]):
            print(f"  {name:30}{found:10.1f}")
        print(f"\n{'milliseconds an answer (median)':32}")
        for name, question in QUESTIONS.items():
            print(f"  {name:30}{milliseconds(question, store):10.1f}")
        store.close()


if __name__ == "__main__":
    main()
