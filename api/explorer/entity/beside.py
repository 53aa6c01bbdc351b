"""Whom an entity is compared with: its peers with the reasons, and the pairs that sources set."""

from __future__ import annotations

from api.explorer import states
from api.explorer.addresses import claim_address, entity_address
from api.explorer.markup import Words, box, link
from api.explorer.visit import Visit
from graph import explore
from graph.store import Row

_PEERS, _PAIRS = 8, 8


async def peers(visit: Visit, entity: Row) -> None:
    """The best peers, each with why it is one."""
    page = await visit.ask(explore.peers, entity["id"], moment=visit.moment, limit=_PEERS)
    if not page.rows:
        states.empty("Nothing is compared with it.", symbol="compare_arrows")
        return
    with box("ul", "peers"):
        for row in page.rows:
            with box("li", "peer"):
                link(row["name"], entity_address(row["id"], visit.moment), f"name {row['kind'].lower()}")
                if row["claim_id"]:
                    link(row["why"], claim_address(row["claim_id"], visit.moment), "quiet small")
                else:
                    Words("span", row["why"], "soft small")
    if page.truncated:
        Words("p", f"The first {_PEERS} of {page.total:,}.", "soft small")


async def pairs(visit: Visit, entity: Row) -> None:
    """The pairs, each with who sets it and in which words."""
    page = await visit.ask(explore.pairs, company=entity["id"], moment=visit.moment, limit=_PAIRS)
    if not page.rows:
        states.empty("No source sets it against another.", symbol="compare_arrows")
        return
    with box("ul", "claims"):
        for row in page.rows:
            _pair(visit, row)
    if page.truncated:
        Words("p", f"The newest {_PAIRS} of {page.total:,}.", "soft small")


def _pair(visit: Visit, row: Row) -> None:
    with box("li", "claim neutral"):
        with box("div", "claim-head"):
            link(row["a"], entity_address(row["a_id"], visit.moment), "claim-voice")
            Words("span", "against", "soft")
            link(row["b"], entity_address(row["b_id"], visit.moment), "claim-voice")
            if row["by_id"]:
                Words("span", "by", "soft")
                link(row["by"], entity_address(row["by_id"], visit.moment), "quiet")
            if row["published_at"]:
                Words("time", row["published_at"], "claim-day", datetime=row["published_at"])
        link(row["quote"], claim_address(row["claim_id"], visit.moment), "quote")
