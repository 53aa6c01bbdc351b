"""Deeds that speak for themselves: plants that close, jobs that are kept, a recession that is avoided."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.stance_clauses import clause_end, clause_start, has, told
from loaders.extract.units import Unit

OBJECT_REACH = 5  # units between a verb and its object
BEFORE = 4  # units before a verb in which `not`, `no plans to` or `may` stands


def deed(units: Sequence[Unit], at: int) -> int:
    """-1 for what is closed, cut or called back, 1 where that is denied or an ill is escaped."""
    end = min(clause_end(units, at), at + 1 + OBJECT_REACH)
    before, behind = units[max(clause_start(units, at), at - BEFORE) : at], units[at + 1 : end]
    if has(units[at : at + 1], "thrown_out"):
        return int(_is_cleared(units, at, end) and not has(before, "negator", "doubt"))
    if has(units[at : at + 1], "escaping"):
        return int(not has(before, "negator", "doubt") and told(behind) < 0 and _is_done(before))
    is_harm = any(has(units[at : at + 1], verb) and _has_object(before, behind, noun) for verb, noun in _HARMS)
    if not is_harm or has(before, "hedge"):
        return 0
    return 1 if has(before, "refusal") else -1


def _has_object(before: Sequence[Unit], behind: Sequence[Unit], noun: str) -> bool:
    """True for `closed three plants` and `its plant was closed`; not for `close to the office` and `close the deal`."""
    is_object = has(behind, noun) and not has(behind[:1], "before_object") and not has(behind, "closed_otherwise")
    return is_object or (has(before[:-1], noun) and has(before[-2:], "copula"))


_HARMS = (("closing", "workplace"), ("cutting_jobs", "workforce"), ("recalling", "recalled_goods"))


def _is_cleared(units: Sequence[Unit], at: int, end: int) -> bool:
    """True for `settled the lawsuit` and `the charges were dismissed`, not for `charges dropped by 4%`."""
    subject = units[max(clause_start(units, at), at - BEFORE) : at]
    is_told_of = has(subject, "charged") and has(subject[-2:], "copula")
    return is_told_of or has(units[at + 1 : end], "charged")


def _is_done(before: Sequence[Unit]) -> bool:
    """False for `to avoid a recession`, which tells of a wish; True for `managed to avoid`."""
    if not before or before[-1].lower != "to":
        return True
    return has(before[-2:-1], "managing")
