"""What a job is made of, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

ProblemDocument = dict[str, Any]  # as in RFC 9457
Counts = dict[str, int]


class State(StrEnum):
    """How it stands with one document."""

    QUEUED = "queued"
    READING = "reading"
    STORING = "storing"
    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    CHANGED = "changed"
    FAILED = "failed"


class JobState(StrEnum):
    """How it stands with all documents of a job."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    PARTIAL = "partial"  # some failed
    FAILED = "failed"  # all failed


UNDER_WAY = frozenset({State.READING, State.STORING})
OPEN = UNDER_WAY | {State.QUEUED}


@dataclass(frozen=True, slots=True)
class Item:
    """One document of a job. `change` grows with every change of any item."""

    label: str
    state: State
    document_id: str | None
    counts: Counts
    problem: ProblemDocument | None
    change: int
    changed_at: str


@dataclass(frozen=True, slots=True)
class JobInShort:
    """What one request posted, as far as its documents are counted."""

    id: str
    created_at: str
    label: str  # of its first document
    tally: Counts  # documents in each state that some are in
    changed_at: str

    @property
    def state(self) -> JobState:
        """How it stands with all of it."""
        states = set(map(State, self.tally))
        if states & OPEN:
            return JobState.QUEUED if states == {State.QUEUED} else JobState.RUNNING
        if State.FAILED not in states:
            return JobState.DONE
        return JobState.FAILED if states == {State.FAILED} else JobState.PARTIAL

    @property
    def is_open(self) -> bool:
        """Whether some document of it still waits or is being read."""
        return not OPEN.isdisjoint(map(State, self.tally))

    @property
    def finished_at(self) -> str | None:
        """When the last document was done with, if all are."""
        return None if self.is_open else self.changed_at


@dataclass(frozen=True, slots=True)
class Job(JobInShort):
    """What one request posted, document by document."""

    items: tuple[Item, ...]

    @classmethod
    def of(cls, job_id: str, created_at: str, items: tuple[Item, ...]) -> Job:
        """The job with these documents."""
        counted = {str(state): sum(item.state == state for item in items) for state in State}
        tally = {state: number for state, number in counted.items() if number}
        return cls(job_id, created_at, items[0].label, tally, max(item.changed_at for item in items), items)
