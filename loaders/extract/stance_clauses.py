"""The clause around a word, and the word groups of stance that stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.stance import FULL, polarity, stance_words
from loaders.extract.units import Unit

STOPS = frozenset({",", ";", ":", ".", "-", "–", "—"})
REACH = 40  # units to either side that a clause has at most


def clause_start(units: Sequence[Unit], at: int) -> int:
    """The place of the first word of the clause around a word."""
    furthest = max(at - REACH, 0)
    return next((before + 1 for before in range(at - 1, furthest - 1, -1) if _is_border(units[before])), furthest)


def clause_end(units: Sequence[Unit], at: int) -> int:
    """The place behind the last word of the clause around a word."""
    furthest = min(at + REACH, len(units))
    return next((after for after in range(at + 1, furthest) if _is_border(units[after])), furthest)


def _is_border(unit: Unit) -> bool:
    return unit.lower in STOPS or unit.lower in words("clause_border")


def told(units: Sequence[Unit]) -> int:
    """The side that all of these words take; 0 where they differ or tell of a move (`strong growth is slowing`)."""
    if has(units, "up") or has(units, "down"):
        return 0
    sides = {1 if weight > 0 else -1 for unit in units if unit.entity is None and (weight := polarity(unit.lower))}
    return sides.pop() if len(sides) == 1 else 0


def says(units: Sequence[Unit], side: int) -> bool:
    """True where one of these words plainly takes that side."""
    return any(polarity(unit.lower) == side * FULL for unit in units if unit.entity is None)


def has(units: Sequence[Unit], *groups: str) -> bool:
    """True where one of these words is of one of the groups; the month of May is no doubt."""
    return any(unit.lower in words(group) for unit in units if unit.text != "May" for group in groups)


def words(group: str) -> frozenset[str]:
    """The words of one group of the table."""
    return stance_words()[group]
