"""Two ways into a ladybug file beside streetgraph: COPY from Arrow tables, and batches written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import ladybug

from benchmarks.loading.content import Content
from graph import open_store
from graph.ladybug_store import BUFFER_BYTES, ENGINE
from graph.ontology import NODES, Type
from graph.store import Row

ROWS = 10_000  # in a transaction

Load = Callable[[], object]


def by_copy(path: Path, content: Content) -> Load:
    """COPY from Arrow tables into empty ones: the fastest, each table stored for itself. ImportError without Arrow."""
    tables = list(_arrow_tables(content))

    def load() -> None:
        with _opened(path) as connection:
            for name, table in tables:
                connection.execute(f"COPY `{name}` FROM $arrow", {"arrow": table})

    return load


def by_hand(path: Path, content: Content) -> Load:
    """One statement for each label and type, many rows in each transaction."""
    statements = list(_statements(content))

    def load() -> None:
        with _opened(path) as connection:
            for text, rows in statements:
                for start in range(0, len(rows), ROWS):
                    connection.execute(text, {"rows": rows[start : start + ROWS]})

    return load


@contextmanager
def _opened(path: Path) -> Iterator[ladybug.Connection]:
    open_store(f"{ENGINE}:{path}").close()  # makes the tables
    with ladybug.Database(path, buffer_pool_size=BUFFER_BYTES) as database, ladybug.Connection(database) as connection:
        yield connection


def _statements(content: Content) -> Iterator[tuple[str, list[Row]]]:
    for kind in NODES[1:]:
        rows = content.nodes[kind.name]
        yield f"UNWIND $rows AS r CREATE (n:`{kind.name}` {_map(tuple(kind.properties))})", rows
    for edge, rows in content.edges_with_kind():
        found = f"MATCH (a:`{edge.source}` {{id: r.source}}) WITH a, r, r.target AS target"
        created = f"CREATE (a)-[:`{edge.name}` {_map(tuple(edge.properties))}]->(b)"
        yield f"UNWIND $rows AS r {found} MATCH (b:`{edge.target}` {{id: target}}) {created}", rows


def _map(names: tuple[str, ...]) -> str:
    return "{" + ", ".join(f"`{name}`: r.`{name}`" for name in names) + "}" if names else ""


def _arrow_tables(content: Content) -> Iterator[tuple[str, object]]:
    """The tables in the order in which they can be filled; ImportError if there is no Arrow."""
    import pyarrow

    types = {
        Type.STRING: pyarrow.string(),
        Type.INT: pyarrow.int64(),
        Type.FLOAT: pyarrow.float64(),
        Type.BOOL: pyarrow.bool_(),
        Type.STRINGS: pyarrow.list_(pyarrow.string()),
    }

    def table(rows: list[Row], names: dict[str, Type]) -> object:
        return pyarrow.Table.from_pylist(rows, pyarrow.schema([(name, types[kind]) for name, kind in names.items()]))

    for kind in NODES[1:]:
        yield kind.name, table(content.nodes[kind.name], kind.properties)
    for edge, rows in content.edges_with_kind():
        yield edge.name, table(rows, {"source": Type.STRING, "target": Type.STRING, **edge.properties})
