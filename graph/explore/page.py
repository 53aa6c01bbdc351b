"""Lists in pieces: a page says how much there is, and holds a cursor to where the next one begins.

A list is ordered by day, newest first, and by a place that tells apart what is of the same day. A cursor is the
position of the last row with a mark of the filters, so that rows which come or go in between shift nothing.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from graph.errors import ParameterInvalid
from graph.model import digest
from graph.store import Row

MOST = 1000


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list; `total` counts the whole list, `next` is the cursor of the next page if there is one.

    A list without cursors `goes_on` where it was cut; `warnings` say what else whoever reads it should know.
    """

    rows: list[Row]
    total: int | None = None
    next: str | None = None
    goes_on: bool = False
    warnings: tuple[str, ...] = ()

    @property
    def truncated(self) -> bool:
        """Whether more rows follow."""
        return self.next is not None or self.goes_on

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

    @property
    def parts(self) -> tuple[str, ...]:
        """What a cursor holds of it."""
        return self.day, self.place


BEGINNING = Position("~", "")  # sorts after every day


class Placed(Protocol):
    """Where a row stands in a list of any order."""

    @property
    def parts(self) -> tuple[str, ...]:
        """What a cursor holds of it: what the class is made of again."""


P = TypeVar("P", bound=Placed)


def paged(
    fetch: Callable[[Position, int], list[Row]],
    *,
    position: Callable[[Row], Position],
    total: int | None,
    filters: Mapping[str, object],
    limit: int,
    cursor: str | None,
) -> Page:
    """The page that the cursor points to: at most `limit` of the rows that `fetch` gives from a position on."""
    return paged_in_order(
        fetch,
        position=position,
        beginning=BEGINNING,
        read=Position,
        total=total,
        filters=filters,
        limit=limit,
        cursor=cursor,
    )


def paged_in_order(
    fetch: Callable[[P, int], list[Row]],
    *,
    position: Callable[[Row], P],
    beginning: P,
    read: Callable[..., P],
    total: int | None,
    filters: Mapping[str, object],
    limit: int,
    cursor: str | None,
) -> Page:
    """The same for a list that is not ordered by day: `read` makes a position of the parts that a cursor holds."""
    check_limit(limit)
    mark = digest(json.dumps(filters, sort_keys=True, default=str))
    rows = fetch(beginning if cursor is None else _position(cursor, mark, len(beginning.parts), read), limit + 1)
    kept = rows[:limit]
    return Page(kept, total, _cursor(position(kept[-1]), mark) if len(rows) > limit else None)


def check_limit(limit: int) -> None:
    """Raise ParameterInvalid unless so many rows may be asked for."""
    if not 1 <= limit <= MOST:
        raise ParameterInvalid(f"'limit' must be between 1 and {MOST}, not {limit}.")


def _cursor(position: Placed, mark: str) -> str:
    packed = json.dumps([mark, *position.parts], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def _position(cursor: str, mark: str, size: int, read: Callable[..., P]) -> P:
    try:
        found, *parts = map(_text, json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))))
        position = read(*parts) if len(parts) == size else None
    except (ValueError, TypeError, RecursionError) as error:
        raise ParameterInvalid("'cursor' is not one that a page gave; leave it out to begin anew.") from error
    if found != mark or position is None:
        raise ParameterInvalid("'cursor' belongs to a list with other filters; leave it out to begin anew.")
    return position


def _text(part: object) -> str:
    if not isinstance(part, str):
        raise TypeError
    return part
