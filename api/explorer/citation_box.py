"""Where a claim is copied as a citation."""

from __future__ import annotations

from nicegui import ui

from api.explorer.addresses import claim_address
from api.explorer.citation import citations
from graph.store import Row


class CitationBox(ui.element, component="citation_box.js"):
    """The forms of a citation to choose from, and a button that copies it."""


def citation_box(claim: Row) -> None:
    """The claim as it is cited, with an address that leads here from wherever this server was asked from."""
    server = str(ui.context.client.request.base_url).rstrip("/")
    CitationBox().props["forms"] = citations(claim, server + claim_address(claim["claim_id"]))
