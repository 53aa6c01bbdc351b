"""An entity: who it is, what is around it, what it says and what is said of it."""

from __future__ import annotations

from functools import partial

from nicegui import ui

from api.explorer.addresses import entity_address
from api.explorer.entity.around import Around
from api.explorer.entity.beside import pairs, peers
from api.explorer.entity.head import head
from api.explorer.entity.numbers import numbers
from api.explorer.entity.said import timeline, voices
from api.explorer.frame import titled
from api.explorer.markup import box
from api.explorer.sections import section
from api.explorer.showing import shown
from api.explorer.styles import style
from api.explorer.view_state import ViewState
from api.explorer.visit import Visit
from graph import explore


@shown("/entity/{reference}")
async def build(visit: Visit, reference: str) -> None:
    """The page of whoever goes by this id, name, alias or ticker; its address becomes that of the id."""
    entity = await visit.ask(explore.entity, reference, moment=visit.moment)
    titled(entity["name"])
    style("entity.css")
    state = ViewState(visit, entity_address(entity["id"]))
    if reference != entity["id"]:
        ui.navigate.history.replace(state.address)
    with box("div", "page"):
        head(visit, entity)
        section(visit, "Around it", Around(visit, entity, state).build, lines=9, name="around")
        with box("div", "columns"):
            with box("div", "column"):
                section(visit, "Numbers over time", partial(numbers, visit, entity, state), lines=7, name="numbers")

                async def said() -> None:
                    timeline(visit, entity, state)

                section(visit, "What is said", said, lines=8, name="said")
            with box("div", "column"):
                section(visit, "What each voice holds now", partial(voices, visit, entity), name="voices")
                section(visit, "Peers", partial(peers, visit, entity), name="peers")
                section(visit, "Pairs", partial(pairs, visit, entity), name="pairs")
