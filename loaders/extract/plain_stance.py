"""Wordings that tell the stance by themselves: relief, denial, a burden that falls.

They outweigh everything else that is known of a stance, so they are narrow, and settle nothing beside a word that says
the opposite in the same clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from graph.model import Stance
from loaders.extract.plain_deeds import deed
from loaders.extract.plain_moves import moved
from loaders.extract.stance_clauses import clause_end, clause_start, has, says, told, words
from loaders.extract.units import Unit

DENIALS = frozenset({"deny", "refute"})
AHEAD = frozenset({"will", "would"})
NO = frozenset({"no", "little"})
COMPARED = {"fewer": 1, "more": -1}
LINKS = frozenset({"of", "that", "for", "in"})
TURNING = ("negator", "doubt", "ending")  # groups of words that turn what is lacking: `no sign that the worst is over`


def plain_stance(units: Sequence[Unit], cue: str) -> Stance | None:
    """The stance that one wording settles, if there is one and no other says the opposite."""
    if has(units, "contrast"):
        return None
    if cue in DENIALS:
        return _denied(units[: clause_end(units, 0)])
    rules = (_relief, _lack, _overdone, _less, _calm, _number, _past, _unexpected, moved, deed)
    found = {side for at in range(len(units)) for rule in rules if (side := rule(units, at))}
    if len(found) != 1:
        return None
    return Stance.POSITIVE if found == {1} else Stance.NEGATIVE


def _denied(units: Sequence[Unit]) -> Stance | None:
    """Good for `that it had misled anyone`, bad for `that it would recover`; nothing for `bail to the accused`."""
    upto = takewhile(lambda unit: unit.lower != "to", units)
    claimed = [unit for unit in upto if not unit.lower.startswith(("deny", "denie", "refut"))]
    if has(claimed, "negator"):
        return None
    is_hope = says(claimed, 1) and told(claimed) > 0 and not AHEAD.isdisjoint(unit.lower for unit in claimed)
    return Stance.POSITIVE if told(claimed) < 0 else Stance.NEGATIVE if is_hope else None


def _relief(units: Sequence[Unit], at: int) -> int:
    """`under control`, `the worst is behind us`, `less painful`; nothing where that is denied or wished for."""
    if not _opens_relief(units[at : at + 3]):
        return 0
    before, behind = units[clause_start(units, at) : at], units[at + 2 : clause_end(units, at)]
    if units[at].lower == "behind" and (says(before, 1) or not says(before, -1)):
        return 0
    is_turned = any(has(before, group) for group in ("negator", "doubt", "down"))
    return int(not is_turned and not says(behind, -1) and not has(behind, "doubt"))


def _opens_relief(three: Sequence[Unit]) -> bool:
    """True for `less painful` and `under control`, not for `under control of`."""
    first, second, third = [*(unit.lower for unit in three), "", ""][:3]
    if first == "less":
        return second in words("hardship")
    return f"{first} {second}" in words("relief") and third != "of"


def _lack(units: Sequence[Unit], at: int) -> int:
    """`no evidence of a breach` is good, `no sign of recovery` bad; what is told both ways settles nothing."""
    if not has(units[at : at + 1], "evidence", "assurance") or not at or units[at - 1].lower not in NO:
        return 0
    missing = units[at + 1 : clause_end(units, at)]
    if not missing or missing[0].lower not in LINKS:
        return 0
    side = _side_of_want(missing)
    is_odd = side > 0 and has(units[at : at + 1], "assurance")  # `no guarantee of a loss`
    return side if not is_odd and not says(units[clause_start(units, at) : at - 1], -side) else 0


def _side_of_want(missing: Sequence[Unit]) -> int:
    """-1 for `that the worst is behind us` and `of a recovery`, 1 for `of a breach`."""
    if any(rule(missing, at) for at in range(len(missing)) for rule in (_relief, _past)):
        return -1
    return 0 if has(missing, *TURNING) else -told(missing)


def _unexpected(units: Sequence[Unit], at: int) -> int:
    """`does not expect growth`, `hard to see a recovery` are bad, `does not foresee a recession` is good."""
    before = units[max(at - 3, clause_start(units, at)) : at]
    if not has(units[at : at + 1], "expecting") or has(before, "refusal") == has(before, "unlikely_to"):
        return 0
    told_of = units[at + 1 : _end_past_hyphens(units, at)]
    noun = next((here for here, unit in enumerate(told_of) if has([unit], "hoped_turn", "feared_turn")), None)
    if noun is None or has(told_of[noun + 1 :], "up", "down", "negator") or has(told_of, "bad_noun", "doubt"):
        return 0
    side = has(told_of[noun : noun + 1], "feared_turn") - has(told_of[noun : noun + 1], "hoped_turn")
    return 0 if told_of[noun + 1 : noun + 2] and told_of[noun + 1].lower == "to" else side


def _end_past_hyphens(units: Sequence[Unit], at: int) -> int:
    """The place behind the clause around a word, where `top-line growth` is no border."""
    end = clause_end(units, at)
    while units[end : end + 1] and units[end].lower == "-":
        end = clause_end(units, end)
    return end


def _overdone(units: Sequence[Unit], at: int) -> int:
    """`the fears are overblown` is good, `the optimism is overdone` bad."""
    first = clause_start(units, at)
    is_said_of = has(units[at : at + 1], "overdone") and has(units[max(at - 3, first) : at], "copula")
    before = units[first:at]
    if not is_said_of or has(before, "negator", "doubt"):
        return 0
    return says(before, -1) - says(before, 1)


def _less(units: Sequence[Unit], at: int) -> int:
    """`less bullish on NAME` is bad; not `no less confident` or `less bullish than it should be`."""
    is_less = units[at].lower == "less" and has(units[at + 1 : at + 2], "eager_state")
    around = [*units[clause_start(units, at) : at], *units[at + 2 : clause_end(units, at)]]
    return -int(is_less and not has(around, "negator", "doubt") and not says(around, 1))


def _calm(units: Sequence[Unit], at: int) -> int:
    """`not worried about NAME`; nothing beside another negation, doubt, or `enough`."""
    before = units[max(at - 3, 0) : at]
    if (
        not has(units[at : at + 1], "calm")
        or not has(before, "negator")
        or [unit.lower for unit in units[at + 1 : at + 2]] == ["enough"]
    ):
        return 0
    around = [*units[clause_start(units, at) : at - 3], *units[at + 1 : clause_end(units, at)]]
    return int(not has(around, "negator", "doubt") and not says(around, -1))


def _number(units: Sequence[Unit], at: int) -> int:
    """`there were fewer complaints` is good, `more layoffs` bad."""
    if units[at].lower not in COMPARED or not has(units[at + 1 : at + 3], "plain_burden"):
        return 0
    first = clause_start(units, at)
    side = COMPARED[units[at].lower]
    around = [*units[first:at], *units[at + 3 : clause_end(units, at)]]
    return side if not has(around, "negator", "doubt", "before_object") and not says(around, -side) else 0


def _past(units: Sequence[Unit], at: int) -> int:
    """`the worst is over`, `the crisis may be past`; not `the war over prices`."""
    before = units[clause_start(units, at) : at]
    is_past = has(units[at : at + 1], "done_with") and has(before[-1:], "copula") and at + 1 == clause_end(units, at)
    blocked = has(before, "negator") or any(has([unit], "doubt") and not has([unit], "modal") for unit in before)
    return int(is_past and has(before, "bad_past") and not blocked)
