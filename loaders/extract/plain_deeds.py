"""Deeds that speak for themselves: plants that close, jobs that are kept, a recession that is avoided."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from loaders.extract.stance_clauses import clause_end, clause_start, has, told
from loaders.extract.units import Unit

OBJECT_REACH = 5  # units between a verb and its object
BEFORE = 4  # units before a verb in which `not`, `no plans to` or `may` stands
AT_PRESENT = frozenset({"is", "are"})


def deed(units: Sequence[Unit], at: int) -> int:
    """-1 for what is closed, cut or called back, 1 where that is denied or an ill is escaped."""
    first, end = clause_start(units, at), clause_end(units, at)
    before, behind = units[max(first, at - BEFORE) : at], units[at + 1 : end]
    led = [*units[max(first - 1, 0) : first], *before]  # `if it closed`
    if has(units[at : at + 1], "thrown_out"):
        return int(_is_cleared(before, behind[:OBJECT_REACH]) and not has(led, "negator", "doubt"))
    if has(units[at : at + 1], "escaping"):
        return int(told(_direct(behind)) < 0 and _is_done(before) and not has(led, "negator", "doubt"))
    is_harm = any(
        has(units[at : at + 1], verb) and _is_done_to(units[at], before, behind, noun) for verb, noun in _HARMS
    )
    if not is_harm or has(led, "hedge"):
        return 0
    return 1 if has(led, "refusal") else -1


def _is_done_to(verb: Unit, before: Sequence[Unit], behind: Sequence[Unit], noun: str) -> bool:
    """True for `closed three plants` and `its plant was closed`; not for `is closed on Sunday` and `close the deal`."""
    is_passive = has(before[-2:], "copula") and verb.lower != "close"
    if is_passive and has(before[:-1], noun):
        return AT_PRESENT.isdisjoint(unit.lower for unit in before[-2:])
    reached = _direct(behind)
    is_object = any(has([unit], noun) and _is_head(behind[here + 1 :]) for here, unit in enumerate(reached))
    return is_object and not has(behind[:OBJECT_REACH], "closed_otherwise")


def _direct(behind: Sequence[Unit]) -> list[Unit]:
    """The words up to a preposition other than `of`: `three plants`, but nothing of `2020 with 400 stores`."""
    return list(takewhile(lambda unit: not has([unit], "object_stop"), behind[:OBJECT_REACH]))


def _is_head(following: Sequence[Unit]) -> bool:
    """False for `staff` before `turnover`."""
    if not following or has(following[:1], "before_object", "after_move", "object_end"):
        return True
    return (not following[0].text[:1].islower() and following[0].lower != "'s") or following[0].lower.endswith("ly")


_HARMS = (("closing", "workplace"), ("cutting_jobs", "workforce"), ("recalling", "recalled_goods"))


def _is_cleared(before: Sequence[Unit], behind: Sequence[Unit]) -> bool:
    """True for `settled the lawsuit` and `the charges were dismissed`, not for `charges dropped by 4%`."""
    return (has(before[-2:], "copula") and _is_accused(before)) or _is_accused(behind)


def _is_accused(around: Sequence[Unit]) -> bool:
    """True for `the lawsuit`, not for `its lawsuit` and `NAME's lawsuit`, which may be one's own."""
    upto = [*takewhile(lambda unit: not has([unit], "charged"), around)]
    return len(upto) < len(around) and not has(upto, "owner")


def _is_done(before: Sequence[Unit]) -> bool:
    """False for `to avoid a recession`, which tells of a wish; True for `managed to avoid`."""
    if not before or before[-1].lower != "to":
        return True
    return has(before[-2:-1], "managing")
