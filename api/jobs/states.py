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
class Job:
    """What one request posted."""

    id: str
    created_at: str
    items: tuple[Item, ...]

    @property
    def state(self) -> JobState:
        """How it stands with all of it."""
        states = {item.state for item in self.items}
        if states & OPEN:
            return JobState.QUEUED if states == {State.QUEUED} else JobState.RUNNING
        if State.FAILED not in states:
            return JobState.DONE
        return JobState.FAILED if states == {State.FAILED} else JobState.PARTIAL

    @property
    def is_open(self) -> bool:
        """Whether some document of it still waits or is being read."""
        return any(item.state in OPEN for item in self.items)

    @property
    def finished_at(self) -> str | None:
        """When the last document was done with, if all are."""
        return None if self.is_open else max(item.changed_at for item in self.items)

    @property
    def tally(self) -> Counts:
        """How many documents there are in each state."""
        counted = {state: sum(item.state == state for item in self.items) for state in State}
        return {str(state): number for state, number in counted.items() if number}
