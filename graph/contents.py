"""All that a store holds, piece by piece and in a fixed order, so that it can be checked or written out as a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.store import Row, Store, grouped

PIECE = 500
TOGETHER = 16  # documents at most that are read with one query for each of their parts
CHARACTERS = 1 << 20  # of text in them, from which on no more are taken: all that was read out of them is held at once


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
_OF_LOADING = ("fingerprint", "recorded_at")


def documents_of(store: Store) -> Iterator[DocumentContents]:
    """Every document, in the order of the ids."""
    every = (held["id"] for held in held_documents(store))
    for own in _together(store, every):
        for document_id, contents in zip(own, _contents(store, own), strict=True):
            yield from contents_of(store, document_id) if contents is None else [contents]


def contents_of(store: Store, document_id: str) -> Iterator[DocumentContents]:
    """The document of this id, if it is there, all of it from the same loading."""
    while store.read("documents.stored", ids=[document_id]):
        [contents] = _contents(store, {document_id: _document(store, document_id)})
        if contents is not None:
            yield contents
            return


def _together(store: Store, ids: Iterable[str]) -> Iterator[dict[str, Row | None]]:
    """Some documents at a time, by their ids: many short ones, few long ones."""
    own, characters = dict[str, Row | None](), 0
    for one in ids:
        own[one] = row = _document(store, one)
        characters += len(row["text"]) if row else 0
        if len(own) == TOGETHER or characters >= CHARACTERS:
            yield own
            own, characters = {}, 0
    if own:
        yield own


def _document(store: Store, document_id: str) -> Row | None:
    return next(iter(store.read("documents.get", id=document_id)), None)


def _contents(store: Store, own: Mapping[str, Row | None]) -> Iterator[DocumentContents | None]:
    """Each of these documents; None for one that was replaced or removed amid these questions."""
    ids = list(own)
    parts = {part: _part(store, part, ids) for part in PARTS}
    stories = grouped(store.read("stories.linked", ids=ids), "id")
    held = {row["id"]: row for row in store.read("documents.stored", ids=ids)}
    for one, row in own.items():
        if row and one in held and all(held[one][name] == row[name] for name in _OF_LOADING):
            document = {name: value for name, value in row.items() if name not in _COUNTED}
            same_story = [{"id": each["other"], "similarity": each["similarity"]} for each in stories[one]]
            yield DocumentContents(document, **{part: parts[part][one] for part in PARTS}, same_story=same_story)
        else:
            yield None


def _part(store: Store, part: str, ids: Sequence[str]) -> dict[str, list[Row]]:
    """The rows of the part by document, which only claims tell."""
    rows = store.read(f"documents.{part}", ids=list(ids))
    found = grouped(rows, "document_id")
    if part == "claims":
        return {one: [{**row, "document_id": one} for row in found[one]] for one in ids}
    return {one: found[one] for one in ids}


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
