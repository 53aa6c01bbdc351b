"""JSON lines: a document in each line, as news archives come."""

from __future__ import annotations

import json
from collections.abc import Iterator

from graph.model import Document
from loaders.decoding import decoded
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources.columns import Columns, numbered


def documents(data: bytes, source: str, columns: Columns) -> Iterator[Document | Failure]:
    """The document in each line, called by the line's number, or why there is none in it."""
    for number, line in enumerate(decoded(data).removeprefix("\ufeff").split("\n"), start=1):
        if line.strip():
            yield _document(line, numbered(source, number), columns)


def _document(line: str, source: str, columns: Columns) -> Document | Failure:
    try:
        return columns.document(_record(line), source)
    except DocumentUnreadable as problem:
        return Failure(source, f"{source} {problem}")


def _record(line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise DocumentUnreadable(f"is no JSON ({problem}): each line has to be one JSON object.") from problem
    if not isinstance(record, dict):
        raise DocumentUnreadable('is no JSON object: each line has to be one, such as {"text": "…"}.')
    return record
