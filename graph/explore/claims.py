"""Who said what about whom, with which numbers and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from typing import Unpack

from graph.errors import ParameterInvalid
from graph.explore.claim_filters import ClaimFilter, Wishes, claim_filter
from graph.explore.page import Page, paged_in_order
from graph.store import Reader, Row, Store, grouped

NEWEST_FIRST = "-published_at"
SORTS = tuple(f"{sign}{column}" for column in ("published_at", "recorded_at", "confidence") for sign in ("-", ""))
_BEFORE_UNDATED = "0"  # falls behind every day, and the empty text of what has none behind it
_LAST = "~"  # sorts after every day and time


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands in a list that rises by one column or falls by another."""

    rising: str = ""
    falling: str = _LAST
    number: float = 0.0
    claim_id: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """What a cursor holds of it."""
        return self.rising, self.falling, repr(self.number), self.claim_id

    @classmethod
    def read(cls, rising: str, falling: str, number: str, claim_id: str) -> Place:
        """The place of these parts; ValueError if they are not of one."""
        if not isfinite(place := float(number)):
            raise ValueError(f"{number} is no place in a list.")
        return cls(rising, falling, place, claim_id)

    @property
    def after(self) -> Row:
        """The parameters of a query that make it begin behind this place."""
        return {
            "after_rising": self.rising,
            "after_falling": self.falling,
            "after_number": self.number,
            "after_place": self.claim_id,
        }


def claims(
    store: Store,
    *,
    sort: str = NEWEST_FIRST,
    limit: int = 50,
    cursor: str | None = None,
    counted: bool = True,
    **wishes: Unpack[Wishes],
) -> Page:
    """The claims that fit all wishes, in the order of `sort`: a column of SORTS, falling if it begins with `-`.

    Claims that only state a relation are left out unless `type` asks for them. What has no day comes last where the
    newest come first. The whole list is not `counted` if that is not wanted.
    """
    if sort not in SORTS:
        raise ParameterInvalid(f"'sort' must be one of {', '.join(SORTS)}, not {sort!r:.80}.")
    with store.view() as view:
        wanted = claim_filter(view, **wishes)
        return listed(view, wanted, sort=sort, limit=limit, cursor=cursor, counted=counted)


def listed(
    reader: Reader,
    wanted: ClaimFilter,
    *,
    anchor: str = "",
    sort: str,
    limit: int,
    cursor: str | None,
    counted: bool = True,
) -> Page:
    """The claims that fit a filter, with an `anchor` only those that have to do with it in any way."""
    places: dict[str, Place] = {}

    def fetch(after: Place, most: int) -> list[Row]:
        rows = found(reader, wanted, anchor, sort, after, most)
        places.update((row["claim_id"], _place(row)) for row in rows)
        return described(reader, places)

    return paged_in_order(
        fetch,
        position=lambda row: places[row["claim_id"]],
        beginning=Place(),
        read=Place.read,
        total=total(reader, wanted, anchor) if counted else None,
        filters={"list": "claims", "anchor": anchor, "sort": sort, **wanted.parameters},
        limit=limit,
        cursor=cursor,
    )


def described(reader: Reader, claim_ids: Iterable[str]) -> list[Row]:
    """The claims of these ids, in this order, with what they are about and their figures; unknown ids are left out."""
    ids = list(dict.fromkeys(claim_ids))
    if not ids:
        return []
    found = {row["claim_id"]: row for row in reader.read("claims.get", ids=ids)}
    about, figures = (grouped(reader.read(name, ids=ids), "claim_id") for name in ("claims.subjects", "claims.figures"))
    return [{**found[one], "about": about[one], "figures": figures[one]} for one in ids if one in found]


def total(reader: Reader, wanted: ClaimFilter, anchor: str = "") -> int:
    """How many claims fit the filter."""
    return int(sum(row["total"] for row in tallied(reader, wanted, anchor)))


def tallied(reader: Reader, wanted: ClaimFilter, anchor: str = "", *, facet: str = "", limit: int = 1) -> list[Row]:
    """`{value, total}` for the most frequent values of a facet among the claims that fit; of all for no facet."""
    asked = {**wanted.shared, "facet": facet, "limit": limit}
    if wanted.measures:
        return reader.read("claims.tally_measured", **asked, **wanted.figures)
    if near := anchor or wanted.anchor:
        return reader.read("claims.tally_near", anchor=near, **asked)
    return reader.read("claims.tally", **asked)


def found(reader: Reader, wanted: ClaimFilter, anchor: str, sort: str, after: Place, limit: int) -> list[Row]:
    """The ids of the claims behind a place, each with its own; read from where the fewest have to be looked at."""
    asked = {**wanted.shared, "limit": limit}
    if wanted.measures:
        return reader.read("claims.find_measured", **asked, **wanted.figures, **after.after, sort=sort)
    if near := anchor or wanted.anchor:
        return reader.read("claims.find_near", anchor=near, **asked, **after.after, sort=sort)
    if sort != NEWEST_FIRST:
        return reader.read("claims.find", **asked, **after.after, sort=sort)
    return _newest(reader, wanted, after, limit)


def _newest(reader: Reader, wanted: ClaimFilter, after: Place, limit: int) -> list[Row]:
    """All claims, newest first: those with a day by the index of days, those without behind them."""
    rows: list[Row] = []
    if after.falling:
        place = {"after_falling": after.falling, "after_place": after.claim_id}
        rows = reader.read("claims.find_newest", **wanted.shared, **place, limit=limit)
        after = Place(falling=_BEFORE_UNDATED)
    if len(rows) == limit or any(wanted.shared[name] for name in ("as_of", "published_from", "published_to")):
        return rows
    asked = {**wanted.shared, **after.after, "sort": NEWEST_FIRST, "limit": limit - len(rows)}
    return rows + reader.read("claims.find", **asked)


def _place(row: Row) -> Place:
    return Place(row["rising"], row["falling"], row["number"], row["claim_id"])
