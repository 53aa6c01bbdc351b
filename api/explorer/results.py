"""What has the words that were searched for: names, claims and sentences, each the best first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from api.explorer.addresses import document_address, entity_address
from api.explorer.claim_lines import claim_list
from api.explorer.frame import titled
from api.explorer.lists import Show, growing
from api.explorer.markup import Words, box, link
from api.explorer.sections import section
from api.explorer.visit import Visit
from graph import explore
from graph.explore import Page
from graph.store import Row

_ON_A_PAGE = 20


def results(visit: Visit, words: str) -> None:
    """The page of what has the words."""
    titled(words)
    with box("div", "page"):
        Words("h1", f"“{words}”")
        for kind, title, show in (
            ("entity", "Names", _names),
            ("claim", "Claims", _claims),
            ("passage", "Sentences", _sentences),
        ):
            _of_kind(visit, words, kind, title, partial(show, visit))


def _of_kind(visit: Visit, words: str, kind: str, title: str, show: Show) -> None:
    search: Callable[..., Page] = partial(explore.search, text=words, kind=kind, moment=visit.moment, limit=_ON_A_PAGE)

    async def fetch(cursor: str | None) -> Page:
        return await visit.ask(search, cursor=cursor)

    async def found() -> None:
        await growing(visit, fetch, show, nothing=f"No {kind} has these words.")

    section(visit, title, found)


def _names(visit: Visit, rows: list[Row]) -> None:
    with box("ul", "names"):
        for row in rows:
            entity = row["entity"]
            with box("li"):
                link(entity["name"], entity_address(entity["id"], visit.moment), f"name {entity['kind'].lower()}")


def _claims(visit: Visit, rows: list[Row]) -> None:
    claim_list(visit, [row["claim"] for row in rows])


def _sentences(visit: Visit, rows: list[Row]) -> None:
    with box("ul", "claims"):
        for row in rows:
            passage = row["passage"]
            with box("li", "claim neutral"):
                with link("", document_address(passage["document_id"], visit.moment), "quote"):
                    for words, is_hit in _pieces(passage["text"], row["highlights"]):
                        Words("mark" if is_hit else "span", words)
                Words("span", passage["published_at"] or "", "soft small")


def _pieces(text: str, hits: list[Row]) -> list[tuple[str, bool]]:
    """The text cut where the words that were searched for begin and end."""
    pieces, at = [], 0
    for hit in hits:
        pieces += [(text[at : hit["start"]], False), (text[hit["start"] : hit["end"]], True)]
        at = hit["end"]
    return [*pieces, (text[at:], False)]
