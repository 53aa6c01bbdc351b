"""Wordings that tell the stance by themselves, whatever else stands there: relief, denial, a burden that falls."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Stance
from loaders.extract.stance import polarity, stance_words
from loaders.extract.units import Unit

DENIALS = frozenset({"deny", "refute"})
REACH = 9  # units around a wording in which its negation or its object stands
BEHIND = 5  # units between a burden and the verb that moves it: `violence in NAME has decreased`
NO = frozenset({"no", "little"})
BREAKS = frozenset({"and", "but", "a", "while"})
LINKS = frozenset({"of", "that", "for", "in"})


def plain_stance(units: Sequence[Unit], cue: str) -> Stance | None:
    """The stance that one wording settles, if there is one and no other says the opposite."""
    found = {side for at in range(len(units)) if (side := _relief(units, at) or _lack(units, at) or _burden(units, at))}
    if cue in DENIALS:
        found.add(1)
    if len(found) != 1:
        return None
    return Stance.POSITIVE if found == {1} else Stance.NEGATIVE


def _relief(units: Sequence[Unit], at: int) -> int:
    """`under control`, `the worst is behind us`, `less painful`; nothing where that is denied or wished for."""
    if at + 1 == len(units):
        return 0
    following = units[at + 1].lower
    if units[at].lower == "less" and following in _words("hardship"):
        return 1
    is_relief = f"{units[at].lower} {following}" in _words("relief")
    doubted = _words("negator") | _words("doubt")
    return int(is_relief and all(unit.lower not in doubted for unit in units[max(at - REACH, 0) : at]))


def _lack(units: Sequence[Unit], at: int) -> int:
    """`no evidence of a breach` is good, `no sign of recovery` bad."""
    if units[at].lower not in _words("evidence") or not at or units[at - 1].lower not in NO:
        return 0
    if at + 1 >= len(units) or units[at + 1].lower not in LINKS:
        return 0
    told = [weight for unit in units[at + 1 : at + 1 + REACH] if (weight := polarity(unit.lower))]
    return 0 if not told else -1 if told[0] > 0 else 1


def _burden(units: Sequence[Unit], at: int) -> int:
    """`unemployment fell`, `the jobless rate is low`, `violence in NAME has decreased`, and the reverse of these."""
    if units[at].lower not in _words("plain_burden"):
        return 0
    for unit in units[at + 1 : at + 1 + BEHIND]:
        if unit.lower in _words("down_plain"):
            return 1
        if unit.lower in _words("up_plain"):
            return -1
        if not unit.text[:1].isalpha() or unit.lower in _words("negator") | BREAKS:
            return 0
    return 0


def _words(group: str) -> frozenset[str]:
    return stance_words()[group]
