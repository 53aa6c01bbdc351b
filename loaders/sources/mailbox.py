"""A mailbox as mail programs keep and export it (mbox): messages one after the other, each behind a line `From …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from graph.model import Document
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources import mail
from loaders.sources.columns import Columns, numbered

SEPARATOR = re.compile(rb"From \S+ +\w{3} \w{3} +\d")  # a sender, and a day such as `Tue Mar  4`
_LONGEST_MESSAGE = 50_000_000  # bytes, with all that is attached to it
_LONGEST_LINE = 1 << 20
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)  # a line of a message that would begin the next one


def documents(file: BinaryIO, source: str, _columns: Columns) -> Iterator[Document | Failure]:
    """The document in each message, called by the message's number, or why there is none in it."""
    for number, data in enumerate(_messages(file), start=1):
        name = numbered(source, number)
        try:
            yield _document(data, name)
        except DocumentUnreadable as problem:
            yield Failure(name, f"{name} {problem}")


def _document(data: bytes, name: str) -> Document:
    if len(data) > _LONGEST_MESSAGE:
        raise DocumentUnreadable(f"is larger than {_LONGEST_MESSAGE / 1e6:g} MB: save its text as a .txt.")
    return mail.document(_QUOTED.sub(rb"\1", data), name)


def _messages(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of each message; of one that is too long no more than tells that."""
    message, is_blank = bytearray(), True
    file.readline(_LONGEST_LINE)
    while line := file.readline(_LONGEST_LINE):
        if is_blank and SEPARATOR.match(line):
            yield bytes(message)
            message.clear()
        elif len(message) <= _LONGEST_MESSAGE:
            message += line
        is_blank = not line.strip()
    yield bytes(message)
