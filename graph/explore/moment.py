"""When a question is asked from: what had been said by a day, and what the graph had learned by a time.

A query that can be asked so takes `$as_of` and `$known_at`, texts that switch their filter off when they are empty:

    ($as_of = '' OR c.published_at <= $as_of) AND ($known_at = '' OR c.recorded_at <= $known_at)

What has no date of publication may have been said at any time: with `as_of` it is left out, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from graph.errors import ParameterInvalid
from graph.store import Row, Store

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of view in time; the empty text stands for no limit."""

    as_of: str = ""  # day of publication, inclusive: 2025-02-28
    known_at: str = ""  # time of recording in UTC, inclusive: 2025-03-01T09:30:00.000000Z

    @classmethod
    def of(cls, *, as_of: date | str | None = None, known_at: datetime | date | str | None = None) -> Moment:
        """The moment of a day and a time as people give them; ParameterInvalid if one is neither.

        A `known_at` that is a day means the end of it, one without a zone is in UTC.
        """
        return cls(
            "" if as_of is None else day("as_of", as_of), "" if known_at is None else time_of("known_at", known_at)
        )

    @property
    def parameters(self) -> Row:
        """What a query is given."""
        return {"as_of": self.as_of, "known_at": self.known_at}

    def includes(self, row: Row) -> bool:
        """Whether what has this `published_at` and `recorded_at` had been said and recorded by then."""
        said = not self.as_of or (row["published_at"] or "~") <= self.as_of
        return said and (not self.known_at or row["recorded_at"] <= self.known_at)

    def left_out(self, store: Store) -> list[str]:
        """What whoever asks from this moment should know: how many documents it leaves out for want of a date."""
        if not self.as_of:
            return []
        number = store.read("documents.undated", known_at=self.known_at)[0]["total"]
        what = "1 document without a date is" if number == 1 else f"{number} documents without a date are"
        return [f"{what} left out, since nobody knows whether it was said by {self.as_of}."] if number else []


ANY_TIME = Moment()


def day(name: str, value: date | str) -> str:
    """The day as the graph writes it; ParameterInvalid names the parameter if it is none."""
    try:
        return (date.fromisoformat(value) if isinstance(value, str) else value).isoformat()[:10]
    except ValueError as error:
        raise ParameterInvalid(f"{name!r} must be a date such as 2025-02-28, not {value!r:.80}.") from error


def timestamp(moment: datetime) -> str:
    """The time as the graph writes it: in UTC, to the microsecond, so that texts sort as times do."""
    zoned = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return zoned.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def time_of(name: str, value: datetime | date | str) -> str:
    """The time as the graph writes it, of a day its end; ParameterInvalid names the parameter if it is neither."""
    try:
        return timestamp(_parsed(value) if isinstance(value, str) else _end_of(value))
    except (ValueError, OverflowError) as error:
        raise ParameterInvalid(
            f"{name!r} must be a day or a time such as 2025-02-28 or 2025-02-28T16:30:00Z, not {value!r:.80}."
        ) from error


def _parsed(text: str) -> datetime:
    return _end_of(date.fromisoformat(text)) if _DAY.fullmatch(text) else datetime.fromisoformat(text)


def _end_of(value: datetime | date) -> datetime:
    """The time itself, or the last one of the day."""
    return value if isinstance(value, datetime) else datetime.combine(value, time.max, UTC)
