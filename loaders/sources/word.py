"""Word documents (.docx): their paragraphs and tables in order, and their notes below."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import cast

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

from graph.model import Document
from loaders.decoding import cleaned
from loaders.errors import DocumentUnreadable
from loaders.sources.paragraphs import joined
from loaders.sources.word_blocks import Element, blocks, is_paragraph, lines

MOST_UNPACKED_BYTES = 100_000_000
MOST_PARTS = 5000
_NOTES = frozenset({RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES})


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
    written = [block for block in blocks(found.element.body) if any(line.strip() for line in lines(block))]
    title, told = cleaned(found.core_properties.title or "").strip(), list[str]()
    if written and _is_title(written[0], found):
        heading, *told = lines(written.pop(0))
        title = " ".join(cleaned(heading).split()) or title
    told += [line for block in [*written, *_notes(found)] for line in lines(block)]
    return Document(joined([cleaned(line) for line in told]), title, None, None, _day(found), source)


def _is_title(block: Element, found: WordDocument) -> bool:
    """True for a paragraph that is a title by its style."""
    if not is_paragraph(block):
        return False
    style = Paragraph(cast(CT_P, block), found._body).style
    return style is not None and style.name in ("Title", "Heading 1")


def _notes(found: WordDocument) -> Iterator[Element]:
    """What stands at the foot of pages, or behind all, in the order of the notes."""
    for one in found.part.rels.values():
        if not one.is_external and one.reltype in _NOTES:
            yield from (block for note in parse_xml(one.target_part.blob) for block in blocks(note))


def _day(found: WordDocument) -> date | None:
    """The day of the last change: what is published is the last version."""
    with suppress(Exception):  # of properties that are damaged
        changed = found.core_properties.modified or found.core_properties.created
        return changed.date() if changed else None
    return None
