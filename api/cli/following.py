"""What is loaded while something is followed: a line for each document, and no end for a store that is in use."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from api.cli.session import Session
from api.cli.sources import Sources, documents_at, sources, tell_left_out
from api.cli.storing import load_documents
from api.cli.wording import printable
from graph.errors import StoreUnavailable
from graph.model import Document
from graph.sources import kept_apart
from loaders.errors import Failure
from loaders.sources.finding import is_document

if TYPE_CHECKING:
    from graph.ingest import Ingested
    from loaders.fetched import Fetched

AGAIN_SECONDS = 15.0  # before a store that another program uses is tried again


@dataclass(slots=True)
class Following:
    """What somebody follows, and what it came to."""

    session: Session
    columns: str
    processes: int
    stopping: Event
    documents: int = 0
    failures: list[Failure] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)  # a feed has the same failures each time
    _seen: set[str] = field(default_factory=set)  # files that were loaded
    _again_at: float = 0.0

    def tries_again(self) -> bool:
        """Whether it is time to use a store that could not be used before."""
        return monotonic() >= self._again_at

    def has_loaded(self, paths: list[Path]) -> bool:
        """Load these files and folders; False where the store cannot be used now, or somebody wants it to stop."""
        try:
            self.load_files(paths)
        except StoreUnavailable as problem:
            self._put_off(problem)
            return False
        return not self.stopping.is_set()

    def has_loaded_feed(self, fetched: Fetched, address: str) -> bool:
        """Load what was fetched; False as for files."""
        from loaders.fetched import read_fetched

        if fetched.file is None:
            return True
        given = sources([], self.columns)
        try:
            self._load(given.kept(read_fetched(fetched, address, self.session.settings.reading(given.columns))))
        except StoreUnavailable as problem:
            self._put_off(problem)
            return False
        return not self.stopping.is_set()

    def load_files(self, paths: list[Path]) -> None:
        """Load these files and folders; what is no document is told."""
        given = self._given(paths)
        self._seen |= set(given.every)
        settings = self.session.settings
        self._load(each for source in given.every for each in documents_at(source, given, settings))
        tell_left_out(self.session, given)

    def tell_gone(self, paths: list[Path]) -> None:
        """Which files that were loaded are not there any more."""
        for source in map(str, paths):
            if source in self._seen:
                self._seen.remove(source)
                _tell("gone", source, "its documents stay; streetgraph remove takes one out")

    def complain(self, source: str, reason: str) -> None:
        """A failure, which is told once."""
        self.failures.append(Failure(source, reason))
        if reason not in self._told:
            self._told.add(reason)
            print(f"Error: {reason}", file=sys.stderr, flush=True)

    def _given(self, paths: list[Path]) -> Sources:
        """The documents among what came, as if the folder had been given."""
        columns = sources([], self.columns).columns
        known = [str(path) for path in paths if path.is_dir() or is_document(path, columns)]
        given = sources(known, self.columns)
        empty = {str(path) for path in paths if path.is_dir()}  # which is no failure: something may come
        left_out = [*given.left_out, *(str(path) for path in paths if str(path) not in known)]
        return Sources([one for one in given.every if one not in empty], columns, left_out)

    def _load(self, documents: Iterable[Document | Failure]) -> None:
        loaded = load_documents(
            self.session, self.session.settings.store, self._until_stopped(documents), self.processes, self._heard
        )
        self.documents += loaded.documents.total()
        for failure in loaded.failures:
            self.complain(failure.source, failure.reason)

    def _until_stopped(self, documents: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
        for document in kept_apart(documents):
            if self.stopping.is_set():
                return
            yield document

    def _heard(self, result: Ingested, document: Document) -> None:
        if result.status != "unchanged":
            title = f"{document.title}, " if document.title else ""
            _tell(result.status, str(document.source), f"{title}{result.claims:,} claim{'s' * (result.claims != 1)}")

    def _put_off(self, problem: StoreUnavailable) -> None:
        self.complain(self.session.settings.store, f"{problem} It is tried again.")
        self._again_at = monotonic() + AGAIN_SECONDS


def _tell(what: str, source: str, more: str) -> None:
    """A line on what became of something."""
    print(f"{what:<9} {printable(source)}: {printable(more)}", flush=True)
