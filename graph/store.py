"""The one way to a graph engine: named queries in, rows out."""

from __future__ import annotations

from collections.abc import Callable
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

    def close(self) -> None:
        """Let go of files and connections."""
