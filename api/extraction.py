"""The extraction pipeline, as requests use it: made on first use, one document at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Lock

from api.errors import NothingFound
from graph import Ingested, Store, ingest
from graph.model import Document, Extraction
from loaders.extract.tiers import Tier

_one_at_a_time = Lock()  # the pipeline keeps state while it reads a document, and is bound to the processor anyway


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
