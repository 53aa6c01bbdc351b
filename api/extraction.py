"""The extraction pipeline, as requests use it: made on first use, one document at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import BoundedSemaphore, Lock

from api.errors import NothingFound, ServerBusy
from graph import Ingested, Store, ingest
from graph.model import Document, Extraction
from loaders.extract.tiers import Tier

MOST_AT_ONCE = 8  # far fewer than the threads that answer requests: those who only ask are served meanwhile
_places = BoundedSemaphore(MOST_AT_ONCE)
_one_at_a_time = Lock()  # the pipeline keeps state while it reads a document, and is bound to the processor anyway


@contextmanager
def place_in_line() -> Iterator[None]:
    """A place among the documents that are read or wait for it; ServerBusy, at once, if all are taken."""
    if not _places.acquire(blocking=False):
        raise ServerBusy(f"{MOST_AT_ONCE} documents are being read already.")
    try:
        yield
    finally:
        _places.release()


def extracted(document: Document, tier: Tier) -> Extraction:
    """What the document says; NothingFound where it names nobody."""
    with _one_at_a_time:
        from loaders.pipeline import extract  # loads the models: a server that is only asked does without

        extraction = extract(document, tier=tier)
    if not extraction.entities:
        raise NothingFound("The document names no company, institution, person or index, so there is nothing to store.")
    return extraction


def stored(store: Store, extraction: Extraction) -> Ingested:
    """What became of the document in the store."""
    return ingest(store, extraction, now=datetime.now(UTC))
