"""An entity: who it is, what is around it, what it says and what is said of it."""

from __future__ import annotations

from api.explorer.frame import titled
from api.explorer.markup import Words, box
from api.explorer.showing import shown
from api.explorer.visit import Visit
from graph import explore


@shown("/entity/{reference}")
async def build(visit: Visit, reference: str) -> None:
    """The page."""
    found = await visit.ask(explore.entity, reference)
    titled(found["name"])
    with box("div", "page"):
        Words("h1", found["name"])
