"""A document to read: its text with its marks, beside what was read out of it; either lights the other."""

from __future__ import annotations

from typing import NamedTuple

from nicegui import ui

from api.explorer.extracted import claim_items, entity_items
from api.explorer.marked_text import blocks, marks_of
from graph import explore
from graph.explore import Moment
from graph.store import Row, Store


class Marked(NamedTuple):
    """What was read out of a document by a moment, and the HTML of it."""

    mentions: list[Row]
    claims: list[Row]
    text: list[str]
    claim_items: list[str]
    entity_items: str


class Reader(ui.element, component="reader.js"):
    """The text and the lists; the claim that is chosen stands in the address of the page."""

    def __init__(self, marked: Marked, *, chosen: str) -> None:
        """`chosen` is the id of the claim that is lit, and scrolled to, as soon as its words are there."""
        super().__init__()
        self.props.update(
            {
                "text": marked.text,
                "claims": marked.claim_items,
                "counts": {
                    "claims": len(marked.claims),
                    "entities": len({row["entity_id"] for row in marked.mentions}),
                },
                "entities": marked.entity_items,
                "chosen": chosen,
            }
        )


def marked(store: Store, document: Row, moment: Moment) -> Marked:
    """The document marked; takes a second for a text of a megabyte."""
    read = explore.annotated(store, document["id"])
    mentions, claims = read["mentions"], [claim for claim in read["claims"] if moment.includes(claim)]
    return Marked(
        mentions,
        claims,
        list(blocks(document["text"], marks_of(mentions, claims), moment)),
        list(claim_items(claims, moment)),
        entity_items(mentions, moment),
    )
