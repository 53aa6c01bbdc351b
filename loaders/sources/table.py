"""Tables (CSV): a document in each row, under a line that names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from graph.model import Document
from loaders.decoding import decoded
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources.columns import Columns, delimiter_of, likely_delimiter, names_in, numbered

_LONGEST_CELL = 1 << 27
_BEYOND = "\0"  # where cells go that no column is named for


def documents(data: bytes, source: str, columns: Columns) -> Iterator[Document | Failure]:
    """The document in each row, called by its number below the names, or why there is none in it."""
    csv.field_size_limit(_LONGEST_CELL)
    text = decoded(data).removeprefix("\ufeff")
    opening = text.lstrip("\r\n").partition("\n")[0].rstrip("\r")
    delimiter = delimiter_of(opening, columns) or likely_delimiter(opening)
    names = names_in(opening, delimiter)
    if not columns.has_text(dict.fromkeys(names)):
        columns.document(dict.fromkeys(names), source)  # says what is missing
    reader = csv.DictReader(
        io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=delimiter, restkey=_BEYOND, restval=""
    )
    number = 0
    try:
        for number, row in enumerate(reader, start=1):
            yield _document(row, numbered(source, number), columns)
    except csv.Error as problem:
        raise DocumentUnreadable(f"is a table that is damaged below row {number} ({problem}).") from problem


def _document(row: dict[str, object], source: str, columns: Columns) -> Document | Failure:
    if row.get(_BEYOND):
        return Failure(source, f"{source} has more cells than there are columns: put quotes around texts with commas.")
    try:
        return columns.document(row, source)
    except DocumentUnreadable as problem:
        return Failure(source, f"{source} {problem}")
