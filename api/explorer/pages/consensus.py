"""Where the street stands on something."""

from __future__ import annotations

from api.explorer.frame import titled
from api.explorer.markup import Words, box
from api.explorer.showing import shown
from api.explorer.visit import Visit
from graph import explore


@shown("/consensus/{reference}")
async def build(visit: Visit, reference: str) -> None:
    """The page."""
    found = await visit.ask(explore.consensus, reference, moment=visit.moment)
    titled(found["entity"]["name"])
    with box("div", "page"):
        Words("h1", found["entity"]["name"])
