"""Progress on a terminal, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from api.cli.session import Session


def tracked(sources: Sequence[str], session: Session) -> Iterator[str]:
    """The sources one by one, with a bar on standard error while a person is watching."""
    if session.quiet or not sys.stderr.isatty() or len(sources) < 2:
        yield from sources
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=len(sources))
        for source in sources:
            progress.update(task, description=source.rpartition("/")[2])
            yield source
            progress.advance(task)
