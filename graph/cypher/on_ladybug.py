"""Users' queries on the embedded engine: in a process of their own, on a copy of the store.

A second process cannot read the store's own file: while the writer makes a checkpoint, it finds a broken log or half of
it. So the file is copied while no write runs, once for each revision that is asked for.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any

from graph.cypher.cut import Limits, Table
from graph.cypher.guard import Allowed
from graph.cypher.workers import Program, Workers
from graph.errors import CypherFailed
from graph.revision import revision

if TYPE_CHECKING:
    from graph.ladybug_store import LadybugStore

GRACE_SECONDS = 0.5  # the engine ends most queries in time by itself
LONG_SECONDS = 1.0  # a copy that takes longer is used again for a while, or writers would wait all the time
_in_use: set[Path] = set()
REST = 10  # times as long as it took


@dataclass(frozen=True, slots=True)
class Copy:
    """The store as it was."""

    path: Path
    revision: int
    kept_until: float


class Copies:
    """The latest copy of a store, in a folder beside it that nobody else may enter."""

    def __init__(self, store: LadybugStore) -> None:
        self._store = store
        with store.at_rest() as path:
            beside = path.with_name(f"{path.name}.cypher")
        beside.mkdir(mode=0o700, exist_ok=True)
        for left in set(beside.iterdir()) - _in_use:  # by a process that was killed: the file has one at a time
            shutil.rmtree(left, ignore_errors=True)
        self.folder = Path(mkdtemp(dir=beside))
        _in_use.add(self.folder)
        self._latest: Copy | None = None
        self._lock = Lock()

    def latest(self) -> Copy:
        """A copy of the store as it is, or as it was a moment ago if copying takes long."""
        with self._lock:
            latest = self._latest
            if latest is None or (monotonic() > latest.kept_until and latest.revision != revision(self._store)):
                latest = self._latest = self._made(latest)
            return latest

    def remove(self) -> None:
        """Take them all away."""
        shutil.rmtree(self.folder, ignore_errors=True)
        _in_use.discard(self.folder)
        with suppress(OSError):  # somebody else reads copies of the same store
            self.folder.parent.rmdir()

    def _made(self, before: Copy | None) -> Copy:
        started = monotonic()
        folder = self.folder / f"{started:.6f}"
        with self._store.at_rest() as file:
            path, found = _copied(file, folder), revision(self._store)
        if before is not None:  # whoever reads it still has it open
            shutil.rmtree(before.path.parent, ignore_errors=True)
        took = monotonic() - started
        return Copy(path, found, monotonic() + (took * REST if took > LONG_SECONDS else 0.0))


class LadybugConsole:
    """Runs users' queries on copies of a store."""

    engine = "ladybug"

    def __init__(self, store: LadybugStore, limits: Limits) -> None:
        self._copies = Copies(store)
        folder = self._copies.folder
        program = Program(
            "graph.cypher.ladybug_worker",
            {"folder": str(folder)},
            folder=folder,
            parts=frozenset({"network", "files", "resources"}),
            grace_seconds=GRACE_SECONDS,
        )
        self._workers = Workers(program, limits)

    def run(self, query: Allowed) -> tuple[Table, int]:
        """The rows, and the revision of the store that they are of."""
        self._workers.check_open()
        copy = self._copies.latest()
        answer = self._workers.ask({"path": str(copy.path), "text": query.text, "parameters": query.parameters})
        if "failed" in answer:
            raise CypherFailed(_without(str(copy.path), answer["failed"]))
        return _table(answer), copy.revision

    def close(self) -> None:
        """End the processes and take the copies away."""
        self._workers.close()
        self._copies.remove()


def _copied(file: Path, folder: Path) -> Path:
    """A copy of the store's file, and of the log that belongs to it."""
    folder.mkdir(mode=0o700)
    for part in (file, file.with_name(f"{file.name}.wal")):
        if part.exists():
            shutil.copyfile(part, folder / part.name)
    return folder / file.name


def _table(answer: dict[str, Any]) -> Table:
    return Table(answer["columns"], answer["rows"], answer["cut_by"])


def _without(path: str, message: str) -> str:
    return message.replace(path, "the store")
