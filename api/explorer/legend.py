"""What the marks in a text stand for; only those that are there."""

from __future__ import annotations

from collections.abc import Iterable

from api.explorer.colours import KINDS, STANCES
from api.explorer.markup import Words, box
from graph.store import Row

_SIDES = {"positive": "Positive claim", "negative": "Negative claim", "neutral": "Neutral claim"}


def legend(mentions: Iterable[Row], claims: Iterable[Row]) -> None:
    """The kinds of those who are named, and the stances of the claims."""
    kinds, stances = {row["kind"] for row in mentions}, {row["stance"] for row in claims}
    if not kinds | stances:
        return
    with box("ul", "legend", aria_label="What the marks mean"):
        for stance in (one for one in STANCES if one in stances):
            with box("li"):
                Words("span", _SIDES[stance], f"said {stance}")
        for kind in (one for one in KINDS if one in kinds):
            with box("li"):
                Words("span", kind, f"named {kind.lower()}")
