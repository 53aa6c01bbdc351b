"""Where one begins: search, who is spoken about, and what was said last."""

from __future__ import annotations

from collections import Counter
from functools import partial

from api.explorer import samples
from api.explorer.addresses import entity_address
from api.explorer.claim_lines import claim_list
from api.explorer.frame import titled
from api.explorer.lists import growing
from api.explorer.markup import Words, box, link
from api.explorer.results import results
from api.explorer.sections import section
from api.explorer.showing import shown
from api.explorer.visit import Visit
from graph import explore
from graph.explore import ANY_TIME, Page
from graph.store import Row, Store

_LATEST, _NAMES = 20, 14
_PARTS = {"document": "Document", "claim": "Claim", "name": "Entity"}
_LOOKED_AT = 100  # of the latest claims, for who is spoken about


@shown("/")
async def build(visit: Visit) -> None:
    """The first page, or what has the words that are asked for."""
    if words := visit.parameters.get("q", "").strip():
        results(visit, words)
        return
    titled("Who said what")
    latest = await visit.ask(explore.claims, limit=_LATEST, moment=visit.moment, counted=False)
    with box("div", "page"):
        with box("div", "hero"):
            Words("h1", "Who said what about which company")
            Words("p", "When, with which numbers, and in which exact words. Search, or begin with what was said last.")
        if not latest.rows and visit.moment == ANY_TIME:
            samples.offered(visit)
            return
        _spoken_about(visit)

        _said_last(visit, latest)


def _said_last(visit: Visit, latest: Page) -> None:
    async def fetch(cursor: str | None) -> Page:
        asked = partial(explore.claims, limit=_LATEST, moment=visit.moment, counted=False)
        return latest if cursor is None else await visit.ask(asked, cursor=cursor)

    async def said() -> None:
        show = partial(claim_list, visit, label="What was said last")
        await growing(visit, fetch, show, nothing="Nothing had been said by then.")

    section(visit, "Said last", said, lines=8)


def _spoken_about(visit: Visit) -> None:
    async def names() -> None:
        with box("ul", "names"):
            for one in await visit.ask(spoken_about, visit):
                with box("li"):
                    link(one["name"], entity_address(one["id"], visit.moment), f"name {one['kind'].lower()}")
        counted = (await visit.ask(explore.stats))["nodes"]
        numbers = {name: counted[kind] for name, kind in _PARTS.items()}
        told = (f"{number:,} {name}{'' if number == 1 else 's'}" for name, number in numbers.items())
        Words("p", " · ".join(told), "soft counts")

    section(visit, "Spoken about", names, lines=2)


def spoken_about(store: Store, visit: Visit) -> list[Row]:
    """Whom most of the latest claims are about, and who makes them."""
    rows = explore.claims(store, limit=_LOOKED_AT, moment=visit.moment, counted=False).rows
    ids = Counter(one for row in rows for one in {row["speaker_id"], *(each["id"] for each in row["about"])} if one)
    wanted = [one for one, _ in sorted(ids.items(), key=lambda each: (-each[1], each[0]))[:_NAMES]]
    found = explore.resolve_all(store, wanted) if wanted else []
    return [row["entity"] for row in found if row["entity"]]
