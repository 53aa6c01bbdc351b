"""Who an entity is."""

from __future__ import annotations

from api.explorer.addresses import consensus_address
from api.explorer.markup import Words, box, icon, link
from api.explorer.visit import Visit
from graph.store import Row

_MOST_NAMES = 6


def head(visit: Visit, entity: Row) -> None:
    """Its name, what else it is called, and how much there is about it."""
    with box("header", "entity-head"):
        with box("div", "entity-title"):
            Words("h1", entity["name"])
            Words("span", entity["kind"], f"chip {entity['kind'].lower()}")
            for ticker in entity["tickers"]:
                Words("code", ticker, "ticker")
        if others := [name for name in entity["aliases"] if name != entity["name"]]:
            more = f" and {len(others) - _MOST_NAMES} more" if len(others) > _MOST_NAMES else ""
            Words("p", f"Also {', '.join(others[:_MOST_NAMES])}{more}", "soft")
        _registered(entity)
        with box("dl", "counts-list"):
            for number, name in _counts(entity):
                with box("div"):
                    Words("dt", name)
                    Words("dd", f"{number:,}")
        if entity["claims_about"]:
            with link("", consensus_address(entity["id"], visit.moment), "button"):
                icon("balance")
                Words("span", "Where the street stands")


def _registered(entity: Row) -> None:
    """Where it is at home and what registers know it by, each with the registers that say so."""
    places = [*filter(None, [entity["country"]]), *entity["exchanges"][:_MOST_NAMES]]
    if not (places or entity["identifiers"]):
        return
    with box("p", "registered soft"):
        for place in places:
            Words("span", place)
        for one in entity["identifiers"][:_MOST_NAMES]:
            with box("span", title=", ".join(one["sources"]) or None):
                Words("span", f"{one['scheme'].upper()} ")
                Words("code", one["value"])


def _counts(entity: Row) -> list[tuple[int, str]]:
    counts = [
        (entity["claims_about"], f"{_several('claim', entity['claims_about'])} about it"),
        (entity["claims_made"], "by it"),
        (entity["claims_on_behalf"], "on its behalf"),
        (entity["documents"], _several("document", entity["documents"])),
        (entity["mentions"], _several("mention", entity["mentions"])),
    ]
    return [(number, name) for number, name in counts if number]


def _several(what: str, number: int) -> str:
    return what if number == 1 else f"{what}s"
