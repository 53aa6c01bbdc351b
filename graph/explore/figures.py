"""The numbers that are given for an entity: by whom, on which day, in which words."""

from __future__ import annotations

from collections.abc import Iterator

from graph.explore.claim_filters import claim_filter
from graph.explore.claims import NEWEST_FIRST, listed
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.page import Page
from graph.explore.statements import NEW, PREVIOUS
from graph.reference import resolve
from graph.store import Row, Store

_FROM_FIGURE = ("metric", "low", "high", "unit", "period", "approximate")
_FROM_CLAIM = ("claim_id", "type", "stance", "published_at", "quote", "document_id")


def figures(
    store: Store, reference: str, *, metric: str | None = None, moment: Moment = ANY_TIME, limit: int = 500
) -> Page:
    """The numbers in the newest `limit` claims about an entity that measure it, or nobody in particular, newest first.

    The voice of a number is the institution that it is given for, else who gives it; it is None where the document
    itself does. What the words replace with another number is left out, and a new number counts as one without a past.
    """
    with store.view() as view:
        subject = str(resolve(view, reference)["id"])
        wanted = claim_filter(view, about=subject, metric=metric, moment=moment)
        page = listed(view, wanted, sort=NEWEST_FIRST, limit=limit, cursor=None, counted=False)
    rows = [row for claim in page.rows for row in _of_claim(claim, subject, metric)]
    warnings = (f"Only the newest {limit:,} claims were looked at.",) if page.truncated else ()
    return Page(rows, goes_on=page.truncated, warnings=warnings)


def _of_claim(claim: Row, subject: str, metric: str | None) -> Iterator[Row]:
    voice = {"voice_id": claim["org_id"] or claim["speaker_id"], "voice": claim["org"] or claim["speaker"]}
    for figure in claim["figures"]:
        is_other = figure["about_id"] not in (None, subject) or metric not in (None, figure["metric"])
        if is_other or figure["basis"] == PREVIOUS:
            continue
        basis = None if figure["basis"] == NEW else figure["basis"]
        shown = {name: figure[name] for name in _FROM_FIGURE} | {"basis": basis, "text": figure["text"]}
        yield {**{name: claim[name] for name in _FROM_CLAIM}, **shown, **voice}
