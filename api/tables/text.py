"""Tables as text: CSV for spreadsheets, and JSON lines for pipes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from graph.store import Row

_BEGIN_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_lines(columns: Mapping[str, str], pages: Iterable[list[Row]]) -> Iterator[bytes]:
    """The table as RFC 4180 has it, with a line of names; nothing in it is a formula for a spreadsheet."""
    yield _csv([list(columns)])
    for rows in pages:
        yield _csv([plain(row[name]) for name in columns] for row in rows)


def json_lines(columns: Mapping[str, str], pages: Iterable[list[Row]]) -> Iterator[bytes]:
    """One JSON object a line, with null for what nobody knows."""
    for rows in pages:
        lines = (json.dumps({name: row[name] for name in columns}, ensure_ascii=False) for row in rows)
        yield "".join(f"{line}\n" for line in lines).encode()


def plain(value: object) -> object:
    """The value for a cell: a text that a spreadsheet would take for a formula is led by an apostrophe."""
    return f"'{value}" if isinstance(value, str) and begins_a_formula(value) else value


def begins_a_formula(text: str) -> bool:
    """Whether a spreadsheet that opens this text may run it."""
    return text.startswith(_BEGIN_A_FORMULA)


def _csv(rows: Iterable[list[object]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()
