"""What is around every page: search, the moment that is looked from, ways to the other pages, light or dark."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nicegui import ui

from api.explorer.addresses import HOME, LOAD, OF_NOW, REFERENCE, REVIEW, at
from api.explorer.markup import Words, box, icon, link, set_attributes
from api.explorer.search_box import search_box
from api.explorer.visit import Visit
from graph.explore import ANY_TIME

_THEME_COOKIE = "streetgraph_theme"
_DARK = {"light": False, "dark": True}


@contextmanager
def framed(visit: Visit) -> Iterator[ui.element]:
    """The frame; what is built within is the page."""
    client = ui.context.client
    ui.dark_mode(_DARK.get(client.request.cookies.get(_THEME_COOKIE, "")))
    with client.layout, box("div", "top") as top:  # beside the page, which is the `main` of NiceGUI's own layout
        _top(visit)
    top.move(client.layout, target_index=0)
    with box("div", "content", id="content", tabindex="-1") as place:
        yield place


def _top(visit: Visit) -> None:
    link("Skip to the content", "#content", "skip")
    with box("header", "frame"):
        with link("", at(HOME, visit.moment), "brand", aria_label="streetgraph, to the start"):
            icon("hub")
            Words("span", "streetgraph", "brand-name")
        search_box(visit)
        if visit.path not in OF_NOW:
            _moment(visit)
        _ways(visit)
        if visit.moment != ANY_TIME:
            _moment_line(visit)


def titled(title: str) -> None:
    """Name the page in the browser."""
    ui.context.client.title = f"{title} · streetgraph"


def _ways(visit: Visit) -> None:
    with box("nav", "ways", aria_label="Pages"):
        for text, symbol, address in (
            ("Load", "upload_file", at(LOAD)),
            ("Review", "rule", at(REVIEW)),
            ("API", "code", REFERENCE),
        ):
            is_here = visit.path == address
            with link("", address, "way", title=text, aria_current="page" if is_here else None):
                icon(symbol)
                Words("span", text)
        with box("button", "way", type="button", title="Light or dark", data_theme_toggle=""):
            icon("contrast")
            Words("span", "Light or dark", "hidden")
        if visit.is_signed_in:
            with (
                box("form", "", method="post", action="/sign-out"),
                box("button", "way", type="submit", title="Sign out"),
            ):
                icon("logout")
                Words("span", "Sign out", "hidden")


def _moment(visit: Visit) -> None:
    """Two days to look from, as a form: they become part of the address."""
    with box("details", "moment"):
        with box("summary", "way", title="Look from another day"):
            icon("history")
            Words("span", "As of")
        with box("form", "moment-form", method="get", action=visit.path, data_moment=""):
            _day("as_of", "Said by", visit.moment.as_of[:10], "Only what was published by this day.")
            _day(
                "known_at", "Known by", visit.moment.known_at[:10], "Only what the graph had learned by the end of it."
            )
            with box("div", "row"):
                Words("button", "Look", "button primary", type="submit")
                link("Now", visit.path, "button", data_now="")


def _day(name: str, label: str, value: str, hint: str) -> None:
    with box("label", "field"):
        Words("span", label, "field-label")
        day = box("input", "input", type="date", name=name, value=value or None)
        set_attributes(day, aria_describedby=f"hint-{name}")
        Words("span", hint, "field-hint", id=f"hint-{name}")


def _moment_line(visit: Visit) -> None:
    said, known = visit.moment.as_of[:10], visit.moment.known_at[:19].replace("T", " ")
    parts = [f"what was said by {said}"] * bool(said) + [f"what was known at {known} UTC"] * bool(known)
    seen = "This page shows what is there now, and its links lead to" if visit.path in OF_NOW else "You see"
    with box("div", "moment-line", role="note"):
        icon("history")
        Words("span", f"{seen} {' and '.join(parts)}.")
        link("Back to now", visit.path, "", data_now="")
