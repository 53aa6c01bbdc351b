"""What was judged so far, as a list."""

from __future__ import annotations

from collections.abc import Sequence

from graph.explore.page import Page, Position, paged
from graph.reference import resolve
from graph.resolution.judgement import Verdict
from graph.store import Reader


def judgements(
    store: Reader,
    *,
    verdict: Verdict | None = None,
    entity: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> Page:
    """The judgements, newest first: of one verdict, and about one entity or what was merged into it, if given."""
    filters = {"verdict": verdict or "", "entity_ids": _ids(store, entity)}
    return paged(
        lambda after, most: store.read("resolution.judgements", **filters, **after.after, limit=most),
        position=lambda row: Position(row["at"], row["id"]),
        total=store.read("resolution.count", **filters)[0]["total"],
        filters={"list": "judgements", **filters},
        limit=limit,
        cursor=cursor,
    )


def _ids(store: Reader, entity: str | None) -> Sequence[str]:
    if entity is None:
        return [""]
    kept = resolve(store, entity)["id"]
    return [kept, *(row["id"] for row in store.read("resolution.merged", kept=kept))]
