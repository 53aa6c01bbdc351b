"""What is in a file, whatever its form: documents, or why there are none; in archives, file by file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import BinaryIO

from graph.model import Document
from loaders.errors import DocumentUnreadable, Failure, LeftOut
from loaders.sources import archive, text
from loaders.sources.archive import DEEPEST, Allowance, Member, allowance_for
from loaders.sources.columns import Columns
from loaders.sources.forms import Form, form_of, holds_documents, window_on

MAX_BYTES, MAX_FILE_BYTES = 20_000_000, 4_000_000_000
LARGEST_OF_ONE = 50_000_000  # bytes of a file with one document, whose pictures may take more room than its text
LARGEST_PARQUET = 1_000_000_000
_OF_SEVERAL = {Form.JSON_LINES, Form.MAILBOX, Form.TABLE, Form.PARQUET, Form.ARCHIVE, Form.PACKED}
_ARCHIVES = {Form.ARCHIVE, Form.PACKED}
_UNPACKED_NAMES = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar"}

Outcome = Document | Failure | LeftOut


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: which columns hold what, and how many bytes a text and a file with several may take.

    The second limit is also that of all that is unpacked of an archive.
    """

    columns: Columns = field(default_factory=Columns)
    max_bytes: int = MAX_BYTES
    max_file_bytes: int = MAX_FILE_BYTES


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file stands: what it and its documents are called, and what may still be unpacked there."""

    source: str
    name: str
    allowed: Allowance | None = None
    depth: int = 0
    is_member: bool = False  # of an archive

    def within(self, name: str, allowed: Allowance) -> Place:
        """The place of a file in the archive that stands here."""
        return Place(f"{self.source}/{name}", name, allowed, self.depth + 1, is_member=True)

    def unpacked(self, allowed: Allowance) -> Place:
        """The place of what is packed here, which is called the same."""
        path = PurePosixPath(self.name)
        return Place(self.source, path.stem + _UNPACKED_NAMES.get(path.suffix.lower(), ""), allowed, self.depth + 1)


def contents(file: BinaryIO, place: Place, reading: Reading) -> Iterator[Outcome]:
    """What is in this file, in order."""
    try:
        yield from _contents(file, place, reading)
    except DocumentUnreadable as problem:
        yield Failure(place.source, f"{place.source} {problem}")


def _contents(file: BinaryIO, place: Place, reading: Reading) -> Iterator[Outcome]:
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    window = window_on(file, place.name)
    file.seek(0)
    form = form_of(window, reading.columns)
    _check_size(size, form, reading)
    if size <= len(window.head) and not window.head.strip():
        raise DocumentUnreadable("is empty: there is nothing to read in it.")
    is_called_text = place.name.lower().endswith(text.SUFFIXES)
    if place.is_member and not is_called_text and not holds_documents(window, reading.columns):
        yield LeftOut(place.source)
    elif form in _ARCHIVES:
        yield from _unpacked(file, size, form, place, reading)
    else:
        yield from _documents(file, form, place.source, reading)


def _check_size(size: int, form: Form, reading: Reading) -> None:
    most = max(LARGEST_OF_ONE, reading.max_bytes)
    if form is Form.TEXT:
        most = reading.max_bytes
    if form in _OF_SEVERAL:
        most = reading.max_file_bytes
    if form is Form.PARQUET:  # which is gone back and forth in
        most = min(LARGEST_PARQUET, most)
    if size > most:
        raise DocumentUnreadable(f"is larger than {most / 1e6:g} MB: split it into one file for each article.")


def _unpacked(file: BinaryIO, size: int, form: Form, place: Place, reading: Reading) -> Iterator[Outcome]:
    """What is in the files of an archive."""
    if place.depth >= DEEPEST:
        raise DocumentUnreadable("lies in too many archives within each other: unpack them, and load the folder.")
    allowed = place.allowed or allowance_for(size, reading.max_file_bytes)
    if form is Form.PACKED:
        with archive.unpacked(file, allowed) as inner:
            yield from _contents(inner, place.unpacked(allowed), reading)
        return
    is_empty = True
    for member in archive.members(file, allowed):
        for outcome in _of_member(member, place, allowed, reading):
            is_empty = is_empty and isinstance(outcome, LeftOut)
            yield outcome
    if is_empty:
        raise DocumentUnreadable("is an archive without documents: there is nothing to read.")


def _of_member(member: Member | Failure, place: Place, allowed: Allowance, reading: Reading) -> Iterator[Outcome]:
    if isinstance(member, Failure):
        source = f"{place.source}/{member.source}"
        yield Failure(source, f"{source} {member.reason}")
        return
    with member.file:
        yield from contents(member.file, place.within(member.name, allowed), reading)


def _documents(file: BinaryIO, form: Form, source: str, reading: Reading) -> Iterator[Outcome]:
    if form is Form.TEXT:
        yield _checked(text.document(file.read(), source), reading.max_bytes)
        return
    from loaders.sources import apart

    is_empty = True
    for outcome in apart.documents(form, file, source, reading.columns):
        is_empty = False
        yield outcome if isinstance(outcome, Failure) else _checked(outcome, reading.max_bytes)
    if is_empty:
        raise DocumentUnreadable(f"is a {form} without documents: there is nothing to read.")


def _checked(document: Document, max_bytes: int) -> Document | Failure:
    source = str(document.source)
    if not any(char.isalnum() for char in document.text):
        return Failure(source, f"{source} has no words in it below its title: there is nothing to read.")
    if len(document.text) > max_bytes:
        return Failure(source, f"{source} holds more than {max_bytes / 1e6:g} million characters: split it.")
    return document
