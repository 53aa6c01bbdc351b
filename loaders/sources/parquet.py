"""Parquet: a document in each row, as bulk archives of news come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO

from graph.model import Document
from loaders.decoding import decoded
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources.columns import Columns, numbered
from loaders.sources.records import check_columns, outcome_of

ROWS_AT_A_TIME = 200


def documents(file: BinaryIO, source: str, columns: Columns) -> Iterator[Document | Failure]:
    """The document in each row, called by its number, or why there is none in it. No other column is unpacked."""
    opened = _opened(file)
    names = opened.schema_arrow.names
    check_columns(names, columns)
    number = 0
    try:
        for batch in opened.iter_batches(ROWS_AT_A_TIME, columns=columns.wanted_of(names), use_threads=False):
            for row in _rows(batch):
                number += 1
                yield outcome_of(row, numbered(source, number), columns)
    except (OSError, ValueError) as problem:  # what the library makes of a damaged file
        raise DocumentUnreadable(f"is a Parquet file that is damaged below row {number} ({problem}).") from problem


def load() -> None:
    """Load the library, where it is installed."""
    with suppress(ImportError):
        import pyarrow as arrow
        import pyarrow.parquet

        arrow.set_cpu_count(1)


def _opened(file: BinaryIO) -> Any:  # noqa: ANN401 - the library has no types
    try:
        import pyarrow as arrow
        import pyarrow.parquet
    except ImportError as missing:
        raise DocumentUnreadable("is a Parquet file: install `streetgraph[tables]` to read it.") from missing
    try:
        return pyarrow.parquet.ParquetFile(arrow.BufferReader(file.read()))
    except (OSError, ValueError) as problem:
        raise DocumentUnreadable(f"is a Parquet file that is damaged ({problem}): save it anew.") from problem


def _rows(batch: Any) -> Iterator[dict[str, object]]:  # noqa: ANN401
    """The rows of a batch; days and times as they are written, in UTC, whatever their precision."""
    import pyarrow as arrow

    columns = [_written(column) if arrow.types.is_temporal(column.type) else column for column in batch.columns]
    for row in arrow.RecordBatch.from_arrays(columns, names=batch.schema.names).to_pylist():
        yield {name: _worded(value) if isinstance(value, bytes) else value for name, value in row.items()}


def _worded(value: bytes) -> str:
    """What older programs write for a text; nothing for what is none."""
    try:
        return decoded(value)
    except DocumentUnreadable:
        return ""


def _written(column: Any) -> Any:  # noqa: ANN401
    import pyarrow as arrow

    if arrow.types.is_timestamp(column.type):
        column = column.view(arrow.timestamp(column.type.unit))  # the zone is how it is shown: it is kept in UTC
    return column.cast(arrow.string())
