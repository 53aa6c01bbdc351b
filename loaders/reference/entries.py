"""What the file of a register gives: a record for each row, or why there is none."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from graph.records import Record
from loaders.decoding import text_on
from loaders.errors import DocumentUnreadable
from loaders.reference.identifiers import identifier

MOST_JSON = 1 << 28  # bytes of JSON that are read at once; tables and JSON lines may be of any size
_LONGEST_CELL = 1 << 20


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that gives no record; `row` is its line in a table, and else its number."""

    row: int
    reason: str


Entry = Record | RowFault


def table_rows(file: BinaryIO, wanted: Collection[str] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row of a table with its line, by the names in the first line: of these columns alone, if they are given.

    `DocumentUnreadable` where the table is damaged.
    """
    csv.field_size_limit(_LONGEST_CELL)
    lines = text_on(file, newline="")
    opening = lines.readline().rstrip("\r\n")
    delimiter = delimiter_of(opening)
    names = [name.strip() for name in next(csv.reader([opening], delimiter=delimiter), [])]
    columns = [(at, name) for at, name in enumerate(names) if not wanted or name in wanted]
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        for row in reader:
            if row:
                yield reader.line_num + 1, {name: row[at].strip() for at, name in columns if at < len(row)}
    except csv.Error as problem:
        raise DocumentUnreadable(f"is a table that is damaged at line {reader.line_num + 1} ({problem}).") from problem


def delimiter_of(line: str) -> str:
    """What stands between the names of columns."""
    return max(",;\t", key=line.count)


def json_of(file: BinaryIO) -> Any:  # noqa: ANN401 - whatever is in it
    """What the JSON says; `DocumentUnreadable` where it is none, or too much to be read at once."""
    data = file.read(MOST_JSON + 1)
    if len(data) > MOST_JSON:
        raise DocumentUnreadable(f"is JSON of over {MOST_JSON >> 20} MiB: give it as CSV or as JSON lines.")
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise DocumentUnreadable(f"is JSON that is damaged ({problem}).") from problem


def checked(told: Mapping[str, Iterable[str]]) -> frozenset[tuple[str, str]]:
    """Pairs of scheme and identifier; ValueError says which is wrong."""
    return frozenset(
        (scheme, identifier(scheme, value)) for scheme, values in told.items() for value in values if value
    )


def country_code(text: str) -> str:
    """An ISO 3166 code of two letters, or nothing; ValueError if it is neither."""
    code = text.strip().upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise ValueError(f"{text!r:.60} is no country code of two letters")
    return code
