"""Rows up to so many and so many bytes, and a word on what was cut off."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a query of a user may take, and how much it may answer."""

    seconds: float = 10.0
    rows: int = 1_000
    bytes: int = 5_000_000  # of all rows together, as JSON
    at_once: int = 2  # queries; more wait for their turn


@dataclass(frozen=True, slots=True)
class Table:
    """What a query answers."""

    columns: list[str]
    rows: list[list[Any]]
    cut_by: str | None = None  # what kept further rows away: `rows`, `bytes` or nothing


def cut(columns: Sequence[str], rows: Iterable[Sequence[Any]], limits: Limits, plain: Callable[[Any], Any]) -> Table:
    """The first of these rows, in plain values, as many as the limits allow."""
    kept: list[list[Any]] = []
    size = 0
    for row in rows:
        if len(kept) == limits.rows:
            return Table(list(columns), kept, "rows")
        values = [plain(value) for value in row]
        size += len(json.dumps(values, ensure_ascii=False).encode())
        if size > limits.bytes:
            return Table(list(columns), kept, "bytes")
        kept.append(values)
    return Table(list(columns), kept)
