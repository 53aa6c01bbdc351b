"""Which form a file is in, by what is in it; its name decides only where the content could be two things."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from loaders.sources.columns import Columns, delimiter_of, likely_delimiter, names_in
from loaders.sources.text import SUFFIXES

REACH = 1 << 16  # bytes from either end of a file that tell its form


class Form(StrEnum):
    """A form of documents, called as users would call it."""

    TEXT = "text"
    WEB_PAGE = "web page"
    PDF = "PDF file"
    MAIL = "e-mail"
    WORD = "Word document"
    JSON_LINES = "file of JSON lines"
    TABLE = "table"
    FEED = "feed"


_ZIP = b"PK\x03\x04"
_WORD_PART = b"word/document.xml"
_PROLOG = r"\s*+(?:(?:<\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->|<!doctype\s[^>]*+>)\s*+)*+"
_FEED = re.compile(_PROLOG + r"<(?:rss|feed|(?:\w+:)?RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:<\?xml[^>]*+>|<!--(?:[^-]|-(?!->))*+-->|\s)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(?:[^\n]*\n)(?:[ \t][^\n]*\n)*+")
_OF_MAIL = {"from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path", "delivered-to"}
_FEWEST_OF_MAIL = 3
_PAGE_ENDINGS, _LINES_ENDINGS, _TABLE_ENDINGS = (".html", ".htm", ".xhtml"), (".jsonl", ".ndjson"), (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class Window:
    """What of a file is looked at to tell its form."""

    name: str  # in lower case
    head: bytes
    tail: bytes

    @property
    def opening(self) -> str:
        """The first characters, as well as they can be told."""
        for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
            if self.head.startswith(mark):
                return self.head.decode(encoding, errors="replace").replace("\r\n", "\n")
        return self.head.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def window_of(data: bytes, name: str) -> Window:
    """What of these bytes is looked at."""
    return Window(name.lower(), data[:REACH], data[-REACH:])


def window_on(file: BinaryIO, name: str) -> Window:
    """The same of a file, without reading the rest of it."""
    head = file.read(REACH)
    file.seek(max(0, file.seek(0, 2) - REACH))
    return Window(name.lower(), head, file.read(REACH))


def form_of(window: Window, columns: Columns | None = None) -> Form:
    """The form of the file; what is nothing else is taken for text, and reading it says what is wrong with it.

    What could be read as text and is called so stays text: an article may begin with lines that look like a header.
    """
    if window.head.lstrip().startswith(b"%PDF-"):
        return Form.PDF
    if window.head.startswith(_ZIP) and (_WORD_PART in window.head or _WORD_PART in window.tail):
        return Form.WORD
    opening = window.opening
    if opening.lstrip().startswith("<"):
        return _form_of_markup(opening, window.name)
    return Form.TEXT if window.name.endswith(SUFFIXES) else _form_of_lines(opening, window.name, columns or Columns())


def holds_documents(window: Window, columns: Columns) -> bool:
    """True for a file of another form than text; among tables, for those with a column of texts."""
    form = form_of(window, columns)
    if form is not Form.TABLE:
        return form is not Form.TEXT
    opening = window.opening.lstrip("\n").partition("\n")[0]
    return columns.has_text(
        dict.fromkeys(names_in(opening, delimiter_of(opening, columns) or likely_delimiter(opening)))
    )


def _form_of_markup(opening: str, name: str) -> Form:
    if _PAGE.match(opening):
        return Form.WEB_PAGE
    if _FEED.match(opening):
        return Form.FEED
    return Form.WEB_PAGE if name.endswith(_PAGE_ENDINGS) else Form.TEXT


def _form_of_lines(opening: str, name: str, columns: Columns) -> Form:
    if "\0" in opening:
        return Form.TEXT
    if _is_mail(opening):
        return Form.MAIL
    if _is_json_lines(opening.lstrip(), name, columns):
        return Form.JSON_LINES
    if name.endswith(_TABLE_ENDINGS) or delimiter_of(opening.partition("\n")[0], columns):
        return Form.TABLE
    return Form.TEXT


def _is_mail(opening: str) -> bool:
    """True for what begins with the lines that every message has: from whom, and two more."""
    at, names = 0, set()
    while (header := _HEADER.match(opening, at)) is not None:
        names.add(header[1].lower())
        at = header.end()
    return bool({"from", "received"} & names) and len(names & _OF_MAIL) >= _FEWEST_OF_MAIL


def _is_json_lines(opening: str, name: str, columns: Columns) -> bool:
    if not opening.startswith("{"):
        return False
    if name.endswith(_LINES_ENDINGS):
        return True
    try:
        first = json.loads(opening.partition("\n")[0])
    except (ValueError, RecursionError):
        return False
    return columns.has_text(first)
