"""How a failure is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """How one kind of failure is shown over HTTP and on the command line."""

    name: str
    status: int
    title: str
    help: str
    exit_code: int = 1
    next_step: str = "streetgraph --help"
    retry_after: int | None = None  # seconds
    challenge: str | None = None  # how to prove who one is

    @property
    def type(self) -> str:
        """The path of its help page."""
        return f"/problems/{self.name}"
