"""A document with all that was read out of it."""

from __future__ import annotations

from api.explorer.frame import titled
from api.explorer.markup import Words, box
from api.explorer.showing import shown
from api.explorer.visit import Visit
from graph import explore


@shown("/document/{document_id}")
async def build(visit: Visit, document_id: str) -> None:
    """The page."""
    found = await visit.ask(explore.document, document_id)
    titled(found["title"])
    with box("div", "page"):
        Words("h1", found["title"])
