"""Claims as a table for spreadsheets, data frames and databases: one row for each number, with who, when and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Unpack

from graph.explore.claim_filters import Wishes
from graph.explore.claims import NEWEST_FIRST, claims
from graph.explore.page import MOST, Page
from graph.store import Row, Store

COLUMNS: dict[str, str] = {  # and what each holds: text, day (ISO 8601), time (in UTC), number or count
    "claim_id": "text",
    "published_at": "day",
    "recorded_at": "time",
    "last_confirmed_at": "time",  # when the document that states it was last read anew
    "speaker_id": "text",
    "speaker": "text",
    "org_id": "text",
    "org": "text",
    "entity_id": "text",  # what the number measures, or else what the claim is about
    "ticker": "text",
    "figi": "text",
    "isin": "text",
    "lei": "text",
    "cik": "text",
    "type": "text",
    "stance": "text",
    "modality": "text",
    "metric": "text",
    "low": "number",
    "high": "number",
    "unit": "text",
    "period": "text",
    "horizon_end": "day",
    "quote": "text",
    "start": "count",
    "end": "count",
    "document_id": "text",
    "url": "text",
    "extractor": "text",
}
_FROM_CLAIM = (
    *("claim_id", "published_at", "recorded_at", "last_confirmed_at", "speaker_id", "speaker", "org_id", "org", "type"),
    *("stance", "modality", "horizon_end", "quote", "start", "end", "document_id", "url", "extractor"),
)
_FROM_FIGURE = ("metric", "low", "high", "unit", "period")


def claim_table(
    store: Store,
    *,
    sort: str = NEWEST_FIRST,
    most: int = 100_000,
    cursor: str | None = None,
    **wishes: Unpack[Wishes],
) -> tuple[Page, Iterator[list[Row]]]:
    """The first page of the claims that fit, and the rows of this and all pages behind it, of at most `most` claims.

    A claim gives one row for each of its numbers; one without numbers gives a row for each subject, or a single one.
    What the graph does not know is None.
    """
    first = claims(store, sort=sort, limit=min(most, MOST), cursor=cursor, **wishes)
    return first, _rows(store, first, sort, most, wishes)


def _rows(store: Store, page: Page, sort: str, most: int, wishes: Wishes) -> Iterator[list[Row]]:
    left = most - page.returned
    yield _page_of(store, page.rows)
    while page.next is not None and left > 0:
        page = claims(store, sort=sort, limit=min(left, MOST), cursor=page.next, counted=False, **wishes)
        left -= page.returned
        yield _page_of(store, page.rows)


def _page_of(store: Store, rows: Iterable[Row]) -> list[Row]:
    made = [row for claim in rows for row in _of_claim(claim)]
    ids = sorted({row["entity_id"] for row in made if row["entity_id"]})
    known = {row["id"]: row for row in store.read("entities.known", ids=ids)} if ids else {}
    listed = {one: _listed(entity) for one, entity in known.items()}
    return [{**row, **listed.get(row["entity_id"], {})} for row in made]


def _of_claim(claim: Row) -> Iterator[Row]:
    subjects = [one["id"] for one in claim["about"]]
    empty = dict.fromkeys(COLUMNS) | {name: claim[name] for name in _FROM_CLAIM}
    for figure in claim["figures"]:
        entity_id = figure["about_id"] or next(iter(subjects), None)
        yield empty | {name: figure[name] for name in _FROM_FIGURE} | {"entity_id": entity_id}
    if not claim["figures"]:
        yield from (empty | {"entity_id": entity_id} for entity_id in subjects or [None])


def _listed(entity: Row) -> Row:
    """The first ticker of an entity, and the first identifier of each scheme."""
    identifiers = reversed([each.partition(":") for each in entity["identifiers"] or []])
    first = {scheme: value for scheme, _, value in identifiers if scheme in COLUMNS}
    return {"ticker": next(iter(entity["tickers"] or []), None), **first}
