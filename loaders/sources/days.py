"""The day that something was published, as archives, feeds and messages write it."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from loaders.errors import DocumentUnreadable

_WORDED = ("%b %d, %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y", "%Y/%m/%d", "%Y-%m-%d %H:%M:%S %Z", "%a, %d %b %Y")
_FIRST_SECOND, _LAST_SECOND = 1e8, 1e10  # since 1970: years of four figures, such as 2025, are no seconds
_DIGITS_OF_A_DAY = 8


def day_of(value: str) -> date:
    """The day in this date or time; raises `DocumentUnreadable` for what could be read in several ways."""
    value = value.strip()
    for read in (_iso, _seconds, _message, _worded):
        with suppress(ValueError, TypeError, OverflowError, IndexError):
            return read(value)
    raise DocumentUnreadable(f"has {value[:40]!r} for a date, which cannot be told for sure: write it as 2025-03-04.")


def _iso(value: str) -> date:
    return datetime.fromisoformat(value).date()


def _seconds(value: str) -> date:
    """Seconds or milliseconds since 1970."""
    seconds = float(value)
    if len(value) <= _DIGITS_OF_A_DAY:
        raise ValueError(value)
    seconds = seconds / 1000 if seconds > _LAST_SECOND else seconds
    if not _FIRST_SECOND < seconds < _LAST_SECOND:
        raise ValueError(value)
    return datetime.fromtimestamp(seconds, UTC).date()


def _message(value: str) -> date:
    return parsedate_to_datetime(value).date()


def _worded(value: str) -> date:
    for pattern in _WORDED:
        with suppress(ValueError):
            return datetime.strptime(value, pattern).date()
    raise ValueError(value)
