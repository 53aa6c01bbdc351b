"""Tables as Parquet: typed, also where they are empty, with times in UTC."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

from graph.store import Row

if TYPE_CHECKING:
    import pyarrow

PIECE = 1 << 16  # bytes


def parquet(columns: Mapping[str, str], pages: Iterable[list[Row]]) -> Iterator[bytes]:
    """The table as one Parquet file, a row group for each page; all columns may be null."""
    import pyarrow
    import pyarrow.parquet

    types = {
        "text": pyarrow.string(),
        "day": pyarrow.date32(),
        "time": pyarrow.timestamp("us", tz="UTC"),
        "number": pyarrow.float64(),
        "count": pyarrow.int64(),
    }
    schema = pyarrow.schema([(name, types[kind]) for name, kind in columns.items()])
    with TemporaryFile() as file:
        with pyarrow.parquet.ParquetWriter(file, schema) as writer:
            for rows in pages:
                writer.write_table(_table(rows, columns, schema))
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _table(rows: list[Row], columns: Mapping[str, str], schema: pyarrow.Schema) -> pyarrow.Table:
    import pyarrow

    return pyarrow.Table.from_pylist(
        [{name: _typed(row[name], kind) for name, kind in columns.items()} for row in rows], schema=schema
    )


def _typed(value: Any, kind: str) -> Any:  # noqa: ANN401 - whatever the column holds
    if value is None or kind not in ("day", "time"):
        return value
    return date.fromisoformat(value) if kind == "day" else datetime.fromisoformat(value)
