"""The documents in the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graph.errors import DocumentNotFound
from graph.explore.claims import described
from graph.explore.moment import ANY_TIME, Moment, day
from graph.explore.page import Page, Position, paged
from graph.reference import resolve
from graph.store import Reader, Row, Store, grouped


def document(store: Reader, document_id: str) -> Row:
    """One document: its metadata, its text, how much was read out of it, and the ids of those of the `same_story`."""
    return _with_copies(store, [_document(store, document_id)], ANY_TIME)[0]


def documents(
    store: Store,
    *,
    publisher: str | None = None,
    entity: str | None = None,
    title: str | None = None,
    published_from: date | str | None = None,
    published_to: date | str | None = None,
    moment: Moment = ANY_TIME,
    limit: int = 50,
    cursor: str | None = None,
) -> Page:
    """The documents that fit all filters without their texts, newest first; `entity` is one that they name.

    Those of the `same_story` are named by their ids, the closest first, as far as they were there at the moment.
    """
    filters: Row = {
        "publisher": publisher or "",
        "entity": "" if entity is None else resolve(store, entity)["id"],
        "title": title or "",
        "published_from": "" if published_from is None else day("published_from", published_from),
        "published_to": "" if published_to is None else day("published_to", published_to),
        **moment.parameters,
    }
    page = paged(
        lambda after, most: _listed(store, **filters, **after.after, limit=most),
        position=lambda row: Position(row["published_at"] or "", row["id"]),
        total=store.read("documents.count", **filters)[0]["total"],
        filters={"list": "documents", **filters},
        limit=limit,
        cursor=cursor,
    )
    return replace(page, rows=_with_copies(store, page.rows, moment))


def annotated(store: Store, document_id: str) -> Row:
    """What was read out of a document, each in the order of the text: `mentions` with whom they name, and `claims`."""
    with store.view() as view:
        _document(view, document_id)
        mentions = grouped(view.read("documents.mentions", ids=[document_id]), "document_id")[document_id]
        named = {
            row["id"]: row for row in view.read("entities.known", ids=sorted({row["entity_id"] for row in mentions}))
        }
        claims = described(view, [row["id"] for row in view.read("documents.claim_ids", document_id=document_id)])
    return {
        "mentions": [{**row, **_who(named[row["entity_id"]])} for row in mentions],
        "claims": sorted(claims, key=lambda row: (row["start"], row["claim_id"])),
    }


def _listed(reader: Reader, **parameters: object) -> list[Row]:
    """The rows; of a document that is removed at this very moment Neo4j finds the node without its properties."""
    rows = reader.read("documents.list", **parameters)
    while any(row["id"] is None for row in rows):
        rows = reader.read("documents.list", **parameters)
    return rows


def _document(reader: Reader, document_id: str) -> Row:
    found = reader.read("documents.get", id=document_id)
    if not found:
        raise DocumentNotFound(f"No document has the id {document_id!r}.")
    return found[0]


def _with_copies(reader: Reader, rows: list[Row], moment: Moment) -> list[Row]:
    """The documents with the ids of those that tell the same story, the closest first."""
    ids = [row["id"] for row in rows]
    copies = grouped(reader.read("stories.linked", ids=ids, **moment.parameters) if ids else [], "id")
    return [{**row, "same_story": [one["other"] for one in copies[row["id"]]]} for row in rows]


def _who(entity: Row) -> Row:
    return {"name": entity["name"], "kind": entity["kind"]}
