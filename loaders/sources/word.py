"""Word documents (.docx): their paragraphs and tables in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import docx
from docx.document import Document as WordDocument
from docx.table import Table

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
    blocks = list(_blocks(found))
    title = cleaned(found.core_properties.title or "").strip()
    if blocks and blocks[0][1]:
        title = " ".join(blocks.pop(0)[0].split())
    return Document(joined([words for words, _ in blocks]), title, None, None, _day(found), source)


def _blocks(found: WordDocument) -> Iterator[tuple[str, bool]]:
    """Each paragraph and row, and whether it is a title by its style."""
    for block in found.iter_inner_content():
        if isinstance(block, Table):
            yield from ((" | ".join(_cells(row)), False) for row in block.rows)
        elif block.text.strip():
            style = block.style.name if block.style is not None else ""
            yield cleaned(block.text), style in ("Title", "Heading 1")


def _cells(row: object) -> Iterator[str]:
    """The words of a row's cells, those of merged cells once."""
    seen: set[int] = set()
    for cell in row.cells:  # type: ignore[attr-defined]
        if id(cell._tc) not in seen:
            seen.add(id(cell._tc))
            yield " ".join(cleaned(cell.text).split())


def _day(found: WordDocument) -> date | None:
    """The day of the last change: what is published is the last version."""
    with suppress(Exception):  # of properties that are damaged
        changed = found.core_properties.modified or found.core_properties.created
        return changed.date() if changed else None
    return None
