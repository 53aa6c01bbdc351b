"""Which form a file is in, by what is in it; its name decides only where the content could be two things."""

from __future__ import annotations

import codecs
import json
import re
import struct
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from loaders.sources.columns import Columns, delimiter_of, likely_delimiter, names_in, without_hint
from loaders.sources.text import SUFFIXES

REACH = 1 << 16  # bytes from either end of a file that tell its form


class Form(StrEnum):
    """A form of documents, called as users would call it."""

    TEXT = "text"
    WEB_PAGE = "web page"
    PDF = "PDF file"
    MAIL = "e-mail"
    MAILBOX = "mailbox"
    WORD = "Word document"
    JSON_LINES = "file of JSON lines"
    TABLE = "table"
    FEED = "feed"
    PARQUET = "Parquet file"
    ARCHIVE = "archive"  # of several files: zip, tar
    PACKED = "packed file"  # a single one: gzip, bzip2


_ZIP, _EMPTY_ZIP, _PARQUET = b"PK\x03\x04", b"PK\x05\x06", b"PAR1"
_PACKED = re.compile(rb"\x1f\x8b\x08|BZh[1-9]\x31\x41\x59\x26\x53\x59")
_TAR, _TAR_AT = b"ustar", 257
_REACH_OF_PDF = 1024
_LINE_END = re.compile("\r\n?")
_WORD_PART = b"word/document.xml"
_LISTED = b"PK\x01\x02"
_OF_ONE_DOCUMENT = {b"[Content_Types].xml", b"mimetype", b"META-INF/MANIFEST.MF"}  # or of a program
_DOCTYPE = r"<!doctype\s[^>\[]*+(?:\[[^\]]*+\]\s*+)?>"
_PROLOG = rf"\s*+(?:(?:<\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->|{_DOCTYPE})\s*+)*+"
_FEED = re.compile(_PROLOG + r"<(?:rss|feed|(?:\w+:)?RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:<\?xml[^>]*+>|<!--(?:[^-]|-(?!->))*+-->|\s)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(?:[^\n]*\n)(?:[ \t][^\n]*\n)*+")
_FROM = re.compile(r"From \S+ +\w{3} \w{3} +\d")  # before each message of a mailbox
_OF_MAIL = {"from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path", "delivered-to"}
_FEWEST_OF_MAIL = 3
_LIST_OF_OBJECTS, _KEY = re.compile(r"\s*+\[\s*+\{"), re.compile(r'"(\w{1,40})"\s*:')
_JSON_ENDINGS = (".json", ".jsonl", ".ndjson")
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
        is_wide = self.head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        text = self.head.decode("utf-16" if is_wide else "utf-8-sig", errors="replace")
        return without_hint(_LINE_END.sub("\n", text))


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
    if (form := _form_of_bytes(window)) is not None:
        return form
    opening = window.opening
    if opening.lstrip().startswith("<"):
        return _form_of_markup(opening, window.name)
    return Form.TEXT if window.name.endswith(SUFFIXES) else _form_of_lines(opening, window.name, columns or Columns())


def holds_documents(window: Window, columns: Columns) -> bool:
    """True for a file of another form than text; among tables, for those whose columns make documents."""
    form = form_of(window, columns)
    if form is Form.TABLE:
        opening = window.opening.lstrip("\n").partition("\n")[0]
        return columns.holds_documents(names_in(opening, delimiter_of(opening, columns) or likely_delimiter(opening)))
    if form is Form.PARQUET:  # its columns are named at its end
        return columns.holds_documents(re.findall(r"[A-Za-z_]{1,40}", window.tail.decode("latin-1")))
    return form is not Form.TEXT


def _form_of_bytes(window: Window) -> Form | None:
    """The form of what is no text."""
    if window.head.lstrip().startswith(b"%PDF-"):
        return Form.PDF
    if window.head.startswith((_ZIP, _EMPTY_ZIP)):
        return _form_of_zip(window)
    if window.head.startswith(_PARQUET) and (window.tail.endswith(_PARQUET) or window.name.endswith(".parquet")):
        return Form.PARQUET
    if window.head.startswith(_TAR, _TAR_AT):
        return Form.ARCHIVE
    if _PACKED.match(window.head):
        return Form.PACKED
    return Form.PDF if _is_pdf_within(window) else None  # asked last: an archive may begin with a PDF file


def _is_pdf_within(window: Window) -> bool:
    """True for a PDF file behind what was sent along with it, which viewers pass over."""
    return b"%PDF-1." in window.head[:_REACH_OF_PDF] and b"%%EOF" in window.tail


def _form_of_zip(window: Window) -> Form | None:
    """By the parts that it lists: an archive may hold documents whose own parts show in its bytes."""
    names = _parts_listed(window.tail)
    if _WORD_PART in (names or window.head + window.tail):
        return Form.WORD
    return None if _OF_ONE_DOCUMENT & set(names) else Form.ARCHIVE


def _parts_listed(tail: bytes) -> list[bytes]:
    """What the list at the end of a zip file names, as far as it stands in these bytes."""
    end = tail.rfind(_EMPTY_ZIP)
    if end < 0:
        return []
    at = tail.find(_LISTED, max(0, end - int.from_bytes(tail[end + 12 : end + 16], "little")))
    names = []
    while 0 <= at < end and tail.startswith(_LISTED, at):
        lengths = struct.unpack_from("<HHH", tail, at + 28)
        names.append(tail[at + 46 : at + 46 + lengths[0]])
        at += 46 + sum(lengths)
    return names


def _form_of_markup(opening: str, name: str) -> Form:
    if _PAGE.match(opening):
        return Form.WEB_PAGE
    if _FEED.match(opening):
        return Form.FEED
    return Form.WEB_PAGE if name.endswith(_PAGE_ENDINGS) else Form.TEXT


def _form_of_lines(opening: str, name: str, columns: Columns) -> Form:
    if "\0" in opening:
        return Form.TEXT
    if _FROM.match(opening) and _is_mail(opening.partition("\n")[2]):
        return Form.MAILBOX
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
    if name.endswith(_JSON_ENDINGS) and _LIST_OF_OBJECTS.match(opening):
        return columns.has_text(dict.fromkeys(_KEY.findall(opening), ""))
    if not opening.startswith("{"):
        return False
    if name.endswith(_LINES_ENDINGS):
        return True
    try:
        first = json.loads(opening.partition("\n")[0])
    except (ValueError, RecursionError):
        return False
    return columns.has_text(first)
