"""The file in which jobs are noted, so that a server which stops amid one goes on with it when it starts again.

The text of a document is kept until it is in the graph or was refused. Every change gets the next number, so that
whoever watches a job can go on where they were.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from threading import RLock
from uuid import uuid4

from api.errors import JobNotFound, PlaceUnusable, ServerBusy
from api.jobs.states import OPEN, UNDER_WAY, Counts, Item, Job, JobInShort, ProblemDocument, State
from graph.model import Document

KEPT = timedelta(days=30)
MOST_ATTEMPTS = 3
PATIENCE_SECONDS = 30.0  # for the server before this one, which may still finish a document
_TABLES = """
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA journal_mode = WAL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS job(number INTEGER PRIMARY KEY, id TEXT UNIQUE, created_at TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS item(
  number INTEGER PRIMARY KEY, job TEXT NOT NULL REFERENCES job(id) ON DELETE CASCADE, label TEXT NOT NULL,
  state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, document TEXT, document_id TEXT,
  counts TEXT NOT NULL DEFAULT '{}', problem TEXT NOT NULL DEFAULT 'null', change INTEGER NOT NULL,
  changed_at TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS item_of_job_by_change ON item(job, change);
CREATE INDEX IF NOT EXISTS item_by_state ON item(state);
CREATE INDEX IF NOT EXISTS item_by_change ON item(change);
"""
_ITEM = "label, state, document_id, counts, problem, change, changed_at"
_NEXT_CHANGE = "(SELECT coalesce(max(change), 0) + 1 FROM item)"
_ADD = (
    "INSERT INTO item(job, label, state, document, problem, change, changed_at) "
    f"VALUES (?, ?, ?, ?, ?, {_NEXT_CHANGE}, ?)"
)

_LATEST = """
SELECT job.id, job.created_at, (SELECT label FROM item WHERE item.job = job.id ORDER BY item.number LIMIT 1),
  item.state, count(*), max(item.changed_at)
FROM (SELECT number, id, created_at FROM job ORDER BY number DESC LIMIT ?) AS job JOIN item ON item.job = job.id
GROUP BY job.number, item.state ORDER BY job.number DESC
"""

Posted = Document | tuple[str, ProblemDocument]  # a document, or the label of one that cannot be read, and why


class Ledger:
    """The jobs of one server, which keeps the file to itself. Safe to use from any thread."""

    def __init__(self, path: Path) -> None:
        self._lock = RLock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = sqlite3.connect(path, timeout=PATIENCE_SECONDS, check_same_thread=False)
            self._file.executescript(_TABLES)
        except (OSError, sqlite3.Error) as problem:
            raise PlaceUnusable(
                f"The file with the jobs, {path}, cannot be used: {problem}. If another server uses it, give this "
                "one a file of its own as STREETGRAPH_JOBS."
            ) from problem

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._file.close()

    def create(self, documents: Sequence[Posted], *, most_waiting: int) -> Job:
        """A new job with these documents; ServerBusy if more than `most_waiting` would then wait."""
        job = uuid4().hex[:16]
        with self._lock, self._file:
            if (waiting := self.waiting()) + len(documents) > most_waiting:
                raise ServerBusy(f"{waiting:,} documents wait to be read; at most {most_waiting:,} may.")
            self._file.execute("INSERT INTO job(id, created_at) VALUES (?, ?)", (job, _now()))
            for document in documents:
                self._add(job, document)
        return self.job(job)

    def job(self, job_id: str) -> Job:
        """The job with all its documents; JobNotFound if there is none."""
        with self._lock:
            row = self._file.execute("SELECT id, created_at FROM job WHERE id = ?", (job_id,)).fetchone()
            if row is None:
                raise JobNotFound(f"No job has the id {job_id!r:.80}.")
            items = self._file.execute(f"SELECT {_ITEM} FROM item WHERE job = ? ORDER BY number", (job_id,))
            return Job.of(row[0], row[1], tuple(map(_item, items)))

    def changed(self, job_id: str, after: int) -> list[Item]:
        """The documents of a job that changed behind the number `after`, in the order of their changes."""
        with self._lock:
            items = self._file.execute(
                f"SELECT {_ITEM} FROM item WHERE job = ? AND change > ? ORDER BY change", (job_id, after)
            )
            return list(map(_item, items))

    def is_open(self, job_id: str) -> bool:
        """Whether some document of a job still waits or is being read."""
        with self._lock:
            found = self._file.execute(f"SELECT 1 FROM item WHERE job = ? AND state IN ({_listed(OPEN)})", (job_id,))
            return found.fetchone() is not None

    def latest(self, most: int) -> list[JobInShort]:
        """The jobs that were made last, the newest first, without their documents."""
        with self._lock:
            rows = self._file.execute(_LATEST, (most,)).fetchall()
        jobs = groupby(rows, key=lambda row: row[:3])
        return [_in_short(job, [row[3:] for row in its]) for job, its in jobs]

    def waiting(self) -> int:
        """How many documents wait to be read."""
        with self._lock:
            return int(self._file.execute("SELECT count(*) FROM item WHERE state = 'queued'").fetchone()[0])

    def take(self) -> tuple[int, Document] | None:
        """The document that has waited longest, with its number, from now on being read; None if none waits."""
        first = "SELECT number, document FROM item WHERE state = 'queued' ORDER BY number LIMIT 1"
        with self._lock, self._file:
            if (row := self._file.execute(first).fetchone()) is None:
                return None
            self._file.execute("UPDATE item SET attempts = attempts + 1 WHERE number = ?", row[:1])
            self.note(row[0], State.READING)
        return row[0], _unpacked(row[1])

    def note(self, number: int, state: State) -> None:
        """Note how it now stands with a document."""
        self._change(number, "state = ?", state)

    def finish(self, number: int, state: State, document_id: str, counts: Counts) -> None:
        """Note what became of a document in the graph."""
        what = "state = ?, document = NULL, document_id = ?, counts = ?"
        self._change(number, what, state, document_id, json.dumps(counts))

    def fail(self, number: int, problem: ProblemDocument) -> None:
        """Note why a document is not in the graph."""
        self._change(number, "state = ?, document = NULL, problem = ?", State.FAILED, json.dumps(problem))

    def cut_off(self) -> list[tuple[int, bool]]:
        """The numbers of the documents whose reading was cut off, each with whether that has happened too often."""
        with self._lock:
            rows = self._file.execute(
                f"SELECT number, attempts FROM item WHERE state IN ({_listed(UNDER_WAY)})"
            ).fetchall()
        return [(number, attempts >= MOST_ATTEMPTS) for number, attempts in rows]

    def attempts(self, number: int) -> int:
        """How often the reading of a document was begun."""
        with self._lock:
            return int(self._file.execute("SELECT attempts FROM item WHERE number = ?", (number,)).fetchone()[0])

    def forget_old(self) -> None:
        """Let go of jobs that were done with long ago."""
        closed = "NOT EXISTS (SELECT 1 FROM item WHERE job = job.id AND document IS NOT NULL)"
        with self._lock, self._file:
            self._file.execute(
                f"DELETE FROM job WHERE created_at < ? AND {closed}", ((datetime.now(UTC) - KEPT).isoformat(),)
            )

    def _add(self, job: str, document: Posted) -> None:
        row: tuple[str | None, ...]
        if isinstance(document, Document):
            row = (job, _label(document), State.QUEUED, _packed(document), "null", _now())
        else:
            row = (job, document[0], State.FAILED, None, json.dumps(document[1]), _now())
        self._file.execute(_ADD, row)

    def _change(self, number: int, what: str, *values: object) -> None:
        with self._lock, self._file:
            self._file.execute(
                f"UPDATE item SET {what}, change = {_NEXT_CHANGE}, changed_at = ? WHERE number = ?",
                (*values, _now(), number),
            )


def _item(row: Sequence[str]) -> Item:
    label, state, document_id, counts, problem, change, changed_at = row
    return Item(label, State(state), document_id, json.loads(counts), json.loads(problem), int(change), changed_at)


def _in_short(job: tuple[str, str, str], states: Iterable[tuple[str, int, str]]) -> JobInShort:
    counted = {state: (total, changed_at) for state, total, changed_at in states}
    tally = {str(state): counted[state][0] for state in State if state in counted}
    return JobInShort(*job, tally, max(changed_at for _, changed_at in counted.values()))


def _listed(states: Iterable[State]) -> str:
    return ", ".join(f"'{state}'" for state in sorted(states))


def _label(document: Document) -> str:
    """What a person knows it by."""
    return document.source or document.title or f"{document.text[:60].strip()} …"


def _packed(document: Document) -> str:
    day = document.published_at and document.published_at.isoformat()
    where = (document.source, document.language, document.origin)
    return json.dumps((document.text, document.title, document.publisher, document.url, day, *where))


def _unpacked(packed: str) -> Document:
    text, title, publisher, url, day, *where = json.loads(packed)
    return Document(text, title, publisher, url, day and date.fromisoformat(day), *where)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
