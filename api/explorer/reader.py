"""A document to read: its text with its marks, beside what was read out of it; either lights the other."""

from __future__ import annotations

from nicegui import ui

from api.explorer.extracted import claim_items, entity_items
from api.explorer.marked_text import marks_of, paragraphs
from graph.explore import Moment
from graph.store import Row


class Reader(ui.element, component="reader.js"):
    """The text and the lists; the claim that is chosen stands in the address of the page."""

    def __init__(self, text: str, mentions: list[Row], claims: list[Row], moment: Moment, *, chosen: str) -> None:
        """`chosen` is the id of the claim that is lit, and scrolled to, as soon as the text is there."""
        super().__init__()
        self.props.update(
            {
                "text": paragraphs(text, marks_of(mentions, claims), moment),
                "claims": claim_items(claims, moment),
                "entities": entity_items(mentions, moment),
                "chosen": chosen,
            }
        )
