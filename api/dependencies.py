"""What routes are given: the store, the settings, a page to fill and a clock.

What waits for nothing is `async`, for FastAPI takes a thread for everything else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Query, Request, Response

from api.envelope import FacetedListing, FacetedMeta, Item, Listing, Meta, Page
from api.errors import ParameterUnknown
from api.jobs.ledger import Ledger
from api.jobs.worker import Worker
from api.operation.freshness import tag
from api.parameters import AtMoment, NoParameters, Paged
from api.settings import Settings
from api.tables.response import Tables
from graph import explore
from graph.explore import ANY_TIME, Moment
from graph.store import Row, Store

T = TypeVar("T")


async def store_of(request: Request) -> Store:
    """The store that the app opened."""
    store: Store = request.app.state.store
    return store


async def settings_of(request: Request) -> Settings:
    """The settings that the app was made with."""
    settings: Settings = request.app.state.settings
    return settings


async def ledger_of(request: Request) -> Ledger:
    """The ledger of the jobs."""
    ledger: Ledger = request.app.state.ledger
    return ledger


async def worker_of(request: Request) -> Worker:
    """Whoever reads what is posted."""
    worker: Worker = request.app.state.worker
    return worker


async def tables_of(request: Request) -> Tables:
    """Whoever lets tables be sent."""
    tables: Tables = request.app.state.tables
    return tables


async def no_repeats(request: Request) -> None:
    """Refuse a parameter that is given twice, of which only one would count."""
    times = Counter(name for name, _ in request.query_params.multi_items())
    if repeated := sorted(name for name, number in times.items() if number > 1):
        raise ParameterUnknown(f"{', '.join(repeated)} is given more than once.", repeated=repeated)


async def no_parameters(_: Annotated[NoParameters, Query()]) -> None:
    """Refuse any query parameter."""


StoreDep = Annotated[Store, Depends(store_of)]
SettingsDep = Annotated[Settings, Depends(settings_of)]
LedgerDep = Annotated[Ledger, Depends(ledger_of)]
TablesDep = Annotated[Tables, Depends(tables_of)]
WorkerDep = Annotated[Worker, Depends(worker_of)]


@dataclass(slots=True)
class Reply:
    """Wraps what the graph answers, and says how long that took."""

    settings: Settings
    store: Store
    revision: int
    started: float = field(default_factory=perf_counter)
    warnings: list[str] = field(default_factory=list)
    moment: Moment = ANY_TIME

    def moment_of(self, asked: AtMoment) -> Moment:
        """The moment that is asked for, which the answer then tells, with what it leaves out."""
        self.moment = asked.moment()
        self.warnings += self.moment.left_out(self.store)
        return self.moment

    def page_of(self, asked: Paged) -> dict[str, Any]:
        """Limit and cursor for the graph; a limit beyond the highest is lowered, with a warning."""
        highest = self.settings.max_page_limit
        limit = min(self.settings.page_limit, highest) if asked.limit is None else asked.limit
        if limit > highest:
            self.warnings.append(f"limit was lowered from {limit} to {highest}, the most that a page holds.")
        return {"limit": min(limit, highest), "cursor": asked.cursor}

    def item(self, data: T) -> Item[T]:
        """One thing in its envelope."""
        return Item(data=data, meta=self._meta())

    def listing(self, rows: Sequence[T], page: explore.Page) -> Listing[T]:
        """A page of a list in its envelope."""
        self.warnings += page.warnings
        where = Page(returned=len(rows), total=page.total, truncated=page.truncated, next=page.next)
        return Listing(data=list(rows), page=where, meta=self._meta())

    def faceted(
        self, rows: Sequence[T], page: explore.Page, facets: Mapping[str, list[Row]] | None
    ) -> FacetedListing[T]:
        """A page of a list in its envelope, with how the whole list falls apart."""
        plain = self.listing(rows, page)
        meta = FacetedMeta.model_validate({**plain.meta.model_dump(), "facets": facets})
        return FacetedListing(data=plain.data, page=plain.page, meta=meta)

    def first(self, rows: Sequence[T], most: int) -> Listing[T]:
        """The first `most` of a list that has no pages; one row more tells that the list goes on."""
        is_cut = len(rows) > most
        where = Page(returned=min(len(rows), most), total=None if is_cut else len(rows), truncated=is_cut, next=None)
        return Listing(data=list(rows[:most]), page=where, meta=self._meta())

    def _meta(self) -> Meta:
        return Meta.model_validate(
            {
                "as_of": self.moment.as_of or None,
                "known_at": self.moment.known_at or None,
                "revision": self.revision,
                "took_ms": round((perf_counter() - self.started) * 1000, 2),
                "warnings": self.warnings,
            }
        )


def untagged_reply(settings: SettingsDep, store: StoreDep) -> Reply:
    """A fresh reply, whose clock starts now. The revision is read before all else, so that no answer is older."""
    started = perf_counter()
    return Reply(settings, store, explore.revision(store), started)


UntaggedReplyDep = Annotated[Reply, Depends(untagged_reply)]  # for what changes while the graph does not


async def reply(request: Request, response: Response, fresh: UntaggedReplyDep) -> Reply:
    """A fresh reply with a tag; NotModified if the asker has it already, since nothing but the graph decides it."""
    tag(request, response, fresh.revision)
    return fresh


ReplyDep = Annotated[Reply, Depends(reply)]
