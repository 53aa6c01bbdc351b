"""Files to documents: what they say, and when and by whom they were published.

What form a file is in is told by what is in it; `loaders.sources` has a module for each.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from glob import has_magic
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from graph.model import Document
from loaders.errors import DocumentUnreadable, Failure, LeftOut
from loaders.sources.contents import MAX_BYTES, MAX_FILE_BYTES, Outcome, Place, Reading, contents
from loaders.sources.finding import Found, found
from loaders.sources.origins import placed

__all__ = [
    "MAX_BYTES",
    "MAX_FILE_BYTES",
    "Found",
    "Outcome",
    "Reading",
    "found",
    "parse",
    "parse_all",
    "read",
    "read_all",
    "read_from",
]

USUAL = Reading()
_IN_MEMORY, _PIECE = 1 << 23, 1 << 20


def read(path: Path, *, max_bytes: int = MAX_BYTES) -> Document:
    """The document in this file; raises `DocumentUnreadable` where there is none, or where there are several."""
    return _only(read_all(path, Reading(max_bytes=max_bytes)), str(path))


def parse(data: bytes, *, source: str, max_bytes: int = MAX_BYTES) -> Document:
    """The document in these bytes, read from `source`, with whose name messages begin; else as `read`."""
    return _only(parse_all(data, source=source, reading=Reading(max_bytes=max_bytes)), source)


def read_all(path: Path, reading: Reading = USUAL) -> Iterator[Outcome]:
    """Each document in this file, in order, or why there is none; what of an archive is none is left out."""
    try:
        file = path.open("rb")
    except (OSError, ValueError) as problem:
        yield Failure(str(path), f"{path} {_reason(problem, path)}")
        return
    with file:
        for outcome in read_from(file, source=str(path), reading=reading):
            yield placed(outcome, path)


def read_from(file: BinaryIO, *, source: str, reading: Reading = USUAL) -> Iterator[Outcome]:
    """The same of an open file; of one that leads only forward, such as a pipe, a copy is read."""
    place = Place(source, source)
    try:
        if file.seekable():
            yield from contents(file, place, reading)
            return
        with SpooledTemporaryFile(_IN_MEMORY) as copy:
            _copy(file, cast(BinaryIO, copy), reading.max_file_bytes)
            yield from contents(cast(BinaryIO, copy), place, reading)
    except OSError as problem:
        yield Failure(source, f"{source} {_reason(problem)}")


def parse_all(data: bytes, *, source: str, reading: Reading = USUAL) -> Iterator[Outcome]:
    """The same of bytes; a file with several documents numbers them: `news.csv:3`."""
    yield from contents(io.BytesIO(data), Place(source, source), reading)


def _only(outcomes: Iterator[Outcome], source: str) -> Document:
    documents = (outcome for outcome in outcomes if not isinstance(outcome, LeftOut))
    first = next(documents, None)
    if isinstance(first, Failure):
        raise DocumentUnreadable(first.reason)
    if first is None:
        raise DocumentUnreadable(f"{source} holds no document: there is nothing to read.")
    if next(documents, None) is not None:
        raise DocumentUnreadable(f"{source} holds several documents: read them with `read_all`, or load the file.")
    return first


def _copy(file: BinaryIO, copy: BinaryIO, most_bytes: int) -> None:
    """Copy the file, and of one that is too large a little more than may be read."""
    left = most_bytes + 1
    while left > 0 and (piece := file.read(min(_PIECE, left))):
        copy.write(piece)
        left -= len(piece)
    copy.seek(0)


def _reason(problem: Exception, path: Path | None = None) -> str:
    match problem:
        case FileNotFoundError() if has_magic(str(path)):
            return "fits no file: check the pattern."
        case FileNotFoundError():
            return "does not exist: check the spelling of the path."
        case IsADirectoryError():
            return "is a folder, and no document was read from it: name a file or a folder with documents in it."
        case PermissionError():
            return "may not be read by you: change its permissions, or run as a user who may read it."
        case OSError():
            return f"cannot be read ({problem.strerror or problem}): check the path and the disk."
    return f"is not a path ({problem}): check its spelling."
