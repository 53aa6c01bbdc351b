"""Pairs of claims that cannot both be right, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from api.amounts import amount
from api.explorer import states
from api.explorer.claim_lines import quote_link, stance_chip, voice
from api.explorer.markup import Words, box
from api.explorer.street.ranges import measure_name
from api.explorer.visit import Visit
from graph.store import Row

_AT_ONCE = 10  # pairs; the others unfold


def disagreements(visit: Visit, found: Row) -> None:
    """The contradictions, the newest first, each with both quotes."""
    if not found["contradictions"]:
        states.empty("Nobody contradicts anybody in this time.", symbol="handshake")
        return
    _pairs(visit, found["contradictions"][:_AT_ONCE])
    if folded := found["contradictions"][_AT_ONCE:]:
        with box("details", "as-table"):
            Words("summary", f"{len(folded)} more")
            _pairs(visit, folded)
    shown = len(found["contradictions"])
    if found["contradictions_total"] > shown:
        Words("p", f"The newest {shown} of {found['contradictions_total']:,}.", "soft small")


def _pairs(visit: Visit, pairs: Sequence[Row]) -> None:
    with box("ul", "pairs"):
        for pair in pairs:
            with box("li", "pair"):
                Words("h3", "On which side" if pair["about"] == "stance" else measure_name(pair), "pair-title")
                with box("div", "pair-sides"):
                    for claim in (pair["a"], pair["b"]):
                        _claim(visit, claim, pair)


def _claim(visit: Visit, claim: Row, pair: dict[str, Any]) -> None:
    with box("div", f"claim {claim['stance']}"):
        with box("div", "claim-head"):
            voice(visit, claim)
            if pair["about"] == "stance":
                stance_chip(claim["stance"])
            else:
                Words("b", amount({**claim, "unit": pair["unit"]}))
            if claim["published_at"]:
                Words("time", claim["published_at"], "claim-day", datetime=claim["published_at"])
        quote_link(visit, claim)
