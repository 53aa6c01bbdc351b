"""Wordings that tell the stance by themselves: relief, denial, a burden that falls.

They outweigh everything else that is known of a stance, so they are narrow, and settle nothing beside a word that says
the opposite in the same clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from graph.model import Stance
from loaders.extract.stance import FULL, polarity, stance_words
from loaders.extract.units import Unit

DENIALS = frozenset({"deny", "refute"})
NO = frozenset({"no", "little"})
LINKS = frozenset({"of", "that", "for", "in"})
STOPS = frozenset({",", ";", ":", ".", "-", "–", "—"})
PLACED = frozenset({"in", "at"})
TURNING = ("negator", "doubt", "ending")  # groups of words that turn what is lacking: `no sign that the worst is over`
JUDGING = frozenset({"which", "that", "this"})
EXTENT = frozenset({"a", "about", "around", "just", "nearly", "almost"})  # `fell to a record low`
REACH = 40  # units to either side that a clause has at most
NEAR = 3  # units before a burden in which a preposition makes something else the subject


def plain_stance(units: Sequence[Unit], cue: str) -> Stance | None:
    """The stance that one wording settles, if there is one and no other says the opposite."""
    if _has(units, "contrast"):
        return None
    if cue in DENIALS:
        return Stance.POSITIVE if _is_bad(units[: _clause_end(units, 0)]) else None
    rules = (_relief, _lack, _burden)
    found = {side for at in range(len(units)) for rule in rules if (side := rule(units, at))}
    if len(found) != 1:
        return None
    return Stance.POSITIVE if found == {1} else Stance.NEGATIVE


def _is_bad(denied: Sequence[Unit]) -> bool:
    """`that it had misled anyone`; not `that it would recover`, nor `bail to the accused`."""
    upto = takewhile(lambda unit: unit.lower != "to", denied)
    words = [unit for unit in upto if not unit.lower.startswith(("deny", "denie", "refut"))]
    return not _has(words, "negator") and _told(words) < 0


def _relief(units: Sequence[Unit], at: int) -> int:
    """`under control`, `the worst is behind us`, `less painful`; nothing where that is denied or wished for."""
    if not _opens_relief(units[at : at + 3]):
        return 0
    before, behind = units[_clause_start(units, at) : at], units[at + 2 : _clause_end(units, at)]
    if units[at].lower == "behind" and (_says(before, 1) or not _says(before, -1)):
        return 0
    is_turned = any(_has(before, group) for group in ("negator", "doubt", "down"))
    return int(not is_turned and not _says(behind, -1) and not _has(behind, "doubt"))


def _opens_relief(words: Sequence[Unit]) -> bool:
    """True for `less painful` and `under control`, not for `under control of`."""
    first, second, third = [*(unit.lower for unit in words), "", ""][:3]
    if first == "less":
        return second in _words("hardship")
    return f"{first} {second}" in _words("relief") and third != "of"


def _lack(units: Sequence[Unit], at: int) -> int:
    """`no evidence of a breach` is good, `no sign of recovery` bad; what is told both ways settles nothing."""
    if units[at].lower not in _words("evidence") or not at or units[at - 1].lower not in NO:
        return 0
    missing = units[at + 1 : _clause_end(units, at)]
    if not missing or missing[0].lower not in LINKS or any(_has(missing, group) for group in TURNING):
        return 0
    side = -_told(missing)
    return side if not _says(units[_clause_start(units, at) : at - 1], -side) else 0


def _burden(units: Sequence[Unit], at: int) -> int:
    """`unemployment fell`, `the jobless rate is low`, `violence in NAME has decreased`, and the reverse of these."""
    if units[at].lower not in _words("plain_burden"):
        return 0
    first, end = _clause_start(units, at), _clause_end(units, at)
    if not _is_subject(units, first, at) or _goes_on(units, end):
        return 0
    verb = _verb_behind(units, at, end)
    side = _moved(units, at, verb) if verb < end and _is_intransitive(units, verb) else 0
    others = [*units[first:at], *units[at + 1 : end]]
    doubted = any(_has(others, group) for group in ("negator", "doubt", "damper"))
    return 0 if doubted or _says(others, -side) else side


def _goes_on(units: Sequence[Unit], end: int) -> bool:
    """True where a clause is judged by the next one: `unemployment fell, which hurts staffing firms`."""
    return any(unit.lower in JUDGING for unit in units[end : end + 2])


def _is_subject(units: Sequence[Unit], first: int, at: int) -> bool:
    """True for `violent crime` and `the number of thefts` in a main clause, not for `the fight against crime`."""
    if first and units[first - 1].lower not in STOPS:
        return False
    before = [unit.lower for unit in units[max(at - NEAR, first) : at]]
    if before[-1:] == ["of"]:
        return bool(_words("burden_count").intersection(before))
    return _words("before_object").isdisjoint(before)


def _verb_behind(units: Sequence[Unit], at: int, end: int) -> int:
    """The place of the verb directly behind a burden, its `rate`, `in PLACE`, and auxiliaries."""
    here = at + 1
    if here < end and units[here].lower in _words("burden_measure"):
        here += 1
    if here < end and units[here].lower in PLACED:
        here += 1
        while here < end and (units[here].lower == "the" or units[here].text[:1].isupper()):
            here += 1
    while here < end and (units[here].lower in _words("auxiliary") or units[here].lower.endswith("ly")):
        here += 1
    return here


def _moved(units: Sequence[Unit], at: int, verb: int) -> int:
    """1 for a burden that falls or is low, -1 for the reverse; `layoffs lower morale` moves no layoffs."""
    kinds = ("plain", "state") if _has(units[at:verb], "copula") else ("plain",)
    falls, rises = (any(_has(units[verb : verb + 1], f"{way}_{kind}") for kind in kinds) for way in ("down", "up"))
    return falls - rises


def _is_intransitive(units: Sequence[Unit], verb: int) -> bool:
    """True for `fell sharply`, `fell 4%` and `fell in May`, not for `increased profit` or `fell to its rivals`."""
    following, extent = [*(unit.lower for unit in units[verb + 1 : verb + 3]), ".", "."][:2]
    if following == "to":
        return not extent[0].isalpha() or extent in EXTENT
    return not following[0].isalpha() or following.endswith("ly") or following in _words("after_move")


def _clause_start(units: Sequence[Unit], at: int) -> int:
    furthest = max(at - REACH, 0)
    return next((before + 1 for before in range(at - 1, furthest - 1, -1) if _is_border(units[before])), furthest)


def _clause_end(units: Sequence[Unit], at: int) -> int:
    furthest = min(at + REACH, len(units))
    return next((after for after in range(at + 1, furthest) if _is_border(units[after])), furthest)


def _is_border(unit: Unit) -> bool:
    return unit.lower in STOPS or unit.lower in _words("clause_border")


def _told(units: Sequence[Unit]) -> int:
    """The side that all of these words take; 0 where they differ or tell of a move (`strong growth is slowing`)."""
    if _has(units, "up") or _has(units, "down"):
        return 0
    sides = {1 if weight > 0 else -1 for unit in units if unit.entity is None and (weight := polarity(unit.lower))}
    return sides.pop() if len(sides) == 1 else 0


def _says(units: Sequence[Unit], side: int) -> bool:
    """True where one of these words plainly takes that side."""
    return any(polarity(unit.lower) == side * FULL for unit in units if unit.entity is None)


def _has(units: Sequence[Unit], group: str) -> bool:
    return any(unit.lower in _words(group) for unit in units)


def _words(group: str) -> frozenset[str]:
    return stance_words()[group]
