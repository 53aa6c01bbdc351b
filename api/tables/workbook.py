"""Tables as a workbook for spreadsheets, written row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from tempfile import TemporaryFile
from typing import IO, Any

from api.tables.arrow import PIECE
from api.tables.text import begins_a_formula
from graph.store import Row

LONGEST = 32_767  # characters that a cell holds


def xlsx(columns: Mapping[str, str], pages: Iterable[list[Row]]) -> Iterator[bytes]:
    """The table as the one sheet of a workbook. Texts are texts, whatever they begin with; so are days and times."""
    with TemporaryFile() as file:
        _write(file, columns, pages)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _write(file: IO[bytes], columns: Mapping[str, str], pages: Iterable[list[Row]]) -> None:
    from xlsxwriter import Workbook

    with Workbook(file, {"constant_memory": True}) as book:
        sheet, quoted = book.add_worksheet("claims"), book.add_format({"quote_prefix": True})
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, list(columns))
        rows = (row for page in pages for row in page)
        for number, row in enumerate(rows, start=1):
            for place, name in enumerate(columns):
                _write_cell(sheet, quoted, (number, place), row[name])


def _write_cell(sheet: Any, quoted: Any, place: tuple[int, int], value: object) -> None:  # noqa: ANN401 - untyped there
    if isinstance(value, str):
        sheet.write_string(*place, value[:LONGEST], quoted if begins_a_formula(value) else None)
    elif value is not None:
        sheet.write_number(*place, value)
