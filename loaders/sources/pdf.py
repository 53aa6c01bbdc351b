"""PDF files, such as research notes: the text of their pages, with paragraphs made whole."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError

from graph.model import Document
from loaders.decoding import cleaned
from loaders.errors import DocumentUnreadable
from loaders.sources.paragraphs import unbroken
from loaders.sources.pdf_columns import Piece, lines_down

MOST_PAGES = 1000
MOST_CHARACTERS = 20_000_000

_FEWEST_WITH_WORDS = 0.5  # of the pages: a file with fewer is a scan with a cover
_EDGE_LINES, _FEWEST_REPEATED = 2, 3
_LONGEST_TITLE = 200
_NO_TITLE = re.compile(r"(?:untitled|microsoft word|powerpoint|slide \d|document\d*$)|\.\w{2,4}$", re.IGNORECASE)
_DAMAGED = "is a PDF file that is damaged ({}): open it in a viewer and save it anew, or save its text as a .txt."


def document(data: bytes, source: str) -> Document:
    """The text of all pages; raises `DocumentUnreadable` for what is locked, scanned, damaged or too long."""
    try:
        return _document(_opened(data), source)
    except DependencyError as problem:
        raise DocumentUnreadable(
            "is an encrypted PDF file: install `streetgraph[sources]` to open those that ask for no password."
        ) from problem
    except LimitReachedError as problem:
        raise DocumentUnreadable("is a PDF file that unpacks to far too much: save its text as a .txt.") from problem
    except (DocumentUnreadable, MemoryError):
        raise
    except Exception as problem:  # whatever the library makes of a damaged file
        raise DocumentUnreadable(_DAMAGED.format(type(problem).__name__)) from problem


def _opened(data: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentUnreadable("is locked with a password: save it without one.")
    if len(reader.pages) > MOST_PAGES:
        raise DocumentUnreadable(f"has more than {MOST_PAGES:,} pages: split it into one file for each note.")
    return reader


def _document(reader: PdfReader, source: str) -> Document:
    pages = list(_pages(reader))
    with_words = sum(any(map(str.isalnum, "".join(page))) for page in pages)
    if with_words < _FEWEST_WITH_WORDS * len(pages) or not with_words:
        raise DocumentUnreadable(
            f"is a scan: {len(pages) - with_words} of its {len(pages)} pages are pictures without text. Run it through "
            "text recognition first, such as ocrmypdf."
        )
    lines, turns = _without_edges(pages)
    title = _title(reader)
    if not title and lines[0].strip() and len(lines) > 1:
        title = _first_line(lines)
        lines = ["", *lines[1:]] if title else lines
    return Document(unbroken(lines, turns), title, None, None, _day(reader), source)


def _pages(reader: PdfReader) -> Iterator[list[str]]:
    """The lines of each page."""
    characters = 0
    for page in reader.pages:
        text = _down(page)
        characters += len(text)
        if characters > MOST_CHARACTERS:
            raise DocumentUnreadable(f"holds more than {MOST_CHARACTERS:,} characters: split it.")
        yield [line.strip() for line in text.split("\n")]


def _down(page: PageObject) -> str:
    """The words of a page; where a piece of them begins tells columns apart."""
    pieces: list[Piece] = []
    text = page.extract_text(visitor_text=lambda words, _, matrix, *__: pieces.append(Piece(matrix[4], words)))
    as_written = "".join(piece.text for piece in pieces)
    return cleaned("\n".join(lines_down(pieces)) if as_written == text else text)


def _without_edges(pages: Sequence[list[str]]) -> tuple[list[str], list[int]]:
    """The lines of all pages without what stands at the top or foot of most, and the first line of each further one."""
    seen = Counter(mark for page in pages for mark in {_mark(line) for line in _edges(page)})
    repeated = {mark for mark, times in seen.items() if times >= max(_FEWEST_REPEATED, len(pages) / 2)}
    lines, turns = list[str](), list[int]()
    for page in pages:
        turns.append(len(lines))
        edge = [line for line in _edges(page) if _mark(line) in repeated]
        kept = [line for line in page if line not in edge]
        while kept and not kept[-1]:
            kept.pop()
        lines += kept[next((at for at, line in enumerate(kept) if line), 0) :]
    return lines, turns[1:]


def _edges(page: Sequence[str]) -> list[str]:
    lines = [line for line in page if line]
    return lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]


def _mark(line: str) -> str:
    """The line with its numbers left open, as pages are numbered."""
    return re.sub(r"\d+", "#", line)


def _title(reader: PdfReader) -> str:
    """The title that the file gives itself, unless a program gave it."""
    title = ""
    with suppress(Exception):  # of a file that is damaged just there
        title = cleaned(str((reader.metadata and reader.metadata.title) or "")).strip()
    return "" if len(title) > _LONGEST_TITLE or _NO_TITLE.search(title) else title


def _first_line(lines: list[str]) -> str:
    """The first line, where it looks like a title."""
    first = lines[0]
    is_title = len(first) <= _LONGEST_TITLE / 2 and not first.endswith((".", ",", ";")) and lines[1][:1].isupper()
    return first if is_title else ""


def _day(reader: PdfReader) -> date | None:
    """The day that the file was made on: notes are published when they are written."""
    with suppress(Exception):  # of a file that is damaged just there
        made = reader.metadata.creation_date if reader.metadata else None
        return made.date() if made else None
    return None
