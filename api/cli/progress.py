"""Progress on a terminal, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from api.cli.session import Session

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

T = TypeVar("T")
OFTEN = 10  # documents of one source between two looks at the bar


class Bar:
    """How many sources are done, which one is read, and how many documents came out of it; silent without a bar."""

    def __init__(self, progress: Progress | None, task: TaskID | None) -> None:
        self._progress, self._task = progress, task

    def reading(self, source: str, documents: Iterable[T]) -> Iterator[T]:
        """The documents of a source, counted as they come."""
        name = source.rpartition("/")[2]
        self._show(name)
        for number, document in enumerate(documents, start=1):
            if number % OFTEN == 0:
                self._show(f"{name}: {number:,} documents")
            yield document
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task)

    def _show(self, description: str) -> None:
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=description)


def tracked(sources: Sequence[str], session: Session) -> Iterator[str]:
    """The sources one by one, with a bar."""
    with progress_over(len(sources), session) as bar:
        for source in sources:
            yield from bar.reading(source, [source])


@contextmanager
def progress_over(sources: int, session: Session) -> Iterator[Bar]:
    """A bar on standard error while a person is watching."""
    if session.quiet or not sys.stderr.isatty():
        yield Bar(None, None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield Bar(progress, progress.add_task("", total=sources))
