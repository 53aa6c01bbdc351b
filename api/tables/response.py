"""A table as the answer to a request, sent while it is read."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import BoundedSemaphore

from anyio import CancelScope, current_time
from fastapi.responses import StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from api.errors import TablesBusy
from api.operation.freshness import KEEP_BUT_ASK
from api.tables.formats import Format
from graph.explore import Page
from graph.explore.claim_table import COLUMNS
from graph.store import Row

MOST_CLAIMS = 100_000
STALL_SECONDS = 30.0  # in which a piece has to be taken over, of less than a megabyte as a rule
_log = logging.getLogger("streetgraph.tables")


class Tables:
    """Lets so many tables be sent at the same time, and no more: each takes a part of the server for a while."""

    def __init__(self, most: int, seconds: float) -> None:
        self.seconds = seconds  # that one may take
        self._most, self._turns = most, BoundedSemaphore(most)

    @contextmanager
    def one(self) -> Iterator[None]:
        """Send one; TablesBusy if that is one too many."""
        if not self._turns.acquire(blocking=False):
            raise TablesBusy(f"As many tables are being sent as may be at the same time, {self._most}.")
        try:
            yield
        finally:
            self._turns.release()


class TableResponse(StreamingResponse):
    """A table that is sent piece by piece; what it holds open is closed once it is sent or its asker has left.

    An asker who takes too long, over a piece or over all, is cut off: the body has no end then, which no client takes
    for a whole one.
    """

    held_open = ExitStack()
    seconds = 0.0  # for all of it

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        end = current_time() + self.seconds
        with self.held_open, CancelScope(deadline=end) as sending:

            async def sent(message: Message) -> None:
                sending.deadline = min(end, current_time() + STALL_SECONDS)
                await send(message)
                sending.deadline = end

            await super().__call__(scope, receive, sent)
        if sending.cancelled_caught:
            _log.warning("a table was cut off: who asked for it took too long to take it over")


def table_response(
    format_: Format, first: Page, rows: Iterator[list[Row]], *, limit: int, seconds: float, held_open: ExitStack
) -> TableResponse:
    """The claims as a file; headers say how many there are in all and whether the file holds them all.

    Whoever has not taken it over within these `seconds` is cut off.
    """
    total = first.total or 0
    is_cut = first.truncated and (total > limit or first.returned == limit)
    headers = {
        "Content-Disposition": f'attachment; filename="claims.{format_.name}"',
        "X-Total-Count": str(total),
        "X-Truncated": "true" if is_cut else "false",
        "Cache-Control": KEEP_BUT_ASK,
        "Vary": "Accept, Authorization, X-API-Key",
    }
    response = TableResponse(format_.written(COLUMNS, rows), media_type=format_.media_type, headers=headers)
    response.held_open, response.seconds = held_open, seconds
    return response
