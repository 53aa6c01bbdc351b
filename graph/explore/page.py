"""Lists in pieces: a page says how much there is, and holds a cursor to where the next one begins.

A list is ordered by day, newest first, and by a place that tells apart what is of the same day. A cursor is the
position of the last row with a mark of the filters, so that rows which come or go in between shift nothing.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.errors import ParameterInvalid
from graph.model import digest
from graph.store import Row

MOST = 1000


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list; `total` counts the whole list, `next` is the cursor of the next page if there is one."""

    rows: list[Row]
    total: int | None = None
    next: str | None = None

    @property
    def truncated(self) -> bool:
        """Whether more rows follow."""
        return self.next is not None

    @property
    def returned(self) -> int:
        """How many rows this page has."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class Position:
    """Where a row stands in its list."""

    day: str
    place: str

    @property
    def after(self) -> Row:
        """The parameters of a query that make it begin behind this position."""
        return {"after_date": self.day, "after_place": self.place}


BEGINNING = Position("~", "")  # sorts after every day


def paged(
    fetch: Callable[[Position, int], list[Row]],
    *,
    position: Callable[[Row], Position],
    total: int,
    filters: Mapping[str, object],
    limit: int,
    cursor: str | None,
) -> Page:
    """The page that the cursor points to: at most `limit` of the rows that `fetch` gives from a position on."""
    check_limit(limit)
    mark = digest(json.dumps(filters, sort_keys=True, default=str))
    rows = fetch(_position(cursor, mark), limit + 1)
    kept = rows[:limit]
    return Page(kept, total, _cursor(position(kept[-1]), mark) if len(rows) > limit else None)


def check_limit(limit: int) -> None:
    """Raise ParameterInvalid unless so many rows may be asked for."""
    if not 1 <= limit <= MOST:
        raise ParameterInvalid(f"'limit' must be between 1 and {MOST}, not {limit}.")


def _cursor(position: Position, mark: str) -> str:
    packed = json.dumps([mark, position.day, position.place], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def _position(cursor: str | None, mark: str) -> Position:
    if cursor is None:
        return BEGINNING
    found, day, place = _unpacked(cursor)
    if found != mark:
        raise ParameterInvalid("'cursor' belongs to a list with other filters; leave it out to begin anew.")
    return Position(day, place)


def _unpacked(cursor: str) -> tuple[str, str, str]:
    try:
        mark, day, place = map(_text, json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))))
    except (ValueError, TypeError, RecursionError) as error:
        raise ParameterInvalid("'cursor' is not one that a page gave; leave it out to begin anew.") from error
    return mark, day, place


def _text(part: object) -> str:
    if not isinstance(part, str):
        raise TypeError
    return part
