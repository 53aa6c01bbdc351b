"""All that a store holds, piece by piece and in a fixed order, so that it can be checked or written out as a stream."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.store import Row, Store, grouped

PIECE = 500


@dataclass(frozen=True, slots=True)
class DocumentContents:
    """A document with all that was read out of it, as plain rows."""

    document: Row
    passages: list[Row]
    namings: list[Row]
    mentions: list[Row]
    claims: list[Row]
    subjects: list[Row]
    evidence: list[Row]
    figures: list[Row]
    same_story: list[Row]  # the ids of documents that tell the same, each with its `similarity`


PARTS = ("passages", "namings", "mentions", "claims", "subjects", "evidence", "figures")
_COUNTED = ("passages", "entities", "mentions", "claims", "figures")


def documents_of(store: Store) -> Iterator[DocumentContents]:
    """Every document, in the order of the ids."""
    for held in held_documents(store):
        yield from contents_of(store, held["id"])


def contents_of(store: Store, document_id: str) -> Iterator[DocumentContents]:
    """The document of this id, if it is there, all of it from the same loading."""
    while found := store.read("documents.get", id=document_id):
        parts = {part: store.read(f"documents.{part}", document_id=document_id) for part in PARTS}
        own = {name: value for name, value in found[0].items() if name not in _COUNTED}
        if _is_still_held(store, own):  # otherwise it was replaced or removed amid these questions
            yield DocumentContents(own, **parts, same_story=_same_story(store, document_id))
            return


def _same_story(store: Store, document_id: str) -> list[Row]:
    rows = store.read("stories.linked", ids=[document_id])
    return [{"id": row["other"], "similarity": row["similarity"]} for row in rows]


def _is_still_held(store: Store, document: Row) -> bool:
    held = store.read("documents.stored", ids=[document["id"]])
    return any(all(row[name] == document[name] for name in ("fingerprint", "recorded_at")) for row in held)


def entities_of(store: Store) -> Iterator[Row]:
    """Every entity with its `edges` to others, in the order of the ids."""
    after = ""
    while rows := store.read("entities.page", after=after, limit=PIECE):
        after = rows[-1]["id"]
        edges = grouped(store.read("entities.edges", ids=[row["id"] for row in rows]), "source")
        yield from ({**row, "edges": edges[row["id"]]} for row in rows)


def held_documents(store: Store) -> Iterator[Row]:
    """The id, the fingerprint and the time of every document, in the order of the ids."""
    after = ""
    while rows := store.read("documents.ids", after=after, limit=PIECE):
        after = rows[-1]["id"]
        yield from rows
