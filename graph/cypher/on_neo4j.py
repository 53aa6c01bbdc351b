"""Users' queries on Neo4j: in a transaction that only reads and that the server ends on time, asked by a process."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from graph import errors
from graph.cypher.cut import Limits, Table
from graph.cypher.guard import Allowed
from graph.cypher.workers import START_SECONDS, Program, Workers

if TYPE_CHECKING:
    from graph.neo4j_store import Neo4jStore

GRACE_SECONDS = 3.0  # a server looks for what is over time every other second
STUCK_SECONDS = 600.0  # after which a query that a server does not end gives its place to another, ended or not
SPARE = 4  # times as many queries as run may still be at work after their time, each with a worker
SPARE_BYTES = 1 << 30  # of memory for each worker, beside what the longest answer takes
TIMES = 8  # bytes that a byte of JSON takes at most while it is still a value
_NOT_NEEDED = ("numpy", "pandas", "pyarrow")  # which the driver loads where they are installed
_FAILURES = {
    failure.__name__: failure
    for failure in (
        errors.CypherFailed,
        errors.QueryFailed,
        errors.SchemaMismatch,
        errors.StoreMissing,
        errors.StoreUnavailable,
    )
}


class Neo4jConsole:
    """Runs users' queries on a server."""

    engine = "neo4j"

    def __init__(self, store: Neo4jStore, limits: Limits) -> None:
        self._store = store
        told = {
            "address": store.address,
            "access": asdict(replace(store.access, pool_size=1)),
            "further_bytes": SPARE_BYTES + limits.bytes * TIMES,
        }
        program = Program(
            "graph.cypher.neo4j_worker",
            told,
            folder=Path(Path.cwd().anchor),
            parts=frozenset({"resources"}),
            grace_seconds=STUCK_SECONDS,
            without=_NOT_NEEDED,
            preparation={"log_in": True},
            preparation_seconds=START_SECONDS + 2 * store.access.connect_timeout_seconds + store.access.retry_seconds,
        )
        self._seconds, self._workers = limits.seconds, Workers(program, limits)
        self._pool = ThreadPoolExecutor(limits.at_once * SPARE, "cypher")

    def run(self, query: Allowed) -> tuple[Table, int]:
        """The rows, and the revision of the store that they are of.

        The server ends a query that takes too long, but looks at the clock between rows only. One that goes on keeps
        its place for a while, with a process that waits for it, so that such queries do not pile up on the server.
        """
        running = self._begun(query)
        try:
            answer = running.result(self._seconds + GRACE_SECONDS)
        except TimeoutError as error:
            raise errors.CypherTimedOut(f"The query was ended after {self._seconds:g} s: ask for less.") from error
        if "failure" in answer:
            raise _FAILURES.get(answer["failure"], errors.QueryFailed)(answer["message"])
        return Table(answer["columns"], answer["rows"], answer["cut_by"]), answer["revision"]

    def close(self) -> None:
        """End the processes, whatever they wait for."""
        self._workers.close()
        self._pool.shutdown(wait=False)  # those that wait for a place are told so by the workers

    def _begun(self, query: Allowed) -> Future[dict[str, Any]]:
        """The answer to be, once a process has logged in; its time counts from there."""
        is_ready = Event()
        try:
            running = self._pool.submit(self._ask, query, is_ready)
        except RuntimeError:  # it takes nothing any more
            self._workers.check_open()
            raise
        running.add_done_callback(lambda _: is_ready.set())
        if not is_ready.wait(self._seconds + GRACE_SECONDS) and running.cancel():
            raise errors.CypherBusy("Neo4j has not ended earlier queries yet: try again in a while.")
        is_ready.wait()  # for as long as starting and logging in may take
        return running

    def _ask(self, query: Allowed, is_ready: Event) -> dict[str, Any]:
        seen = sorted(self._store.bookmarks.get_bookmarks())
        request = {"text": query.text, "parameters": query.parameters, "bookmarks": seen}
        return self._workers.ask(request, is_ready.set)
