"""What happened around an entity, day by day: what it says, what is said for it and what is said about it."""

from __future__ import annotations

from typing import Unpack

from graph.errors import ParameterInvalid
from graph.explore.claim_filters import Wishes, claim_filter
from graph.explore.claims import NEWEST_FIRST, listed
from graph.explore.page import Page
from graph.reference import resolve
from graph.store import Row, Store

ORDERS = {"newest": NEWEST_FIRST, "oldest": "published_at"}


def timeline(
    store: Store,
    reference: str,
    *,
    order: str = "newest",
    limit: int = 50,
    cursor: str | None = None,
    **wishes: Unpack[Wishes],
) -> Page:
    """The claims that an entity makes, that are made for it or that are about it, in the order of their days.

    Each has the `parts` that the entity plays in it: `speaker`, `organisation`, `subject`.
    """
    if order not in ORDERS:
        raise ParameterInvalid(f"'order' must be newest or oldest, not {order!r:.80}.")
    with store.view() as view:
        anchor = str(resolve(view, reference)["id"])
        wanted = claim_filter(view, **wishes)
        page = listed(view, wanted, anchor=anchor, sort=ORDERS[order], limit=limit, cursor=cursor)
    return Page([{**row, "parts": _parts(row, anchor)} for row in page.rows], page.total, page.next)


def _parts(row: Row, entity_id: str) -> list[str]:
    played = {
        "speaker": row["speaker_id"] == entity_id,
        "organisation": row["org_id"] == entity_id,
        "subject": any(one["id"] == entity_id for one in row["about"]),
    }
    return [part for part, is_played in played.items() if is_played]
