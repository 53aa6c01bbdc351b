"""What was judged of a pair, and by whom and why, with a way to undo it."""

from __future__ import annotations

from api.explorer import states
from api.explorer.addresses import entity_address
from api.explorer.markup import Words, box, link
from api.explorer.review.judging import undo
from api.explorer.visit import Visit
from graph.store import Row

_BETWEEN = {"same": "is", "different": "is not", "unsure": "may be"}


def judged_line(visit: Visit, judgement: Row) -> None:
    """One judgement."""
    with box("div", "judged"):
        _shown(visit, judgement)


def _shown(visit: Visit, judgement: Row) -> None:
    with box("div", "judged-words"):
        with box("p", "row"):
            Words("span", judgement["verdict"], f"chip verdict-{judgement['verdict']}")
            link(judgement["right"], entity_address(judgement["right"], visit.moment))
            Words("span", _BETWEEN[judgement["verdict"]], "soft")
            link(judgement["left"], entity_address(judgement["left"], visit.moment))
        Words("p", judgement["why"], "soft")
        Words("p", f"{judgement['by']}, {judgement['at'][:16].replace('T', ' ')} UTC", "soft small")
    with box("div", "judged-undo") as place:
        button = Words("button", "Undo", "button", type="button")

    async def undone() -> None:
        place.clear()
        with place:
            try:
                await undo(visit, judgement["id"])
                Words("span", "undone", "chip", role="status")
            except Exception as problem:
                states.note(visit, problem)
                states.failure(visit, problem, again=undone)

    button.on("click", undone)
