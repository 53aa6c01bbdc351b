"""A number for the state of a store: two answers of the same revision are of the same graph."""

from __future__ import annotations

from graph.store import Reader, Run


def revision(store: Reader) -> int:
    """How many writes changed the store so far; it grows with each, and with nothing else."""
    return int(store.read("schema.revision")[0]["revision"])


def count_write(run: Run) -> None:
    """Count a write that changes what can be read, within its own transaction."""
    run("schema.count_write")
