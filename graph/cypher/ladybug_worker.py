"""The process that runs users' queries on a copy of the store. It can read that copy, and nothing else.

It is started by `graph.cypher.workers`, gets its requests on standard input and answers on standard output. It gives up
all that it can before it opens anything, and is killed when a query takes too long.
"""

from __future__ import annotations

import sysconfig
from collections.abc import Hashable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import ladybug

from graph import queries
from graph.cypher import frames, shapes
from graph.cypher.confinement import confine, limit_processor
from graph.cypher.cut import Limits, cut

ENGINE = "ladybug"
MAX_DB_BYTES = 1 << 38  # address space that opening reserves, as in the store itself
BUFFER_BYTES, SLACK_BYTES = 1 << 28, 1 << 31
THREADS = 2
_INTERRUPTED = "Interrupted"


def main() -> None:
    """Answer requests until there are no more."""
    requests, answers = frames.pipes()
    told = frames.receive(requests, frames.LONGEST_REQUEST)
    if told is not None:
        ladybug.Database.get_storage_version()  # loads what of the library lies elsewhere, and would be out of reach
        desk = _Desk(queries.query("schema.node_ids", ENGINE).text)
        folders = [Path(told["folder"]), Path(ladybug.__file__).parent, Path(sysconfig.get_path("stdlib"))]
        frames.send(answers, {"confined": confine(folders, MAX_DB_BYTES + BUFFER_BYTES + SLACK_BYTES)})
        frames.answer_all(requests, answers, desk.answer)


class _Desk:
    """Has one copy of the store open at a time, that of the latest request."""

    def __init__(self, node_ids: str) -> None:
        self._node_ids = node_ids
        self._path = ""
        self._database: ladybug.Database | None = None

    def answer(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The rows of a query, or what is wrong with it."""
        limits = Limits(**request["limits"])
        limit_processor(limits.seconds * THREADS + 5)
        try:
            connection = self._connection(request["path"])
            connection.set_query_timeout(int(limits.seconds * 1000))
            return self._run(connection, request["text"], request["parameters"], limits)
        except MemoryError:
            return {"failed": "The query needs more memory than it may have."}
        except Exception as problem:  # whatever the binding makes of a text or a parameter: it is the query's fault
            return {"timed_out": True} if _INTERRUPTED in str(problem) else {"failed": str(problem)}

    def _connection(self, path: str) -> ladybug.Connection:
        if path != self._path or self._database is None:
            if self._database is not None:
                self._database.close()
            self._path, self._database = path, None
            self._database = ladybug.Database(
                path, read_only=True, buffer_pool_size=BUFFER_BYTES, max_db_size=MAX_DB_BYTES, max_num_threads=THREADS
            )
        return ladybug.Connection(self._database)

    def _run(
        self, connection: ladybug.Connection, text: str, parameters: dict[str, Any], limits: Limits
    ) -> dict[str, Any]:
        with connection:
            result = connection.execute(text, parameters)
            assert isinstance(result, ladybug.QueryResult), "the guard lets one statement through"
            table = cut(result.get_column_names(), _rows_of(result), limits, plain)
            result.close()
            shapes.identify(table.rows, lambda places: self._ids(connection, places))
        return {"columns": table.columns, "rows": table.rows, "cut_by": table.cut_by}

    def _ids(self, connection: ladybug.Connection, places: set[Hashable]) -> dict[Hashable, str]:
        keys = [dict(zip(("part", "position"), place, strict=True)) for place in cast(set[tuple[int, int]], places)]
        result = connection.execute(self._node_ids, {"places": keys})
        assert isinstance(result, ladybug.QueryResult)
        return {(part, position): found for part, position, found in _rows_of(result)}


def plain(value: object) -> Any:  # noqa: ANN401
    """A value of the engine in terms that JSON has."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if not isinstance(value, dict):
        return shapes.scalar(value)
    if value.keys() >= {"_NODES", "_RELS"}:
        return _path(plain(value["_NODES"]), plain(value["_RELS"]))
    if "_LABEL" in value and "_ID" in value:
        own = {name: plain(item) for name, item in value.items() if name not in ("_ID", "_LABEL", "_SRC", "_DST")}
        if "_SRC" in value:
            return shapes.relationship(value["_LABEL"], _place(value["_SRC"]), _place(value["_DST"]), own)
        return shapes.node([value["_LABEL"]], own)
    return {str(name): plain(item) for name, item in value.items()}


def _path(nodes: list[Any], relationships: list[Any]) -> list[Any]:
    """The nodes with the relationships between them."""
    steps = [step for pair in zip(nodes, relationships, strict=False) for step in pair]
    return [*steps, *nodes[len(relationships) :]]


def _place(place: Mapping[str, int]) -> tuple[int, int]:
    return place["table"], place["offset"]


def _rows_of(result: ladybug.QueryResult) -> Iterator[list[Any]]:
    while result.has_next():
        row = result.get_next()
        assert isinstance(row, list)
        yield row
