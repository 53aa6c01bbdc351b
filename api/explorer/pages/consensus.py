"""Where the street stands on something: sides, ranges of numbers, and who contradicts whom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nicegui import ui

from api.explorer.addresses import consensus_address, entity_address
from api.explorer.choices import choice
from api.explorer.frame import titled
from api.explorer.markup import Words, box, link
from api.explorer.sections import filled
from api.explorer.showing import shown
from api.explorer.street.disagreements import disagreements
from api.explorer.street.ranges import ranges
from api.explorer.street.sides import sides
from api.explorer.styles import style
from api.explorer.view_state import ViewState
from api.explorer.visit import Visit
from graph import explore
from graph.errors import ParameterInvalid
from graph.explore.consensus import DAYS, MOST_DAYS
from graph.store import Row

_WINDOWS = {"30": "30 days", str(DAYS): f"{DAYS} days", "365": "A year", "1825": "5 years"}


@shown("/consensus/{reference}")
async def build(visit: Visit, reference: str) -> None:
    """The page on whatever goes by this id, name, alias or ticker; its address becomes that of the id."""
    window = _window(visit)
    entity = await visit.ask(explore.entity, reference, moment=visit.moment)
    titled(f"The street on {entity['name']}")
    style("entity.css")
    style("street.css")
    state = ViewState(visit, consensus_address(entity["id"]))
    if reference != entity["id"]:
        ui.navigate.history.replace(state.address)
    with box("div", "page"):
        with box("h1"):
            Words("span", "Where the street stands on ")
            link(entity["name"], entity_address(entity["id"], visit.moment))
        _windows(state, window)
        filled(visit, partial(_street, visit, entity, window), lines=12)


def _window(visit: Visit) -> str:
    """How many days are looked back, as the address says it."""
    window = visit.parameters.get("window") or str(DAYS)
    if not (window.isdecimal() and 1 <= int(window) <= MOST_DAYS):
        raise ParameterInvalid(f"'window' must be a number of days between 1 and {MOST_DAYS}, not {window!r:.80}.")
    return window


async def _street(visit: Visit, entity: Row, window: str) -> None:
    """All that the voices come to."""
    found = await visit.ask(explore.consensus, entity["id"], window=int(window), moment=visit.moment)
    number, sources = found["voices"], found["independent_sources"]
    who = f"{_counted(number, 'voice')} in {_counted(sources, 'independent source')}" if number else "Nobody heard"
    when = f" from {found['since']} to {found['until']}" if found["until"] else ""
    with box("div", "parts"):
        Words("p", f"{who}{when}. Each counts with what it said last.", "soft")
        for warning in found["warnings"]:
            Words("p", warning, "soft")
        for title, part in (
            ("Who is on which side", sides),
            ("How far apart the numbers are", ranges),
            ("Who contradicts whom", disagreements),
        ):
            _part(visit, title, part, found)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _windows(state: ViewState, window: str) -> None:
    async def chosen(value: str) -> None:
        state.set(window="" if value == str(DAYS) else value)
        ui.navigate.to(state.address)

    options = _WINDOWS if window in _WINDOWS else {**_WINDOWS, window: f"{window} days"}
    choice(options, window, chosen, label="How far back")


def _part(visit: Visit, title: str, part: Callable[[Visit, Row], None], found: Row) -> None:
    with box("section", "card", aria_label=title):
        Words("h2", title)
        part(visit, found)
