"""Lists that say how much of them is shown, and show more of it when asked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from nicegui import ui

from api.explorer import states
from api.explorer.markup import Words, box
from api.explorer.visit import Visit
from graph.explore import Page
from graph.store import Row

Fetch = Callable[[str | None], Awaitable[Page]]  # the page behind a cursor
Show = Callable[[list[Row]], None]


async def growing(visit: Visit, fetch: Fetch, show: Show, *, nothing: str, hint: str = "") -> None:
    """The first page of a list, with a button for the next one below as long as there is one."""
    page = await fetch(None)
    if not page.rows:
        states.empty(nothing, hint)
        return
    rows = box("div", "growing")
    with box("div", "more") as below:
        pass
    _Growing(visit, fetch, show, rows, below).add(page)


class _Growing:
    """A list that has been shown in part."""

    def __init__(self, visit: Visit, fetch: Fetch, show: Show, rows: ui.element, below: ui.element) -> None:
        self.visit, self.fetch, self.show = visit, fetch, show
        self.rows, self.below, self.shown = rows, below, 0

    def add(self, page: Page) -> None:
        """Show a further page, and how to go on from there."""
        with self.rows:
            self.show(page.rows)
        self.shown += page.returned
        self.below.clear()
        with self.below:
            for warning in page.warnings:
                Words("p", warning, "soft")
            if page.truncated or self.shown > page.returned:
                Words("span", _part(self.shown, page), "soft", role="status")
            if page.next is not None:
                button = box("button", "button", type="button").on("click", lambda: self.go_on(page.next))
                with button:
                    Words("span", "Show more")

    async def go_on(self, cursor: str | None) -> None:
        """Fetch what comes next."""
        self.below.clear()
        with self.below:
            states.loading(1)
        try:
            page = await self.fetch(cursor)
        except Exception as problem:
            states.note(self.visit, problem)
            self.below.clear()
            with self.below:
                states.failure(self.visit, problem, again=lambda: self.go_on(cursor))
            return
        self.add(page)


def _part(shown: int, page: Page) -> str:
    return f"{shown:,} of {page.total:,}" if page.total is not None else f"The first {shown:,}"
