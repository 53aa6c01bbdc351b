"""Where documents are brought in: files that are dropped or chosen, a text, an address."""

from __future__ import annotations

from nicegui import ui

from api.explorer.addresses import LOAD
from api.explorer.visit import Visit

WAYS = ("files", "text", "address")
_SHARE = 0.9  # of a request: a form is longer than its files


class LoadBox(ui.element, component="load_box.js"):
    """Sends what it is given, and then goes where one watches it being read."""


def load_box(visit: Visit) -> None:
    """The box; `from` in the address of the page says which of the ways is open."""
    wanted = visit.parameters.get("from", "")
    LoadBox().props.update(
        {
            "target": LOAD,
            "way": wanted if wanted in WAYS else WAYS[0],
            "mostBytes": int(visit.settings.max_request_bytes * _SHARE),
            "isFetching": visit.settings.fetch_posted,
        }
    )
