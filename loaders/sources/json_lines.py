"""JSON lines: a document in each line, as news archives come; or one JSON list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from graph.model import Document
from loaders.decoding import text_on
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources.columns import Columns, numbered
from loaders.sources.records import outcome_of

_LONGEST_LINE = 1 << 26


def documents(file: BinaryIO, source: str, columns: Columns) -> Iterator[Document | Failure]:
    """The document in each line, or object of a list, called by its number, or why there is none in it."""
    number, has_begun, lines = 0, False, text_on(file, newline="\n")
    while line := lines.readline(_LONGEST_LINE):
        number += 1
        if len(line) == _LONGEST_LINE:
            raise DocumentUnreadable(f"has more than {_LONGEST_LINE:,} characters in line {number}: is it JSON lines?")
        if not line.strip():
            continue
        if not has_begun and line.lstrip().startswith("["):
            yield from _listed(line.lstrip() + lines.read(_LONGEST_LINE), source, columns)
            return
        has_begun = True
        yield _document(line, numbered(source, number), columns)


def _listed(text: str, source: str, columns: Columns) -> Iterator[Document | Failure]:
    """The documents in one list of objects."""
    if len(text) > _LONGEST_LINE:
        raise DocumentUnreadable("is a long JSON list: write each of its objects on a line of its own (jq -c '.[]').")
    try:
        records = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise DocumentUnreadable(f"is a JSON list that is damaged ({problem}).") from problem
    for number, record in enumerate(records, start=1):
        name = numbered(source, number)
        if isinstance(record, dict):
            yield outcome_of(record, name, columns)
        else:
            yield Failure(name, f"{name} is no JSON object: each part of the list has to be one.")


def _document(line: str, source: str, columns: Columns) -> Document | Failure:
    try:
        record = _record(line)
    except DocumentUnreadable as problem:
        return Failure(source, f"{source} {problem}")
    return outcome_of(record, source, columns)


def _record(line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise DocumentUnreadable(f"is no JSON ({problem}): each line has to be one JSON object.") from problem
    if not isinstance(record, dict):
        raise DocumentUnreadable('is no JSON object: each line has to be one, such as {"text": "…"}.')
    return record
