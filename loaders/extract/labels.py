"""Who speaks behind a colon, without a verb: `NAME, chief strategist at HOUSE: “We see two cuts.”`."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.name_phrases import Subject, is_plain_verb, is_source
from loaders.extract.units import Unit

LONGEST = 28  # units of a name with its title, its house and what that manages
OPENERS = frozenset({"“", '"', "«", "``"})
STOPS = OPENERS | {".", ";", ":", "?", "!", "”", "and"}


def labelled(units: Sequence[Unit], colon: int) -> Subject | None:
    """The person whose name and title stand before the colon at this place; a bare name needs a quotation behind it."""
    if colon + 1 >= len(units):
        return None
    for at in range(colon - 1, max(colon - LONGEST, -1), -1):
        unit = units[at]
        if unit.lower in STOPS or is_plain_verb(unit):
            return None
        if unit.kind == "Person":
            return Subject(unit, at, colon) if not unit.refers and _is_label(units, at, colon) else None
    return None


def _is_label(units: Sequence[Unit], at: int, colon: int) -> bool:
    after = units[colon + 1]
    if at + 1 == colon:
        return after.lower in OPENERS
    is_titled = units[at + 1].lower == "," and any(is_source(unit) for unit in units[at + 2 : colon])
    return is_titled and (after.lower in OPENERS or after.text[:1].isupper())
