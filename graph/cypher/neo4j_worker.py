"""The process that asks users' queries of a Neo4j server. A record that fits in no memory breaks it, and nothing else.

A server sends a list whole, and one that repeats another is cheap to hold there and dear to send: the driver would read
gigabytes before anybody could cut them off. So it reads them here, where memory has an end. The process is started by
`graph.cypher.workers`, told on standard input how to log in, and killed when a query takes too long.
"""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from typing import Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from neo4j.graph import Node, Path, Relationship

from graph import queries
from graph.bolt import Neo4jAccess
from graph.cypher import frames, shapes
from graph.cypher.confinement import limit_processor, limit_resources
from graph.cypher.cut import Limits, Table, cut
from graph.errors import CypherFailed, CypherTimedOut, GraphError
from graph.neo4j_store import Neo4jStore
from graph.ontology import NODES

FETCHED = 100  # rows at a time: what is cut off is hardly sent
_LABELS = frozenset(kind.name for kind in NODES)
_ENDED = ("LockClientStopped", "TransactionTerminated", ".Terminated")
_OURS = ("Neo.ClientError.Statement.", "Neo.ClientError.Schema.", "Neo.ClientError.Procedure.")


def main() -> None:
    """Answer requests until there are no more."""
    requests, answers = frames.pipes()
    told = frames.receive(requests, frames.LONGEST_REQUEST)
    if told is not None:
        frames.send(answers, {"confined": limit_resources(told["further_bytes"])})
        desk = _Desk(told["address"], Neo4jAccess(**told["access"]))
        with _memory_or_the_end():
            frames.answer_all(requests, answers, desk.answer)


@contextmanager
def _memory_or_the_end() -> Iterator[None]:
    """End this process where memory ends: to close the connection in good order is to read what is left of a record."""
    try:
        yield
    except MemoryError:
        os._exit(1)


class _Desk:
    """Asks one server; it logs in when it is told to, or for the first query."""

    def __init__(self, address: str, access: Neo4jAccess) -> None:
        self._address, self._access = address, access
        self._store: Neo4jStore | None = None

    def answer(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The rows of a query with the revision that they are of, nothing for logging in, or what is wrong."""
        try:
            store = self._logged_in()
            return _awake(store) if "log_in" in request else _answered(store, request)
        except CypherTimedOut:
            return {"timed_out": True}
        except GraphError as failure:
            return {"failure": type(failure).__name__, "message": str(failure)}

    def _logged_in(self) -> Neo4jStore:
        self._store = self._store or Neo4jStore(self._address, self._access, make=False)
        return self._store


def _awake(store: Neo4jStore) -> dict[str, Any]:
    """Nothing, once there is a connection that works: one that was lost is made anew."""
    with store.session(neo4j.READ_ACCESS) as session:
        store.begun(session, store.access.connect_timeout_seconds).close()
    return {}


def _answered(store: Neo4jStore, request: Mapping[str, Any]) -> dict[str, Any]:
    limits = Limits(**request["limits"])
    limit_processor(limits.seconds + 5)
    table, revision = _table(store, request, limits)
    return {**asdict(table), "revision": revision}


def _table(store: Neo4jStore, request: Mapping[str, Any], limits: Limits) -> tuple[Table, int]:
    seen = neo4j.Bookmarks.from_raw_values(request["bookmarks"])
    try:
        with (
            store.session(neo4j.READ_ACCESS, fetch_size=FETCHED, bookmarks=seen) as session,
            store.begun(session, limits.seconds) as transaction,
            _memory_or_the_end(),
        ):
            return _read(transaction, request, limits)
    except Neo4jError as error:
        raise _failure(store, error) from error
    except DriverError as error:
        raise store.failure(error) from error


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


def _read(transaction: neo4j.Transaction, request: Mapping[str, Any], limits: Limits) -> tuple[Table, int]:
    found = transaction.run(queries.reading("schema.revision", "neo4j").text).single(strict=True)["revision"]
    result = transaction.run(request["text"], request["parameters"])
    table = cut(result.keys(), _rows_of(result), limits, plain)
    if table.cut_by:  # of what comes behind, the driver reads no less to roll back
        result.consume()
    shapes.identify(table.rows, partial(_ids, transaction))
    return table, int(found)


def _rows_of(result: neo4j.Result) -> Iterator[list[Any]]:
    return (record.values() for record in result)


def _ids(transaction: neo4j.Transaction, places: set[Hashable]) -> dict[Hashable, str]:
    query = queries.reading("schema.node_ids", "neo4j")
    return {row["place"]: row["id"] for row in transaction.run(query.text, places=list(places))}


def _failure(store: Neo4jStore, error: Neo4jError) -> GraphError:
    code, message = error.code or "", error.message or str(error)
    if "TransactionTimedOut" in code or code.endswith(_ENDED):
        return CypherTimedOut(message)
    if code.startswith(_OURS) or "OutOfMemory" in code:
        return CypherFailed(message)
    return store.failure(error)


def _properties(value: Node | Relationship) -> dict[str, Any]:
    return {name: plain(item) for name, item in value.items()}


def _steps(path: Path) -> Iterator[Node | Relationship]:
    """The nodes with the relationships between them."""
    for node, relationship in zip(path.nodes, path.relationships, strict=False):
        yield node
        yield relationship
    yield path.nodes[-1]
