"""Files to documents: which files there are, what they say, and when and by whom they were published.

What form a file is in is told by what is in it; `loaders.sources` has a module for each.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.model import Document
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources import text
from loaders.sources.columns import Columns
from loaders.sources.forms import Form, form_of, holds_documents, window_of, window_on

MAX_BYTES = 20_000_000
USUAL = Columns()


@dataclass(slots=True)
class Found:
    """The files to read, in order, and the files in folders whose form is not one of documents."""

    documents: list[Path] = field(default_factory=list)
    left_out: list[Path] = field(default_factory=list)


def found(paths: Iterable[Path], *, columns: Columns = USUAL) -> Found:
    """The files given, and those within the folders given, in order.

    A path that cannot be read (missing, a folder without documents, a folder that may not be listed) is among the
    documents, so that `read` tells what is wrong with it. Hidden files and folders are left out unless given by name.
    """
    every = Found()
    for path in paths:
        if path.is_dir():
            _survey(path, columns, every)
        else:
            every.documents.append(path)
    return every


def read(path: Path, *, max_bytes: int = MAX_BYTES) -> Document:
    """The document in this file; raises `DocumentUnreadable` where there is none, or where there are several."""
    return _only(read_all(path, max_bytes=max_bytes), str(path))


def parse(data: bytes, *, source: str, max_bytes: int = MAX_BYTES) -> Document:
    """The document in these bytes, read from `source`, with whose name messages begin; else as `read`."""
    return _only(parse_all(data, source=source, max_bytes=max_bytes), source)


def read_all(path: Path, *, columns: Columns = USUAL, max_bytes: int = MAX_BYTES) -> Iterator[Document | Failure]:
    """Each document in this file, in order, or why there is none."""
    try:
        data = _bytes_of(path, max_bytes)
    except DocumentUnreadable as problem:
        yield Failure(str(path), str(problem))
        return
    yield from parse_all(data, source=str(path), columns=columns, max_bytes=max_bytes)


def parse_all(
    data: bytes, *, source: str, columns: Columns = USUAL, max_bytes: int = MAX_BYTES
) -> Iterator[Document | Failure]:
    """Each document in these bytes, in order, or why there is none; a file with several numbers them: `news.csv:3`."""
    try:
        for outcome in _documents(data, source, columns, max_bytes):
            yield outcome if isinstance(outcome, Failure) else _checked(outcome, max_bytes)
    except DocumentUnreadable as problem:
        yield Failure(source, f"{source} {problem}")


def _only(outcomes: Iterator[Document | Failure], source: str) -> Document:
    first = next(outcomes, None)
    if isinstance(first, Failure):
        raise DocumentUnreadable(first.reason)
    if first is None:
        raise DocumentUnreadable(f"{source} holds no document: there is nothing to read.")
    if next(outcomes, None) is not None:
        raise DocumentUnreadable(f"{source} holds several documents: read them with `read_all`, or load the file.")
    return first


def _documents(data: bytes, source: str, columns: Columns, max_bytes: int) -> Iterator[Document | Failure]:
    if len(data) > max_bytes:
        raise DocumentUnreadable(f"is larger than {max_bytes / 1e6:g} MB: split it into one file for each article.")
    if not data.strip():
        raise DocumentUnreadable("is empty: there is nothing to read in it.")
    form = form_of(window_of(data, source), columns)
    if form is Form.TEXT:
        yield text.document(data, source)
        return
    from loaders.sources import apart

    nothing = True
    for outcome in apart.documents(form, data, source, columns):
        nothing = False
        yield outcome
    if nothing:
        raise DocumentUnreadable(f"is a {form} without documents: there is nothing to read.")


def _checked(document: Document, max_bytes: int) -> Document | Failure:
    source = str(document.source)
    if not any(char.isalnum() for char in document.text):
        return Failure(source, f"{source} has no words in it below its title: there is nothing to read.")
    if len(document.text) > max_bytes:
        return Failure(source, f"{source} holds more than {max_bytes / 1e6:g} million characters: split it.")
    return document


def _survey(folder: Path, columns: Columns, every: Found) -> None:
    """Add the files below the folder, and folders that cannot be listed; itself if there is nothing to read."""
    closed: list[OSError] = []
    documents: list[Path] = []
    for at, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(at, name) for name in sorted(files) if not name.startswith(".")):
            if path.is_file() or path.is_symlink():
                (documents if _is_document(path, columns) else every.left_out).append(path)
    every.documents += sorted(documents + [Path(error.filename) for error in closed]) or [folder]


def _is_document(path: Path, columns: Columns) -> bool:
    """True for a file of text by its name, and for one of another form by what is in it."""
    if path.name.lower().endswith(text.SUFFIXES):
        return True
    try:
        with path.open("rb") as file:
            return holds_documents(window_on(file, path.name), columns)
    except OSError:
        return False


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
            return "is a folder, and no document was read from it: name a file or a folder with documents in it."
        case PermissionError():
            return "may not be read by you: change its permissions, or run as a user who may read it."
        case OSError():
            return f"cannot be read ({problem.strerror or problem}): check the path and the disk."
    return f"is not a path ({problem}): check its spelling."
