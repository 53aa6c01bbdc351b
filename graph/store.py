"""The one way to a graph engine: named queries in, rows out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

Row = dict[str, Any]
T = TypeVar("T")


class Run(Protocol):
    """Runs a named query within a transaction."""

    def __call__(self, query: str, /, **parameters: object) -> list[Row]:
        """The rows of the query, in its order."""


class Reader(Protocol):
    """What questions are asked of: a store, or a view of one."""

    @property
    def engine(self) -> str:
        """The name of the engine that answers."""

    def read(self, query: str, /, **parameters: object) -> list[Row]:
        """The rows of a named read query."""


@dataclass(frozen=True, slots=True)
class View:
    """Reads several things for one answer. It ends with its `with`, and belongs to one thread."""

    engine: str
    run: Run

    def read(self, query: str, /, **parameters: object) -> list[Row]:
        """The rows of a named read query, as the view sees them."""
        return self.run(query, **parameters)

    __call__ = read


class Store(Reader, Protocol):
    """A graph engine with the schema in place. `read` and `view` may be called from any thread."""

    address: str

    def view(self) -> AbstractContextManager[View]:
        """Reads in one transaction. An embedded store stays as it was when the view began, whatever is written beside.

        A server shows what is committed by each question: to the view, a document is there with all that it holds or
        not at all, but it may come or go between two questions.
        """

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
