"""The one way into the graph: a document with all that was read out of it, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from graph.batches import Batches, batches_of
from graph.changes import Change, Outcome, Status
from graph.checking import check
from graph.errors import DocumentNotFound
from graph.exchange import put, take_out
from graph.model import Extraction
from graph.relation_rows import SPEAKS_ABOUT
from graph.store import Store

__all__ = ["Change", "Ingested", "Status", "ingest", "ingest_all", "ingest_together", "prepared", "remove"]
TOGETHER = 32  # documents in a transaction at most: some 15,000 nodes and relationships


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one document, and how much the store holds of it."""

    document_id: str
    status: Status
    change: Change | None  # of its claims, where something of it was there before
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
    attempts: list[list[Outcome]] = []  # one before may have been stored although its answer was lost
    store.write(lambda run: attempts.append([outcome for group in _apart(documents) for outcome in put(group, run)]))
    became = map(_over_all, zip(*attempts, strict=True))
    return [_ingested(batches, outcome) for batches, outcome in zip(documents, became, strict=True)]


def _over_all(attempts: Sequence[Outcome]) -> Outcome:
    """What the last attempt that changed something did; what comes after finds it stored."""
    return next((one for one in reversed(attempts) if one.status != Status.UNCHANGED), attempts[-1])


def remove(store: Store, document_id: str) -> None:
    """Take a document out, with all that only it contributed; DocumentNotFound if it is not there."""
    found: list[bool] = []  # of each attempt: one before may have been stored although its answer was lost
    store.write(lambda run: found.append(take_out(document_id, run)))
    if not any(found):
        raise DocumentNotFound(f"No document has the id {document_id!r}.")


def _ingested(batches: Batches, outcome: Outcome) -> Ingested:
    return Ingested(
        document_id=batches.id,
        status=outcome.status,
        change=outcome.change,
        passages=len(batches.passages),
        entities=len(batches.namings),
        mentions=len(batches.mentions),
        claims=len(batches.claims),
        figures=len(batches.figures),
        relations=sum(len(rows) for relation, rows in batches.relations.items() if relation != SPEAKS_ABOUT),
    )


def _apart(documents: Iterable[Batches]) -> Iterator[list[Batches]]:
    """The documents in their order, so that none comes twice in a group, and no source either."""
    group: list[Batches] = []
    taken: set[str] = set()
    for each in documents:
        marks = {each.id, *(source["id"] for source in each.sources)}
        if marks & taken:
            yield group
            group, taken = [], set()
        group.append(each)
        taken |= marks
    yield group
