"""Which formats a list comes in, and which one a request asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec

from fastapi import Request

from api.errors import FormatUnavailable
from api.tables.arrow import parquet
from api.tables.text import csv_lines, json_lines
from api.tables.workbook import xlsx
from graph.store import Row

Pages = Iterable[list[Row]]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a table: its name, its media type, and what makes bytes of columns and rows."""

    name: str
    media_type: str
    written: Callable[[Mapping[str, str], Pages], Iterator[bytes]]
    library: str | None = None  # what has to be installed for it


FORMATS = {
    one.name: one
    for one in (
        Format("jsonl", "application/x-ndjson", json_lines),
        Format("csv", "text/csv; charset=utf-8", csv_lines),
        Format("parquet", "application/vnd.apache.parquet", parquet, "pyarrow"),
        Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx, "xlsxwriter"),
    )
}
_ENVELOPE = ("application/json", "application/*", "*/*")
_BY_MEDIA_TYPE = {one.media_type.partition(";")[0]: one for one in FORMATS.values()}


def chosen(request: Request, name: str | None) -> Format | None:
    """The format that is named, or else the first that `Accept` names; None for JSON in its envelope.

    Raises FormatUnavailable if this server lacks what writes it.
    """
    found = FORMATS.get(name) if name is not None else _accepted(request.headers.get("accept", ""))
    if found and found.library and find_spec(found.library) is None:
        raise FormatUnavailable(f"This server cannot write {found.name}, for {found.library} is not installed.")
    return found


def _accepted(header: str) -> Format | None:
    media_types = (part.partition(";")[0].strip().lower() for part in header.split(","))
    known = (one for one in media_types if one in _BY_MEDIA_TYPE or one in _ENVELOPE)
    return _BY_MEDIA_TYPE.get(next(known, ""))
