"""Ways into a ladybug file beside streetgraph: batches written by hand, as lists and as Arrow tables, and COPY."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import ladybug

from benchmarks.loading.content import Content
from graph import open_store
from graph.explore import search
from graph.ladybug_store import BUFFER_BYTES, ENGINE
from graph.ontology import NODES, Type
from graph.store import Row

ROWS = 10_000  # in a transaction

Load = Callable[[], object]


class Part(NamedTuple):
    """The rows of one label or type, and what stores each `r` of them."""

    name: str
    text: str
    rows: list[Row]
    types: dict[str, Type]


def by_hand(path: Path, content: Content) -> Load:
    """One statement for each label and type, many rows in each transaction."""
    parts = list(_parts(content))

    def load() -> None:
        with _opened(path) as connection:
            for part in parts:
                for rows in _pieces(part.rows):
                    connection.execute(f"UNWIND $rows AS r {part.text}", {"rows": rows})

    return load


def by_hand_with_words(path: Path, content: Content) -> Load:
    """The same, and then the index of words that streetgraph keeps beside the file."""
    load = by_hand(path, content)

    def load_and_index() -> None:
        load()
        with closing(open_store(f"{ENGINE}:{path}")) as store:
            search(store, "nothing")

    return load_and_index


def by_tables(path: Path, content: Content) -> Load:
    """The statements of `by_hand`, each batch made a table of Arrow's. ImportError without Arrow."""
    import pyarrow

    parts = [(part, pyarrow.struct(_schema(part.types))) for part in _parts(content)]

    def load() -> None:
        with _opened(path) as connection:
            for part, of_rows in parts:
                for rows in _pieces(part.rows):
                    table = pyarrow.table({"r": pyarrow.array(rows, type=of_rows)})
                    connection.execute(f"LOAD FROM $rows {part.text}", {"rows": table})

    return load


def by_copy(path: Path, content: Content) -> Load:
    """COPY from Arrow tables into empty ones: the fastest, each table stored for itself. ImportError without Arrow."""
    import pyarrow

    tables = [(part.name, pyarrow.Table.from_pylist(part.rows, _schema(part.types))) for part in _parts(content)]

    def load() -> None:
        with _opened(path) as connection:
            for name, table in tables:
                connection.execute(f"COPY `{name}` FROM $arrow", {"arrow": table})

    return load


@contextmanager
def _opened(path: Path) -> Iterator[ladybug.Connection]:
    open_store(f"{ENGINE}:{path}").close()  # makes the tables
    with ladybug.Database(path, buffer_pool_size=BUFFER_BYTES) as database, ladybug.Connection(database) as connection:
        yield connection
        connection.execute(
            "MATCH (s:Schema) SET s.revision = s.revision + 1"
        )  # so that the index of words is made anew


def _pieces(rows: list[Row]) -> Iterator[list[Row]]:
    return (rows[start : start + ROWS] for start in range(0, len(rows), ROWS))


def _parts(content: Content) -> Iterator[Part]:
    """In an order in which they can be stored."""
    for kind in NODES[1:]:
        text = f"CREATE (n:`{kind.name}` {_map(kind.properties)})"
        yield Part(kind.name, text, content.nodes[kind.name], kind.properties)
    for edge, rows in content.edges_with_kind():
        found = f"MATCH (a:`{edge.source}` {{id: r.source}}) WITH a, r, r.target AS target"
        text = (
            f"{found} MATCH (b:`{edge.target}` {{id: target}}) CREATE (a)-[:`{edge.name}` {_map(edge.properties)}]->(b)"
        )
        yield Part(edge.name, text, rows, {"source": Type.STRING, "target": Type.STRING, **edge.properties})


def _map(properties: dict[str, Type]) -> str:
    return "{" + ", ".join(f"`{name}`: r.`{name}`" for name in properties) + "}" if properties else ""


def _schema(types: dict[str, Type]) -> Any:  # noqa: ANN401 - Arrow has no types of its own
    import pyarrow

    known = {
        Type.STRING: pyarrow.string(),
        Type.INT: pyarrow.int64(),
        Type.FLOAT: pyarrow.float64(),
        Type.BOOL: pyarrow.bool_(),
        Type.STRINGS: pyarrow.list_(pyarrow.string()),
    }
    return pyarrow.schema([(name, known[kind]) for name, kind in types.items()])
