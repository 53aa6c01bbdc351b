"""Which companies are set against each other, and by whom."""

from __future__ import annotations

from graph.explore.page import Page, Position, paged
from graph.reference import resolve
from graph.store import Row, Store


def pairs(
    store: Store, *, by: str | None = None, company: str | None = None, limit: int = 50, cursor: str | None = None
) -> Page:
    """The pairs that `by` sets and that `company` is one of, newest first, each with the words that set it."""
    filters = {
        "by": "" if by is None else resolve(store, by)["id"],
        "company": "" if company is None else resolve(store, company)["id"],
    }
    return paged(
        lambda after, most: store.read("pairs.list", **filters, **after.after, limit=most),
        position=_position,
        total=store.read("pairs.count", **filters)[0]["total"],
        filters={"list": "pairs", **filters},
        limit=limit,
        cursor=cursor,
    )


def _position(row: Row) -> Position:
    return Position(row["published_at"] or "", "|".join((row["a_id"], row["b_id"], row["claim_id"])))
