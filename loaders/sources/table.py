"""Tables (CSV): a document in each row, under a line that names the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, TextIO

from graph.model import Document
from loaders.decoding import text_on
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources.columns import Columns, delimiter_of, likely_delimiter, names_in, numbered, without_hint
from loaders.sources.records import check_columns, outcome_of

_LONGEST_CELL = 1 << 26
_LONGEST_OPENING = 1 << 20
_END = "\x1e\x1eend"  # a last row of our own, which a quotation mark that is never closed swallows
_BEYOND = "\0"  # where cells go that no column is named for


def documents(file: BinaryIO, source: str, columns: Columns) -> Iterator[Document | Failure]:
    """The document in each row, called by its number below the names, or why there is none in it."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = text_on(file, newline="")
    opening = _opening(lines)
    delimiter = delimiter_of(opening, columns) or likely_delimiter(opening)
    names = names_in(opening, delimiter)
    check_columns(names, columns)
    reader = csv.DictReader(chain(lines, [_END]), fieldnames=names, delimiter=delimiter, restkey=_BEYOND, restval="")
    number = 0
    try:
        for number, row in enumerate(reader, start=1):
            if row[names[0]] != _END:
                yield _document(row, numbered(source, number), columns)
    except csv.Error as problem:
        raise DocumentUnreadable(f"is a table that is damaged below row {number} ({problem}).") from problem


def _opening(lines: TextIO) -> str:
    """The first line with anything in it."""
    opening = ""
    while not opening.strip("\r\n") and (line := lines.readline(_LONGEST_OPENING)):
        opening = without_hint(line)
    return opening.rstrip("\r\n")


def _document(row: dict[str, object], source: str, columns: Columns) -> Document | Failure:
    if row.get(_BEYOND):
        return Failure(source, f"{source} has more cells than there are columns: put quotes around texts with commas.")
    told = {name: str(cell).removesuffix(_END) for name, cell in row.items()}
    if any(told[name] != cell and "\n" in told[name].strip() for name, cell in row.items()):
        return Failure(source, f"{source} opens a quotation mark that is never closed, and takes in all rows below it.")
    return outcome_of(told, source, columns)
