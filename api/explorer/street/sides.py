"""Who is on which side of a subject, each with the words that show it."""

from __future__ import annotations

from api.explorer import states
from api.explorer.addresses import entity_address
from api.explorer.claim_lines import quote_link
from api.explorer.markup import Words, box, link
from api.explorer.visit import Visit
from graph.model import Stance
from graph.store import Row

_SIDES = {Stance.POSITIVE: "Positive", Stance.NEGATIVE: "Negative", Stance.NEUTRAL: "Neutral"}


def sides(visit: Visit, found: Row) -> None:
    """How many voices are on each side as a bar, and then who they are."""
    stances: dict[str, int] = found["stances"]
    if not found["views"]:
        states.empty(
            "Nobody speaks about it in this time.",
            "A longer window may find somebody; a document without a date is in none.",
            symbol="balance",
        )
        return
    _bar(stances)
    silent = [view for view in found["views"] if view["stance"] in (None, Stance.NEUTRAL)]
    with box("div", "sides"):
        for stance in (Stance.POSITIVE, Stance.NEGATIVE):
            _side(visit, stance, [view for view in found["views"] if view["stance"] == stance], stances[stance])
    if silent:
        with box("details", "as-table"):
            Words("summary", f"{len(silent)} without a side")
            _voices(visit, silent)


def _bar(stances: dict[str, int]) -> None:
    """One stretch for each side, as long as its share."""
    told = ", ".join(f"{number} {stance}" for stance, number in stances.items())
    with box("div", "bar", role="img", aria_label=f"Voices: {told}"):
        for stance in (Stance.POSITIVE, Stance.NEUTRAL, Stance.NEGATIVE):
            if stances[stance]:
                Words("span", str(stances[stance]), f"bar-part {stance}", style=f"flex-grow:{stances[stance]}")


def _side(visit: Visit, stance: Stance, views: list[Row], number: int) -> None:
    with box("section", f"side {stance}", aria_label=_SIDES[stance]):
        with box("h3", "side-title"):
            box("span", "dot")
            Words("span", f"{_SIDES[stance]}: {number}")
        if views:
            _voices(visit, views)
        else:
            Words("p", "Nobody.", "soft")
        if number > len(views):
            Words("p", f"The latest {len(views)} of {number}.", "soft small")


def _voices(visit: Visit, views: list[Row]) -> None:
    with box("ul", "voices"):
        for view in views:
            with box("li", f"voice {view['stance'] or 'neutral'}"):
                with box("div", "claim-head"):
                    link(view["voice"], entity_address(view["voice_id"], visit.moment), "claim-voice")
                    if view["claim"] and (day := view["claim"]["published_at"]):
                        Words("time", day, "claim-day", datetime=day)
                if view["claim"]:
                    quote_link(visit, view["claim"])
