"""Users' queries on Neo4j: in a transaction that may only read, and that the server ends on time."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from neo4j.graph import Node, Path, Relationship

from graph import queries
from graph.cypher import shapes
from graph.cypher.cut import Limits, Table, cut
from graph.cypher.guard import Allowed
from graph.errors import CypherFailed, CypherTimedOut, GraphError
from graph.ontology import NODES

if TYPE_CHECKING:
    from graph.neo4j_store import Neo4jStore

GRACE_SECONDS = 5.0  # a server looks for what is over time every other second
SPARE = 4  # times as many threads as queries: those that a server does not end are waited for by nobody
FETCHED = 100  # rows at a time: what is cut off is hardly sent
_LABELS = frozenset(kind.name for kind in NODES)
_ENDED = (".LockClientStopped", ".TransactionTerminated", ".Terminated")
_OURS = ("Neo.ClientError.Statement.", "Neo.ClientError.Schema.", "Neo.ClientError.Procedure.")


class Neo4jConsole:
    """Runs users' queries on a server."""

    engine = "neo4j"

    def __init__(self, store: Neo4jStore, limits: Limits) -> None:
        self._store, self._limits = store, limits
        self._pool = ThreadPoolExecutor(limits.at_once * SPARE, "cypher")

    def run(self, query: Allowed) -> tuple[Table, int]:
        """The rows, and the revision of the store that they are of.

        The server ends a query that takes too long, but looks at the clock between rows only: nobody waits for that.
        """
        running = self._pool.submit(self._run, query)
        try:
            return running.result(self._limits.seconds + GRACE_SECONDS)
        except TimeoutError as error:
            running.cancel()
            raise self._late() from error

    def _run(self, query: Allowed) -> tuple[Table, int]:
        try:
            with self._store.session(neo4j.READ_ACCESS, fetch_size=FETCHED) as session:
                transaction = session.begin_transaction(timeout=self._limits.seconds)
                with transaction:
                    return self._read(transaction, query)
        except Neo4jError as error:
            raise self._failure(error) from error
        except DriverError as error:
            raise self._store.failure(error) from error

    def close(self) -> None:
        """Wait for nobody; the connections are the store's."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _read(self, transaction: neo4j.Transaction, query: Allowed) -> tuple[Table, int]:
        found = transaction.run(queries.reading("schema.revision", "neo4j").text).single(strict=True)["revision"]
        result = transaction.run(query.text, query.parameters)
        table = cut(result.keys(), _rows_of(result), self._limits, plain)
        if table.cut_by:
            result.consume()
        shapes.identify(table.rows, partial(_ids, transaction))
        return table, int(found)

    def _failure(self, error: Neo4jError) -> GraphError:
        code, message = error.code or "", error.message or str(error)
        if "TransactionTimedOut" in code or code.endswith(
            ("LockClientStopped", "TransactionTerminated", ".Terminated")
        ):
            return self._late()
        if code.startswith(_OURS) or "OutOfMemory" in code:
            return CypherFailed(message)
        return self._store.failure(error)

    def _late(self) -> CypherTimedOut:
        return CypherTimedOut(f"The query was ended after {self._limits.seconds:g} s: ask for less.")


def plain(value: object) -> Any:  # noqa: ANN401
    """A value of the driver in terms that JSON has."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, Node):
        return shapes.node(sorted(_LABELS & value.labels), _properties(value))
    if isinstance(value, Relationship):
        source, target = (end.element_id if end is not None else None for end in value.nodes)
        return shapes.relationship(value.type, source, target, _properties(value))
    if isinstance(value, Path):
        return [plain(step) for step in _steps(value)]
    return value.iso_format() if hasattr(value, "iso_format") else shapes.scalar(value)


def _properties(value: Node | Relationship) -> dict[str, Any]:
    return {name: plain(item) for name, item in value.items()}


def _steps(path: Path) -> Iterator[Node | Relationship]:
    """The nodes with the relationships between them."""
    for node, relationship in zip(path.nodes, path.relationships, strict=False):
        yield node
        yield relationship
    yield path.nodes[-1]


def _rows_of(result: neo4j.Result) -> Iterator[list[Any]]:
    return (record.values() for record in result)


def _ids(transaction: neo4j.Transaction, places: set[Hashable]) -> dict[Hashable, str]:
    query = queries.reading("schema.node_ids", "neo4j")
    return {row["place"]: row["id"] for row in transaction.run(query.text, places=list(places))}
