"""The one way in for Cypher that users write: guarded, in turn, on a store of either engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Any, Protocol

from graph.cypher.cut import Limits, Table
from graph.cypher.guard import Allowed, allowed
from graph.errors import CypherBusy
from graph.store import Store

WAITING = 4  # times as many as run may be there: each that waits keeps a thread of the server


class Engine(Protocol):
    """Runs queries that the guard has allowed."""

    def run(self, query: Allowed) -> tuple[Table, int]:
        """The rows, and the revision of the store that they are of."""

    def close(self) -> None:
        """Let go of what it holds."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found, and the revision of the store that it was asked of."""

    columns: list[str]
    rows: list[list[Any]]
    cut_by: str | None  # what kept further rows away: `rows`, `bytes` or nothing
    revision: int


class Console:
    """Answers queries of users. Any number of threads may ask; so many are answered at once as the limits say."""

    def __init__(self, store: Store, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._name, self._engine = store.engine, _engine_of(store, self.limits)
        self._turns = BoundedSemaphore(self.limits.at_once)
        self._line = BoundedSemaphore(self.limits.at_once * WAITING)

    def ask(self, text: str, parameters: Mapping[str, Any] | None = None) -> Answer:
        """The rows of a query that only reads.

        CypherRefused and ParameterInvalid come before the engine is asked; CypherFailed, CypherTimedOut and CypherBusy
        from there.
        """
        query = allowed(text, parameters or {}, self._name)
        with self._turn():
            table, revision = self._engine.run(query)
        return Answer(table.columns, table.rows, table.cut_by, revision)

    def close(self) -> None:
        """Let go of processes and copies."""
        self._engine.close()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        busy = CypherBusy(f"{self.limits.at_once} other queries are running: try again in some seconds.")
        if not self._line.acquire(blocking=False):
            raise busy
        try:
            if not self._turns.acquire(timeout=self.limits.seconds):
                raise busy
            try:
                yield
            finally:
                self._turns.release()
        finally:
            self._line.release()


def _engine_of(store: Store, limits: Limits) -> Engine:
    """The engine is imported when there is a store of its kind, not before."""
    if store.engine == "ladybug":
        from graph.cypher.on_ladybug import LadybugConsole
        from graph.ladybug_store import LadybugStore

        assert isinstance(store, LadybugStore)
        return LadybugConsole(store, limits)
    from graph.cypher.on_neo4j import Neo4jConsole
    from graph.neo4j_store import Neo4jStore

    assert isinstance(store, Neo4jStore)
    return Neo4jConsole(store, limits)
