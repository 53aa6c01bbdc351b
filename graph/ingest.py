"""The one way into the graph: a document with all that was read out of it, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from graph.batches import SPEAKS_ABOUT, Batches, batches_of
from graph.checking import check
from graph.errors import DocumentNotFound
from graph.model import Extraction
from graph.resolution.storing import under_kept_ids
from graph.revision import count_write
from graph.saving import refold, save
from graph.store import Row, Run, Store

TOGETHER = 32  # documents in a transaction at most: some 15,000 nodes and relationships


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
    return ingest_together(store, [prepared(extraction, now=now)])[0]


def prepared(extraction: Extraction, *, now: datetime) -> Batches:
    """What `ingest_together` takes of a document; ExtractionInvalid or EvidenceMismatch says what is wrong with it."""
    check(extraction)
    return batches_of(extraction, now=now)


def ingest_all(store: Store, documents: Iterable[Batches]) -> Iterator[Ingested]:
    """What became of each document, in their order, once it is stored.

    While some are stored the next are taken from `documents`, and what has come meanwhile is stored together: one by
    one if they come slowly, and in groups, which is quicker, if they come fast.
    """
    waiting: list[Batches] = []
    writing: Future[list[Ingested]] | None = None
    with ThreadPoolExecutor(1) as writer:
        for each in documents:
            waiting.append(each)
            if writing is None or writing.done() or len(waiting) == TOGETHER:
                yield from _written(writing)
                writing, waiting = writer.submit(ingest_together, store, waiting), []
        yield from _written(writing)
    yield from ingest_together(store, waiting) if waiting else ()


def _written(writing: Future[list[Ingested]] | None) -> list[Ingested]:
    return [] if writing is None else writing.result()


def ingest_together(store: Store, documents: Sequence[Batches]) -> list[Ingested]:
    """What became of each document, once all are stored: in one transaction, all of them or, after a failure, none."""
    attempts: list[list[Status]] = []  # one before may have been stored although its answer was lost
    store.write(lambda run: attempts.append([status for group in _apart(documents) for status in _put(group, run)]))
    became = map(_over_all, zip(*attempts, strict=True))
    return [_ingested(batches, status) for batches, status in zip(documents, became, strict=True)]


def _over_all(attempts: Sequence[Status]) -> Status:
    """What the last attempt that changed something did; what comes after finds it stored."""
    return next((status for status in reversed(attempts) if status != Status.UNCHANGED), Status.UNCHANGED)


def remove(store: Store, document_id: str) -> None:
    """Take a document out, with all that only it contributed; DocumentNotFound if it is not there."""
    found: list[bool] = []  # of each attempt: one before may have been stored although its answer was lost
    store.write(lambda run: found.append(_take_out(document_id, run)))
    if not any(found):
        raise DocumentNotFound(f"No document has the id {document_id!r}.")


def _ingested(batches: Batches, status: Status) -> Ingested:
    return Ingested(
        document_id=batches.id,
        status=status,
        passages=len(batches.passages),
        entities=len(batches.namings),
        mentions=len(batches.mentions),
        claims=len(batches.claims),
        figures=len(batches.figures),
        relations=sum(len(rows) for relation, rows in batches.relations.items() if relation != SPEAKS_ABOUT),
    )


def _apart(documents: Iterable[Batches]) -> Iterator[list[Batches]]:
    """The documents in their order, so that none comes twice in a group."""
    group: dict[str, Batches] = {}
    for each in documents:
        if each.id in group:
            yield list(group.values())
            group = {}
        group[each.id] = each
    yield list(group.values())


def _put(documents: Sequence[Batches], run: Run) -> list[Status]:
    """What becomes of each of some documents, none of which comes twice."""
    stored = {row["id"]: row for row in run("documents.stored", ids=[each.id for each in documents])}
    completed = [each.completed(stored[each.id]) if each.id in stored else each for each in documents]
    statuses = [_status(each, stored.get(each.id)) for each in completed]
    if changed := [each for each, status in zip(completed, statuses, strict=True) if status != Status.UNCHANGED]:
        orphans = [entity_id for each in changed if each.id in stored for entity_id in _cleared(each.id, run)]
        refold([*orphans, *save(under_kept_ids(changed, run), run)], run)
        count_write(run)
    return statuses


def _status(batches: Batches, stored: Row | None) -> Status:
    if stored is None:
        return Status.ADDED
    return Status.UNCHANGED if batches.is_stored(stored) else Status.REPLACED


def _take_out(document_id: str, run: Run) -> bool:
    """Whether the document was there."""
    if not run("documents.stored", ids=[document_id]):
        return False
    refold(_cleared(document_id, run), run)
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
