"""The one way into the graph: a document with all that was read out of it, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial

from graph.batches import Batches, batches_of
from graph.checking import check
from graph.errors import DocumentNotFound
from graph.folding import changes_nothing, folded
from graph.model import Extraction
from graph.revision import count_write
from graph.store import Run, Store, grouped


class Status(StrEnum):
    """What loading a document did to the store."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one document, and how much the store holds of it."""

    document_id: str
    status: Status
    passages: int
    entities: int
    mentions: int
    claims: int
    figures: int
    relations: int


def ingest(store: Store, extraction: Extraction, *, now: datetime) -> Ingested:
    """Store what was read out of a document at the time `now`, in place of what was read out of it before."""
    check(extraction)
    batches = batches_of(extraction, now=now)
    status = store.write(partial(_put, batches))
    return Ingested(
        document_id=extraction.document.id,
        status=status,
        passages=len(batches.passages),
        entities=len(batches.namings),
        mentions=len(batches.mentions),
        claims=len(batches.claims),
        figures=len(batches.figures),
        relations=len({(r.type, r.source, r.target, r.claim_id) for r in extraction.relations}),
    )


def restore(store: Store, batches: Batches) -> Status:
    """Store a document as another store holds it, its time included."""
    return store.write(partial(_put, batches))


def remove(store: Store, document_id: str) -> None:
    """Take a document out, with all that only it contributed; DocumentNotFound if it is not there."""
    found: list[bool] = []  # of each attempt: one before may have been stored although its answer was lost
    store.write(lambda run: found.append(_take_out(document_id, run)))
    if not any(found):
        raise DocumentNotFound(f"No document has the id {document_id!r}.")


def _put(batches: Batches, run: Run) -> Status:
    document_id = batches.document["id"]
    stored = run("documents.stored", id=document_id)
    for copy in stored:
        batches = batches.completed(copy)
        if batches.is_stored(copy):
            return Status.UNCHANGED
    orphans = _cleared(document_id, run) if stored else []
    known = {row["id"]: row for row in run("entities.known", ids=[naming["id"] for naming in batches.namings])}
    batches.save(run)
    count_write(run)
    renamed = [naming["id"] for naming in batches.namings if not changes_nothing(naming, known.get(naming["id"]))]
    _refold(sorted({*orphans, *renamed}), run)
    return Status.REPLACED if stored else Status.ADDED


def _take_out(document_id: str, run: Run) -> bool:
    """Whether the document was there."""
    if not run("documents.stored", id=document_id):
        return False
    _refold(_cleared(document_id, run), run)
    count_write(run)
    return True


def _cleared(document_id: str, run: Run) -> list[str]:
    """The ids of the entities that the document named, now that it is out."""
    entity_ids = [row["id"] for row in run("documents.entity_ids", document_id=document_id)]
    claim_ids = [row["id"] for row in run("documents.claim_ids", document_id=document_id)]
    if entity_ids:
        run("remove.entity_edges", ids=entity_ids, claim_ids=claim_ids)
    for part in ("figures", "claims", "passages", "document"):
        run(f"remove.{part}", document_id=document_id)
    return entity_ids


def _refold(entity_ids: Sequence[str], run: Run) -> None:
    """Decide anew what these entities are called; those that nothing names any more go."""
    if not entity_ids:
        return
    namings = grouped(run("entities.namings", ids=entity_ids), "entity_id")
    run("save.folded", rows=[folded(entity_id, found) for entity_id, found in namings.items()])
    if gone := [entity_id for entity_id in entity_ids if entity_id not in namings]:
        run("remove.entities", ids=gone)
