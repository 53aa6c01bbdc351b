"""Documents brought in: files, text, an address."""

from __future__ import annotations

from api.explorer.frame import titled
from api.explorer.markup import Words, box
from api.explorer.showing import shown
from api.explorer.visit import Visit


@shown("/load")
async def build(visit: Visit) -> None:  # noqa: ARG001
    """The page."""
    titled("Load")
    with box("div", "page"):
        Words("h1", "Load")
