"""How a page comes to be shown: its address, its frame, and what is shown where it cannot be built."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from nicegui import ui
from starlette.requests import Request

from api import problems
from api.explorer import states
from api.explorer.frame import framed
from api.explorer.markup import box
from api.explorer.visit import Visit
from graph.errors import GraphError
from graph.explore import Moment

Build = Callable[..., Awaitable[None]]  # of a Visit and what the address names
_ADDRESS = "_explorer_address"
_SLOWEST_SECONDS = 60.0  # the store has time-outs of its own


def shown(address: str) -> Callable[[Build], Build]:
    """Show what a function builds at an address such as `/claim/{claim_id}`."""

    def marked(build: Build) -> Build:
        setattr(build, _ADDRESS, address)
        return build

    return marked


def address_of(build: Build) -> str:
    """Where the page that a function builds is shown."""
    address: str = getattr(build, _ADDRESS)
    return address


def register(build: Build) -> None:
    """Let NiceGUI serve a page."""

    async def page(request: Request) -> None:
        await _show(build, request)

    ui.page(address_of(build), response_timeout=_SLOWEST_SECONDS)(page)


async def _show(build: Build, request: Request) -> None:
    visit: Visit = request.state.visit
    try:
        visit = replace(visit, moment=_moment(visit))
    except GraphError as problem:
        _show_failure(visit, problem)
        return
    with framed(visit) as place:
        try:
            await build(visit, **request.path_params)
        except Exception as problem:
            place.clear()
            with place:
                _fail(visit, problem)


def _moment(visit: Visit) -> Moment:
    given: dict[str, Any] = {name: visit.parameters.get(name) or None for name in ("as_of", "known_at")}
    return Moment.of(**given)


def _show_failure(visit: Visit, problem: Exception) -> None:
    with framed(visit):
        _fail(visit, problem)


def _fail(visit: Visit, problem: Exception) -> None:
    """The page that says what went wrong, with the status that the API would give."""
    found = problems.problem_of(problem)
    states.note(visit, problem)
    ui.context.client.status_code = found.status
    with box("div", "page"):
        states.failure(visit, problem)
