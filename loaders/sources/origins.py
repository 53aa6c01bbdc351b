"""What tells where a document comes from, where it has no address: the id of a message or an entry, the path of a file.

A file of records has no path for each: a row that is put in between moves all others down.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from graph.model import Document, digest
from graph.sources import address_of
from loaders.curated import subject_of
from loaders.errors import Failure, LeftOut

_RECORD = re.compile(r":\d+\Z")


def origin_by_id(kind: str, own_id: object, url: str | None) -> str | None:
    """The mark of a message or an entry, which has an id of its own; none where there is an address or no id."""
    words = " ".join(str(own_id or "").split())
    return f"{kind}:{words:.500}" if words and address_of(url) is None else None


def placed(outcome: Document | Failure | LeftOut, path: Path) -> Document | Failure | LeftOut:
    """The same with the mark of the file at this path, or of the file in this archive, if nothing else marks it.

    The mark is a hash, so that a store which is given away does not tell what folders somebody has.
    """
    if not isinstance(outcome, Document) or outcome.origin is not None or address_of(outcome.url) is not None:
        return outcome
    within = str(outcome.source).removeprefix(str(path))
    if _RECORD.search(within):
        return _placed_row(outcome, path, _RECORD.sub("", within))
    return replace(outcome, origin=f"file:{digest(path.resolve(), within)}")


def _placed_row(row: Document, path: Path, within: str) -> Document:
    """A row of a curated table is known by what it is on: another number changes it. Others are known by nothing."""
    subject = subject_of(row.text)
    return replace(row, origin=f"row:{digest(path.resolve(), within, subject)}") if subject else row
