"""Whether reading a document again would change anything, told without reading it."""

from __future__ import annotations

from graph.model import Document
from graph.sources import source_of
from graph.store import Reader

_TOLD = ("title", "publisher", "url", "published_at")


def is_read(store: Reader, document: Document, *, extractor: str, version: str) -> bool:
    """Whether the store holds this document, from this source and with this metadata, as this extractor reads it.

    A document without claims is read again: nothing tells what found none in it.
    """
    stored = store.read("documents.stored", ids=[document.id])
    if not stored or any(_differs(document, stored[0], name) for name in _TOLD):
        return False
    if source_of(document) not in {row["id"] for row in store.read("documents.sources", ids=[document.id])}:
        return False
    readers = store.read("documents.readers", id=document.id)
    return [(row["extractor"], row["version"]) for row in readers] == [(extractor, version)]


def _differs(document: Document, stored: dict[str, object], name: str) -> bool:
    """Whether the document tells something that is not stored."""
    told = getattr(document, name)
    return bool(told) and str(told) != str(stored[name] or "")
