"""Parts of a page that ask for themselves: each shows at once that it is on its way, and fails alone."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Awaitable, Callable
from itertools import count

from nicegui import ui

from api.explorer import states
from api.explorer.markup import Words, box
from api.explorer.visit import Visit

_numbers = count()


def section(
    visit: Visit, title: str, build: Callable[[], Awaitable[None]], *, css: str = "card", lines: int = 3, name: str = ""
) -> ui.element:
    """A section with a heading, which `build` fills once the page is there; `name` makes it a target of links."""
    heading = f"section-{next(_numbers)}"
    with box("section", css, aria_labelledby=heading, id=name or None) as whole:
        Words("h2", title, id=heading)
        filled(visit, build, lines=lines)
    return whole


def filled(visit: Visit, build: Callable[[], Awaitable[None]], *, lines: int = 3) -> Callable[[], Awaitable[None]]:
    """A place that `build` fills once the page is there; what is returned fills it anew."""
    place = box("div", "filled")
    turn, asked = Lock(), 0

    async def fill() -> None:
        nonlocal asked
        asked += 1
        mine = asked
        async with turn:
            if mine == asked and not place.is_deleted:  # whoever chose something else meanwhile wants that alone
                await _fill(visit, place, build, fill, lines)

    with place:
        states.loading(lines)
    ui.timer(0, fill, once=True)
    return fill


async def _fill(
    visit: Visit,
    place: ui.element,
    build: Callable[[], Awaitable[None]],
    again: Callable[[], Awaitable[None]],
    lines: int,
) -> None:
    place.clear()
    with place:
        with box("div") as waiting:
            states.loading(lines)
        with box("div", "filled-content") as content:
            try:
                await build()
            except Exception as problem:
                states.note(visit, problem)
                content.clear()
                with content:
                    states.failure(visit, problem, again=again)
    if not place.is_deleted:
        waiting.delete()
