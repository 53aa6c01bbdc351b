"""A claim in its words."""

from __future__ import annotations

from api.explorer.frame import titled
from api.explorer.markup import Words, box
from api.explorer.showing import shown
from api.explorer.visit import Visit
from graph import explore


@shown("/claim/{claim_id}")
async def build(visit: Visit, claim_id: str) -> None:
    """The page."""
    found = await visit.ask(explore.claim, claim_id, moment=visit.moment)
    titled(found["quote"])
    with box("div", "page"):
        Words("h1", found["quote"])
