"""Whether two ids are one entity: said once, with a reason, by somebody, at some time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from graph.model import digest


class Verdict(StrEnum):
    """What is said of two ids."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


def time_of(moment: datetime) -> str:
    """The moment as judgements have it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def pair_id(one: str, other: str) -> str:
    """The id of two ids, whichever comes first."""
    return digest(*sorted((one, other)))


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two ids and whether they are one entity. `left` is the one that is kept if they are."""

    left: str
    right: str
    verdict: Verdict
    score: float  # how alike they are, between 0 and 1
    why: str
    by: str  # who judged
    at: str  # when, ISO 8601 in UTC

    @property
    def id(self) -> str:
        """The same for the same two ids, whichever is left: of a pair there is one judgement."""
        return pair_id(self.left, self.right)
