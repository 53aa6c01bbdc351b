"""A document with all that was read out of it."""

from __future__ import annotations

from textwrap import shorten

from api.explorer import states
from api.explorer.frame import titled
from api.explorer.legend import legend
from api.explorer.markup import Words, box, icon, link
from api.explorer.reader import Reader, marked
from api.explorer.sections import filled
from api.explorer.showing import shown
from api.explorer.styles import style
from api.explorer.visit import Visit
from graph import explore
from graph.errors import DocumentNotFound
from graph.store import Row

_OPENING = 80  # characters of a text that stand for a title


@shown("/document/{document_id}")
async def build(visit: Visit, document_id: str) -> None:
    """The page: what it is at once, the text as soon as it is marked."""
    found = await visit.ask(explore.document, document_id)
    if not visit.moment.includes(found):
        raise DocumentNotFound(f"{title_of(found)!r} had not been published, or not been loaded, by then.")
    titled(title_of(found))
    style("heads.css")
    style("reading.css")
    with box("div", "page wide"):
        _head(found)

        async def text() -> None:
            read = await visit.ask(marked, found, visit.moment)
            legend(read.mentions, read.claims)
            Reader(read, chosen=visit.parameters.get("claim", ""))
            if not read.claims and not read.mentions:
                states.empty("Nobody is named in it, and nothing was read out of it.")

        filled(visit, text, lines=12)


def title_of(document: Row) -> str:
    """Its title, or the first of its words."""
    return document["title"] or shorten(document["text"][: _OPENING * 2], _OPENING, placeholder=" …")


def _head(document: Row) -> None:
    with box("header", "page-head"):
        Words("p", "Document", "eyebrow")
        Words("h1", title_of(document))
        with box("p", "facts soft"):
            if document["publisher"]:
                Words("span", document["publisher"])
            if document["published_at"]:
                Words("time", document["published_at"], datetime=document["published_at"])
            if (address := document["url"] or "").startswith(("http://", "https://")):
                with link("", address, rel="noreferrer", target="_blank"):
                    Words("span", "Original")
                    icon("open_in_new")
            Words("span", f"loaded {document['recorded_at'][:10]}")
