"""Which companies are set against each other, and by whom."""

from __future__ import annotations

from graph.explore.links import bounded
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.page import Page, Position, paged
from graph.reference import resolve
from graph.store import Store


def pairs(
    store: Store,
    *,
    by: str | None = None,
    company: str | None = None,
    moment: Moment = ANY_TIME,
    limit: int = 50,
    cursor: str | None = None,
) -> Page:
    """The pairs that `by` sets and that `company` is one of, newest first, each with the words that set it."""
    asked = {
        "by": "" if by is None else resolve(store, by)["id"],
        "company": "" if company is None else resolve(store, company)["id"],
    }
    return paged(
        lambda after, most: store.read("pairs.list", **asked, **bounded(moment, after.day), limit=most),
        position=lambda row: Position(row["position"], ""),
        total=store.read("pairs.count", **asked, **moment.parameters)[0]["total"],
        filters={"list": "pairs", **asked, **moment.parameters},
        limit=limit,
        cursor=cursor,
    )
