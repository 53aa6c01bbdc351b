"""Files to documents: which files there are, what they say, and when and by whom they were published.

Three forms are read, told apart by what is in them: four header lines above the text, Markdown, plain text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from graph.model import Document
from loaders import markdown
from loaders.decoding import text_of
from loaders.errors import DocumentUnreadable

MAX_BYTES = 20_000_000
SUFFIXES = (".txt", ".md", ".markdown")

_ENDINGS = ", ".join(SUFFIXES)
_UNKNOWN = "unknown"
_LONGEST_TITLE = 200
_HEADER_LINES = 4
_WEB_PAGE = re.compile(r"\s*<(?:!doctype html|html|\?xml)\b", re.IGNORECASE)
_FULL_STOP = (".", "。", '."', ".”", "。”")


def found(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: those given, and the documents within the folders given, in order.

    A path that cannot be read (missing, a folder without documents, a folder that may not be listed) is among them,
    so that `read` tells what is wrong with it. Hidden files and folders are left out unless given by name.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(_documents_in(path)) or [path]
        else:
            yield path


def read(path: Path, *, max_bytes: int = MAX_BYTES) -> Document:
    """The document in this file; raises `DocumentUnreadable` where there is none."""
    return parse(_bytes_of(path, max_bytes), source=str(path), max_bytes=max_bytes)


def parse(data: bytes, *, source: str, max_bytes: int = MAX_BYTES) -> Document:
    """The document in these bytes, read from `source`, whose suffix tells Markdown and which messages begin with."""
    try:
        return _document(_words(data, max_bytes), source)
    except DocumentUnreadable as problem:
        raise DocumentUnreadable(f"{source} {problem}") from problem


def _documents_in(folder: Path) -> list[Path]:
    """Documents below the folder, and folders below it that cannot be listed."""
    closed: list[OSError] = []
    documents: list[Path] = []
    for at, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        documents += [path for name in files if _is_document(name) and not (path := Path(at, name)).is_fifo()]
    return documents + [Path(error.filename) for error in closed]


def _is_document(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def _bytes_of(path: Path, max_bytes: int) -> bytes:
    """The bytes of the file; of one that is too large, one byte more than allowed."""
    try:
        with path.open("rb") as file:
            return file.read(max_bytes + 1)
    except (OSError, ValueError) as problem:
        raise DocumentUnreadable(f"{path} {_reason(problem)}") from problem


def _reason(problem: Exception) -> str:
    match problem:
        case FileNotFoundError():
            return "does not exist: check the spelling of the path."
        case IsADirectoryError():
            return f"is a folder, and no document was read from it: name a file or a folder with {_ENDINGS} files."
        case PermissionError():
            return "may not be read by you: change its permissions, or run as a user who may read it."
        case OSError():
            return f"cannot be read ({problem.strerror or problem}): check the path and the disk."
    return f"is not a path ({problem}): check its spelling."


def _words(data: bytes, max_bytes: int) -> str:
    if len(data) > max_bytes:
        raise DocumentUnreadable(f"is larger than {max_bytes / 1e6:g} MB: split it into one file for each article.")
    if not data.strip():
        raise DocumentUnreadable("is empty: there is nothing to read in it.")
    text = text_of(data)
    if _WEB_PAGE.match(text):
        raise DocumentUnreadable("is a web page, not text: save the article's text as a .txt or .md file.")
    return text


def _document(text: str, source: str) -> Document:
    document = _with_header(text, source) or _from_markdown(text, source) or _from_plain(text, source)
    if not any(char.isalnum() for char in document.text):
        raise DocumentUnreadable("has no words in it below its title: there is nothing to read.")
    return document


def _with_header(text: str, source: str) -> Document | None:
    """The document if the text opens with title, publisher, date and address, a line each, and an empty line."""
    lines = (text + "\n").split("\n", _HEADER_LINES + 1)
    if len(lines) < _HEADER_LINES + 2 or not all(map(str.strip, lines[:_HEADER_LINES])) or lines[_HEADER_LINES].strip():
        return None
    title, publisher, published, address = map(_known, lines[:_HEADER_LINES])
    day = _day(published)
    if published and day is None:
        return None
    return Document(lines[-1].rstrip(), title, publisher or None, address or None, day, source)


def _from_markdown(text: str, source: str) -> Document | None:
    fields, below = markdown.front_matter(text)
    if not source.lower().endswith(SUFFIXES[1:]) and not fields and (source.endswith(".txt") or text[:2] != "# "):
        return None
    title, body = markdown.heading(below)
    publisher, url = _first(fields, "publisher", "source"), _first(fields, "url", "source_url", "address", "link")
    published = _day(_first(fields, "published_at", "published", "date"))
    return Document(
        markdown.plain(body), fields.get("title") or title, publisher or None, url or None, published, source
    )


def _from_plain(text: str, source: str) -> Document:
    """The first line is a title where it looks like one: short, no full stop, an empty line below."""
    title, _, rest = text.lstrip("\n").partition("\n")
    below, _, body = rest.partition("\n")
    is_title = 0 < len(title.strip()) <= _LONGEST_TITLE and not title.rstrip().endswith(_FULL_STOP)
    if is_title and not below.strip() and body.strip():
        return Document(body.strip("\n").rstrip(), title.strip(), source=source)
    return Document(text.strip("\n").rstrip(), source=source)


def _first(fields: dict[str, str], *names: str) -> str:
    return next((_known(fields[name]) for name in names if fields.get(name)), "")


def _known(value: str) -> str:
    value = value.strip()
    return "" if value.casefold() == _UNKNOWN else value


def _day(value: str) -> date | None:
    """The day of an ISO date or time."""
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return None
