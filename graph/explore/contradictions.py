"""Pairs of voices that cannot both be right: they take opposite sides, or their numbers have no value in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from graph.explore.opinions import Estimate, Measure, Opinion
from graph.model import Stance

MOST_PER_SIDE = 50  # voices of which pairs are made, the newest


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims by their ids; `measure` says of what the numbers are, and is None where the sides are opposite."""

    day: str  # of the newer one
    first: str
    second: str
    measure: Measure | None = None
    values: tuple[Estimate, Estimate] | None = None


def contradictions(opinions: Sequence[Opinion], estimates: Mapping[Measure, list[Estimate]]) -> list[Contradiction]:
    """The pairs that contradict each other, the newest first."""
    found = [*_of_sides(opinions), *(pair for measure, those in estimates.items() for pair in _apart(measure, those))]
    found.sort(key=lambda one: (one.measure is not None, one.first, one.second, str(one.measure)))
    return sorted(found, key=lambda one: one.day, reverse=True)


def _of_sides(opinions: Sequence[Opinion]) -> Iterable[Contradiction]:
    sides = [
        [one.grounds for one in opinions if one.stance == stance][:MOST_PER_SIDE]
        for stance in (Stance.POSITIVE, Stance.NEGATIVE)
    ]
    for hopeful, doubtful in product(*sides):
        yield Contradiction(max(hopeful.day, doubtful.day), hopeful.claim_id, doubtful.claim_id)


def _apart(measure: Measure, estimates: list[Estimate]) -> Iterable[Contradiction]:
    newest = sorted(estimates, key=lambda one: one.day, reverse=True)[:MOST_PER_SIDE]
    for one, other in combinations(newest, 2):
        if one.is_apart_from(other):
            low, high = sorted((one, other), key=lambda each: each.middle)
            yield Contradiction(max(one.day, other.day), low.claim_id, high.claim_id, measure, (low, high))
