"""The documents in the store."""

from __future__ import annotations

from graph.errors import DocumentNotFound
from graph.explore.page import Page, Position, paged
from graph.store import Row, Store


def document(store: Store, document_id: str) -> Row:
    """One document: its metadata, its text and how much was read out of it."""
    found = store.read("documents.get", id=document_id)
    if not found:
        raise DocumentNotFound(f"No document has the id {document_id!r}.")
    return found[0]


def documents(store: Store, *, limit: int = 50, cursor: str | None = None) -> Page:
    """All documents without their texts, newest first."""
    return paged(
        lambda after, most: store.read("documents.list", **after.after, limit=most),
        position=lambda row: Position(row["published_at"] or "", row["id"]),
        total=store.read("documents.count")[0]["total"],
        filters={"list": "documents"},
        limit=limit,
        cursor=cursor,
    )
