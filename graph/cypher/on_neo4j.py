"""Users' queries on Neo4j: in a transaction that may only read and that the server ends on time, read by a process of
their own."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph import errors
from graph.cypher.cut import Limits, Table
from graph.cypher.guard import Allowed
from graph.cypher.workers import Program, Workers

if TYPE_CHECKING:
    from graph.neo4j_store import Neo4jStore

GRACE_SECONDS = 3.0  # a server looks for what is over time every other second
SPARE_BYTES = 1 << 30  # of memory for a worker, beside what the longest answer takes
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
            grace_seconds=GRACE_SECONDS,
            without=_NOT_NEEDED,
        )
        self._workers = Workers(program, limits)

    def run(self, query: Allowed) -> tuple[Table, int]:
        """The rows, and the revision of the store that they are of.

        The server ends a query that takes too long, but looks at the clock between rows only: one that goes on is ended
        with the process that asked it, for a server stops what nobody waits for.
        """
        seen = sorted(self._store.bookmarks.get_bookmarks())
        answer = self._workers.ask({"text": query.text, "parameters": query.parameters, "bookmarks": seen})
        if "failure" in answer:
            raise _FAILURES.get(answer["failure"], errors.QueryFailed)(answer["message"])
        return Table(answer["columns"], answer["rows"], answer["cut_by"]), answer["revision"]

    def close(self) -> None:
        """End the processes."""
        self._workers.close()
