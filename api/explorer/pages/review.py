"""Entities that may be one: both sides with what speaks for each, to be judged, and what was judged to be undone."""

from __future__ import annotations

from functools import partial

from api.access.keys import Scope
from api.explorer.addresses import REVIEW, at
from api.explorer.frame import titled
from api.explorer.lists import growing
from api.explorer.markup import Words, box, link
from api.explorer.review.judged import judged_line
from api.explorer.review.pair import pair_card
from api.explorer.sections import filled
from api.explorer.showing import shown
from api.explorer.styles import script, style
from api.explorer.visit import Visit
from api.listed import listed_ids
from graph import resolution
from graph.explore import Page
from graph.resolution import Verdict
from graph.store import Row

_PAIRS, _JUDGED = 10, 50
_SHOWN = {"": "To judge", "judged": "Judged"}
_VERDICTS = {"": "All", Verdict.SAME: "Surely one", Verdict.UNSURE: "Unsure"}


@shown(REVIEW)
async def build(visit: Visit) -> None:
    """The pairs to judge, or the judgements, each of one `entity` alone if the address names it."""
    titled("Review")
    for sheet in ("heads.css", "review.css"):
        style(sheet)
    script("review_keys.js")
    is_judged = visit.parameters.get("show", "") == "judged"
    with box("div", "page"):
        _head(visit)
        with box("div", "row switches"):
            _ways(visit, "show", _SHOWN, label="What is shown")
            if not is_judged:
                _ways(visit, "verdict", _VERDICTS, label="How sure")
        filled(visit, partial(_judgements if is_judged else _candidates, visit), lines=6)


def _head(visit: Visit) -> None:
    with box("header", "page-head"):
        Words("h1", "One, or two?")
        Words(
            "p",
            "Entities that go by names so alike that they may be one. What you say is noted with its reason, the graph "
            "follows at once, and all of it can be undone.",
            "soft",
        )
        if entity := visit.parameters.get("entity", ""):
            with box("p", "facts"):
                Words("span", f"Only what concerns {entity}.")
                link("Show all", at(REVIEW, show=visit.parameters.get("show", "")))


async def _candidates(visit: Visit) -> None:
    verdict, entity = visit.parameters.get("verdict", ""), visit.parameters.get("entity") or None
    asked = partial(
        resolution.candidates,
        listed=await visit.do(Scope.READ, listed_ids),
        verdict=Verdict(verdict) if verdict in set(Verdict) else None,
        entity=entity,
        limit=_PAIRS,
    )

    async def fetch(cursor: str | None) -> Page:
        return await visit.ask(asked, cursor=cursor)

    def show(rows: list[Row]) -> None:
        for row in rows:
            pair_card(visit, row)

    await growing(
        visit,
        fetch,
        show,
        nothing="Nobody is left to be told apart.",
        hint="Pairs come up here as documents are loaded whose names are alike, but not surely of one entity.",
    )


async def _judgements(visit: Visit) -> None:
    entity = visit.parameters.get("entity") or None

    async def fetch(cursor: str | None) -> Page:
        return await visit.ask(partial(resolution.judgements, entity=entity, limit=_JUDGED), cursor=cursor)

    def show(rows: list[Row]) -> None:
        for row in rows:
            judged_line(visit, row)

    hint = "What you judge stands here, to be undone at any time."
    await growing(visit, fetch, show, nothing="Nothing was judged yet.", hint=hint)


def _ways(visit: Visit, name: str, ways: dict[str, str], *, label: str) -> None:
    """Links to the same page with another value of a parameter."""
    given = {one: visit.parameters.get(one, "") for one in ("show", "verdict", "entity")}
    with box("nav", "switch", aria_label=label):
        for value, text in ways.items():
            is_here = given[name] == value
            link(text, at(REVIEW, visit.moment, **{**given, name: value}), aria_current="page" if is_here else None)
