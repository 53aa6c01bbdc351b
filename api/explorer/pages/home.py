"""Where one begins: search, and what was said last."""

from __future__ import annotations

from api.explorer import states
from api.explorer.frame import titled
from api.explorer.markup import Words, box
from api.explorer.sections import section
from api.explorer.showing import shown
from api.explorer.visit import Visit
from graph import explore


@shown("/")
async def build(visit: Visit) -> None:
    """The first page."""
    titled("Explore")
    with box("div", "page"):
        Words("h1", "Who said what about which company")

        async def latest() -> None:
            page = await visit.ask(explore.claims, limit=20, moment=visit.moment)
            if not page.rows:
                states.empty("Nothing is in the graph yet.")
            for row in page.rows:
                Words("p", row["quote"])

        section(visit, "Said last", latest)
