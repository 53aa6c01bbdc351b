"""Reads what was posted: one thread, one document after another, for the pipeline is bound to the processor anyway."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from threading import Event, Thread

from api.errors import Interrupted, NothingFound
from api.given_names import names_given
from api.jobs.ledger import MOST_ATTEMPTS, Ledger, Posted
from api.jobs.states import Job, State
from api.problems import described
from graph import Store, ingest
from graph.errors import StoreUnavailable
from graph.ingest import Ingested
from graph.model import Document, Extraction
from graph.sources import kept_apart
from loaders.extract.tiers import Tier
from loaders.reference.given import know

QUIET_SECONDS = 5.0  # that a server has for those who ask it first, before it loads what documents are read with
PAUSE_SECONDS = 5.0  # before a store or a ledger that could not be reached is tried again
_COUNTED = ("passages", "entities", "mentions", "claims", "figures", "relations")
_log = logging.getLogger("streetgraph.jobs")


class Worker:
    """Works off a ledger, within its `with`.

    While `is_awaited` says that somebody may post, what documents are read with is loaded before the first one comes.
    """

    def __init__(
        self,
        ledger: Ledger,
        store: Store,
        tier: Tier,
        names_model: str = "",
        *,
        is_awaited: Callable[[], bool] = lambda: False,
    ) -> None:
        self._ledger, self._store = ledger, store
        self._tier, self._names_model = tier, names_model
        self._is_awaited, self._is_warm = is_awaited, False
        self._news, self._stopping = Event(), Event()
        self._thread = Thread(target=self._work, name="documents")

    def __enter__(self) -> Worker:
        """Begin with what a server before this one left."""
        self._take_up()
        self._ledger.forget_old()
        self._thread.start()
        return self

    def submit(self, documents: Sequence[Posted], *, most_waiting: int) -> Job:
        """A job with these documents, noted for good; ServerBusy if more than `most_waiting` would wait."""
        job = self._ledger.create(list(kept_apart(documents)), most_waiting=most_waiting)
        self._news.set()
        return job

    def __exit__(self, *_: object) -> None:
        """Wait for the end of the document at hand."""
        self.let_go()
        self._thread.join()

    def let_go(self) -> None:
        """Begin no other document: those that wait are read by the next server."""
        self._stopping.set()
        self._news.set()

    def _work(self) -> None:
        while not self._stopping.is_set():
            self._news.clear()
            try:
                self._work_off()
            except sqlite3.Error:  # a full disk must not end the thread that everything posted waits for
                _log.exception("The file with the jobs cannot be used; it is tried again.")
                self._stopping.wait(PAUSE_SECONDS)
            else:
                if not self._stopping.is_set():  # who stops it may have called before the news were cleared
                    self._wait()

    def _wait(self) -> None:
        """Until there is something to do; the first quiet moment is for what would make the first document wait."""
        if not self._is_warm and not self._news.wait(QUIET_SECONDS):
            self._warm_up()
        self._news.wait()

    def _warm_up(self) -> None:
        self._is_warm = True
        try:
            if self._is_awaited():
                from loaders.pipeline import warm_up

                warm_up(self._tier, self._names_model)
        except Exception as problem:  # whoever posts is told of it again, with their document
            _log.warning("Nothing can be read: %s", described(problem)["detail"], exc_info=_unforeseen(problem))

    def _work_off(self) -> None:
        self._take_up()
        while not self._stopping.is_set() and (taken := self._ledger.take()):
            self._read(*taken)

    def _take_up(self) -> None:
        """Queue anew whatever was cut off, but for what that has happened to too often. Nobody else is reading."""
        for number, is_too_often in self._ledger.cut_off():
            if is_too_often:
                self._ledger.fail(number, described(Interrupted(f"Reading it was cut off {MOST_ATTEMPTS} times.")))
            else:
                self._ledger.note(number, State.QUEUED)

    def _read(self, number: int, document: Document) -> None:
        try:
            know(names_given(self._store))  # a register may have come since the last document
            extraction = _extracted(document, self._tier, self._names_model)
            self._ledger.note(number, State.STORING)
            result = ingest(self._store, extraction, now=datetime.now(UTC))
        except StoreUnavailable as problem:
            self._try_again(number, problem)
        except Exception as problem:  # one document must not stop those that wait behind it
            _log.warning("A posted document failed: %s", type(problem).__name__, exc_info=_unforeseen(problem))
            self._ledger.fail(number, described(problem))
        else:
            self._ledger.finish(number, State(result.status), result.document_id, _counts(result))

    def _try_again(self, number: int, problem: StoreUnavailable) -> None:
        if self._ledger.attempts(number) >= MOST_ATTEMPTS:
            self._ledger.fail(number, described(problem))
            return
        self._ledger.note(number, State.QUEUED)
        self._stopping.wait(PAUSE_SECONDS)


def _extracted(document: Document, tier: Tier, names_model: str) -> Extraction:
    from loaders.pipeline import extract  # loads the models: a server that is only asked does without

    extraction = extract(document, tier=tier, names_model=names_model)
    if not extraction.entities:
        raise NothingFound("The document names no company, institution, person or index, so there is nothing to store.")
    return extraction


def _counts(result: Ingested) -> dict[str, int]:
    """How much was read out of it and, where something of it was there before, what has become of its claims."""
    counts = {name: int(getattr(result, name)) for name in _COUNTED}
    if result.change is not None:
        counts |= {f"claims_{what}": getattr(result.change, what) for what in ("kept", "added", "gone")}
    return counts


def _unforeseen(problem: Exception) -> Exception | None:
    """The failure, where its trace may help."""
    return problem if described(problem)["status"] >= 500 else None
