"""A folder that is followed: which files came, changed or went since somebody last looked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import watchfiles

GATHER_MS, PAUSE_MS = 1600, 500  # changes that come together are told together; how often it is asked whether to stop


@dataclass(frozen=True, slots=True)
class Changes:
    """Files and folders that are there now and were not, or not so, before; and what is gone. Each in order.

    A folder stands for all that is in it: files may have come with it before anybody watched it.
    """

    there: list[Path] = field(default_factory=list)
    gone: list[Path] = field(default_factory=list)


def changes_in(folder: Path, stopping: Event) -> Iterator[Changes]:
    """What changes below the folder from now on, until somebody wants it to stop.

    The first is empty and says that the folder is being watched: what is there by then can be read without missing
    what comes meanwhile. So may later ones be. Hidden files and folders are left out.
    """
    top = folder.resolve()
    for found in watchfiles.watch(
        top,
        watch_filter=lambda _, path: not _is_hidden(Path(path).relative_to(top)),
        debounce=GATHER_MS,
        rust_timeout=PAUSE_MS,
        stop_event=stopping,
        yield_on_timeout=True,
        raise_interrupt=False,
    ):
        paths = sorted({folder / Path(path).relative_to(top) for _, path in found})
        yield Changes([path for path in paths if path.exists()], [path for path in paths if not path.exists()])


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
