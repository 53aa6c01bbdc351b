"""Word documents (.docx): their paragraphs and tables in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import docx
from docx.document import Document as WordDocument
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from graph.model import Document
from loaders.decoding import cleaned
from loaders.errors import DocumentUnreadable
from loaders.sources.paragraphs import joined

MOST_UNPACKED_BYTES = 100_000_000
MOST_PARTS = 5000


def document(data: bytes, source: str) -> Document:
    """The text of the document; raises `DocumentUnreadable` for what is damaged or unpacks to far too much."""
    _refuse_bomb(data)
    try:
        return _document(docx.Document(io.BytesIO(data)), source)
    except MemoryError:
        raise
    except Exception as problem:  # whatever two libraries make of a damaged archive
        raise DocumentUnreadable(
            f"is a Word document that is damaged ({type(problem).__name__}): open it and save it anew."
        ) from problem


def _refuse_bomb(data: bytes) -> None:
    """Refuse an archive by what it says it unpacks to; no more than that is ever unpacked of a part."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as problem:
        raise DocumentUnreadable("is a Word document that is damaged: open it and save it anew.") from problem
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
        raise DocumentUnreadable(
            f"is a Word document that unpacks to more than {MOST_UNPACKED_BYTES / 1e6:g} MB: save its text as a .txt."
        )


def _document(found: WordDocument, source: str) -> Document:
    blocks = [block for block in found.iter_inner_content() if isinstance(block, Table) or block.text.strip()]
    title = cleaned(found.core_properties.title or "").strip()
    if blocks and _is_title(blocks[0]):
        title = " ".join(_lines(blocks.pop(0))[0].split())
    lines = [line for block in blocks for line in _lines(block)]
    return Document(joined(lines), title, None, None, _day(found), source)


def _is_title(block: Paragraph | Table) -> bool:
    """True for a paragraph that is a title by its style."""
    return isinstance(block, Paragraph) and block.style is not None and block.style.name in ("Title", "Heading 1")


def _lines(block: Paragraph | Table) -> list[str]:
    """A paragraph, or the rows of a table."""
    if isinstance(block, Paragraph):
        return [cleaned(block.text)]
    return [" | ".join(_cells(row)) for row in block.rows]


def _cells(row: _Row) -> Iterator[str]:
    """The words of a row's cells, those of merged cells once."""
    seen: set[int] = set()
    for cell in row.cells:
        if id(cell._tc) not in seen:
            seen.add(id(cell._tc))
            yield " ".join(cleaned(cell.text).split())


def _day(found: WordDocument) -> date | None:
    """The day of the last change: what is published is the last version."""
    with suppress(Exception):  # of properties that are damaged
        changed = found.core_properties.modified or found.core_properties.created
        return changed.date() if changed else None
    return None
