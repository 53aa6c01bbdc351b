"""What an entity says and what is said of it, day by day, and what each voice holds of it now."""

from __future__ import annotations

from functools import partial
from typing import Any

from api.explorer import states
from api.explorer.addresses import claim_address, entity_address
from api.explorer.choices import choice
from api.explorer.claim_lines import claim_list, stance_chip
from api.explorer.lists import growing
from api.explorer.markup import Words, box, link
from api.explorer.sections import filled
from api.explorer.view_state import ViewState
from api.explorer.visit import Visit
from graph import explore
from graph.explore import Page
from graph.store import Row

_ON_A_PAGE, _VOICES = 20, 12
_SIDES = {"": "All", "about": "About it", "by": "By it"}
_STANCES = {"": "Any side", "positive": "Positive", "negative": "Negative"}


def timeline(visit: Visit, entity: Row, state: ViewState) -> None:
    """The claims, newest first, with a choice of whose and on which side."""

    async def said() -> None:
        page = partial(_asked, visit, entity, state)
        show = partial(claim_list, visit, own=entity["id"], label="Timeline")
        await growing(
            visit, page, show, nothing="No claim fits.", hint="Choose another side, or look from a later day."
        )

    async def chosen(name: str, value: str) -> None:
        state.set(**{name: value})
        await again()

    with box("div", "choices-line"):
        choice(_SIDES, state.one("whose"), partial(chosen, "whose"), label="Whose claims")
        choice(_STANCES, state.one("stance"), partial(chosen, "stance"), label="Side")
    again = filled(visit, said, lines=8)


async def _asked(visit: Visit, entity: Row, state: ViewState, cursor: str | None) -> Page:
    """A page of the claims that are chosen."""
    wishes: dict[str, Any] = {
        "stance": state.one("stance") or None,
        "moment": visit.moment,
        "limit": _ON_A_PAGE,
        "cursor": cursor,
    }
    if state.one("whose") in ("about", "by"):
        named = {"about": "about", "by": "organisation"}[state.one("whose")]
        return await visit.ask(partial(explore.claims, **wishes, **{named: entity["id"]}))
    return await visit.ask(partial(explore.timeline, reference=entity["id"], **wishes))


async def voices(visit: Visit, entity: Row) -> None:
    """What each voice holds of the entity now, in a line each."""
    page = await visit.ask(explore.views_on, entity["id"], moment=visit.moment, limit=_VOICES)
    rows = [row for row in page.rows if row["voice_id"] != entity["id"]]
    if not rows:
        states.empty("Nobody takes a side on it.", symbol="record_voice_over")
        return
    with box("ul", "voices"):
        for row in rows:
            _voice(visit, row)
    if page.truncated:
        Words("p", f"The latest {len(rows)} of {page.total or 'many'} voices.", "soft small")


def _voice(visit: Visit, row: Row) -> None:
    newest = row["current"][0]
    with box("li", f"voice {row['stance'] or 'neutral'}"):
        with box("div", "claim-head"):
            link(row["voice"], entity_address(row["voice_id"], visit.moment), "claim-voice")
            stance_chip(row["stance"])
            if row["published_at"]:
                Words("time", row["published_at"], "claim-day", datetime=row["published_at"])
        link(newest["quote"], claim_address(newest["claim_id"], visit.moment), "quote clamped")
