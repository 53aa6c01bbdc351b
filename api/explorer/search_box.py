"""The search of every page: names, tickers and words of claims, while they are typed."""

from __future__ import annotations

from collections.abc import Iterator

from nicegui import ui
from nicegui.events import GenericEventArguments

from api.explorer.addresses import claim_address, entity_address, search_address
from api.explorer.visit import Visit
from graph import explore
from graph.errors import ParameterInvalid
from graph.explore import Moment
from graph.naming import key
from graph.store import Row, Store

MOST_NAMES, MOST_CLAIMS = 6, 4
_LONGEST = 200  # letters of a claim in the list
Found = dict[str, str]


class SearchBox(ui.element, component="search_box.js"):
    """A field with a list below of what fits what is typed."""


def search_box(visit: Visit) -> None:
    """The search; Enter opens the best."""
    box = SearchBox()
    box.props.update({"found": [], "asked": "", "hint": "Search a name, ticker or words"})
    latest = ""
    box.props["first"] = visit.parameters.get("q", "") if visit.path == "/" else ""

    async def typed(event: GenericEventArguments) -> None:
        nonlocal latest
        latest = text = str(event.args)
        found = await visit.ask(found_for, text, visit.moment) if text else []
        if text != latest:
            return  # something else has been typed meanwhile
        box.props.update({"found": found, "asked": text})
        box.update()

    box.on("typed", typed)


def found_for(store: Store, text: str, moment: Moment) -> list[Found]:
    """What fits what is typed: names first, then claims that have the words; and a way to all that has them."""
    names = [_name(row, moment) for row in explore.suggest(store, text, moment=moment, limit=MOST_NAMES)]
    claims = list(_claims(store, text, moment))
    every = [{"title": "", "text": f"All that has “{text}”", "detail": "", "kind": "all"}] if claims else []
    return names + claims + [{**one, "address": search_address(text, moment)} for one in every]


def _name(row: Row, moment: Moment) -> Found:
    detail = " · ".join([*row["tickers"][:1], row["kind"]])
    return {
        "title": row["name"],
        "text": "" if _is_plain(row) else row["matched"],
        "detail": detail,
        "kind": row["kind"].lower(),
        "address": entity_address(row["id"], moment),
    }


def _is_plain(row: Row) -> bool:
    """Whether what fits is a part of the name or a ticker, which stand there anyway."""
    matched = key(row["matched"])
    return matched in key(row["name"]) or matched in map(key, row["tickers"])


def _claims(store: Store, text: str, moment: Moment) -> Iterator[Found]:
    try:
        rows = explore.search(store, text, kind="claim", moment=moment, limit=MOST_CLAIMS).rows
    except ParameterInvalid:
        return  # nothing but small words, which name somebody at most
    for row in rows:
        claim = row["claim"]
        yield {
            "title": claim["speaker"] or claim["org"] or "",
            "text": claim["quote"][:_LONGEST],
            "detail": claim["published_at"] or "",
            "kind": claim["stance"],
            "address": claim_address(claim["claim_id"], moment),
        }
