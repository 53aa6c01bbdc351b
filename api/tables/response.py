"""A table as the answer to a request, sent while it is read."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi.responses import StreamingResponse

from api.operation.freshness import KEEP_BUT_ASK
from api.tables.formats import Format
from graph.explore import Page
from graph.explore.claim_table import COLUMNS
from graph.store import Row

MOST_CLAIMS = 100_000


def table_response(format_: Format, first: Page, rows: Iterator[list[Row]], *, limit: int) -> StreamingResponse:
    """The claims as a file; headers say how many there are in all and whether the file holds them all."""
    total = first.total or 0
    is_cut = first.truncated and (total > limit or first.returned == limit)
    headers = {
        "Content-Disposition": f'attachment; filename="claims.{format_.name}"',
        "X-Total-Count": str(total),
        "X-Truncated": "true" if is_cut else "false",
        "Cache-Control": KEEP_BUT_ASK,
        "Vary": "Accept, Authorization, X-API-Key",
    }
    return StreamingResponse(format_.written(COLUMNS, rows), media_type=format_.media_type, headers=headers)
