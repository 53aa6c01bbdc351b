"""Markup that nothing happens to, sent as one element: each element costs the server more than all of that."""

from __future__ import annotations

from html import escape

from nicegui import ui


class Markup(str):
    """A piece of a page. Other words are none, and never read as markup."""

    __slots__ = ()


def tag(name: str, *inner: str, css: str = "", **attributes: object) -> Markup:
    """A tag around words and markup. Attributes are named as in `api.explorer.markup`; None leaves one out."""
    named = {"class": css or None, **attributes}
    given = ((key.rstrip("_").replace("_", "-"), value) for key, value in named.items() if value is not None)
    opening = " ".join((name, *(f'{key}="{escape(str(value))}"' for key, value in given)))
    return Markup(f"<{opening}>{''.join(map(_marked, inner))}</{name}>")


def still(*parts: Markup, css: str = "") -> None:
    """Put the parts into the page, in one element."""
    ui.html("".join(parts), sanitize=False).classes(css)


def _marked(part: str) -> str:
    return part if isinstance(part, Markup) else escape(part)
