"""The one way to a graph engine: named queries in, rows out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

Row = dict[str, Any]
T = TypeVar("T")


class Run(Protocol):
    """Runs a named query within a transaction."""

    def __call__(self, query: str, /, **parameters: object) -> list[Row]:
        """The rows of the query, in its order."""


class Store(Protocol):
    """A graph engine with the schema in place."""

    engine: str
    address: str

    def read(self, query: str, /, **parameters: object) -> list[Row]:
        """The rows of a named read query. Safe to call from any thread."""

    def write(self, work: Callable[[Run], T]) -> T:
        """What `work` returns, once all that it ran is stored: in one transaction, all of it or nothing."""

    def ensure_schema(self) -> None:
        """Make what the schema lacks; safe to call again."""

    def close(self) -> None:
        """Let go of files and connections."""


def grouped(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    """The rows by what stands in the column, without it; nothing but empty lists for all others."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append({name: value for name, value in row.items() if name != column})
    return groups
