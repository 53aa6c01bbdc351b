"""Pairs of voices that cannot both be right: they take opposite sides, or their numbers have no value in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from operator import attrgetter
from typing import NamedTuple

from graph.explore.opinions import Estimate, Measure, Opinion
from graph.model import Stance

MOST_PER_SIDE = 50  # voices of which pairs are made, the newest


class Contradiction(NamedTuple):
    """Two claims by their ids; `measure` says of what the numbers are, and is None where the sides are opposite."""

    day: str  # of the newer one
    first: str
    second: str
    measure: Measure | None = None
    values: tuple[Estimate, Estimate] | None = None


def contradictions(opinions: Sequence[Opinion], estimates: Mapping[Measure, list[Estimate]]) -> list[Contradiction]:
    """The pairs that contradict each other, the newest first."""
    numbers = [pair for measure, those in estimates.items() for pair in _apart(measure, those)]
    numbers.sort(key=lambda one: (one.first, one.second, str(one.measure)))
    return sorted([*_of_sides(opinions), *numbers], key=attrgetter("day"), reverse=True)


def _of_sides(opinions: Sequence[Opinion]) -> Iterable[Contradiction]:
    """In the order of their ids."""
    hopeful, doubtful = (
        sorted([(one.grounds.claim_id, one.grounds.day) for one in opinions if one.stance == stance][:MOST_PER_SIDE])
        for stance in (Stance.POSITIVE, Stance.NEGATIVE)
    )
    for (first, day), (second, other) in product(hopeful, doubtful):
        yield Contradiction(max(day, other), first, second)


def _apart(measure: Measure, estimates: list[Estimate]) -> Iterable[Contradiction]:
    newest = sorted(estimates, key=attrgetter("day"), reverse=True)[:MOST_PER_SIDE]
    for one, other in combinations(newest, 2):
        if one.is_apart_from(other):
            low, high = sorted((one, other), key=attrgetter("middle"))
            yield Contradiction(max(one.day, other.day), low.claim_id, high.claim_id, measure, (low, high))
