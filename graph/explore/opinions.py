"""What each voice holds of a subject: the claims that nothing later of the same voice took the place of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from graph.explore.statements import NEW, VIEWS, Statement
from graph.explore.supersession import still_standing
from graph.model import Stance
from graph.store import Row


@dataclass(frozen=True)
class Opinion:
    """What a voice holds of a subject."""

    voice: str
    current: tuple[Statement, ...]  # newest first
    superseded: tuple[Statement, ...]  # newest first

    @property
    def day(self) -> str:
        """The day of the newest claim; empty if none has one."""
        return self.current[0].day

    @property
    def stories(self) -> set[str]:
        """The stories that its current claims are of: copies of a report are one."""
        return {one.story for one in self.current}

    @cached_property
    def grounds(self) -> Statement:
        """The claim that shows the stance best: the newest that takes a side, or else the newest."""
        views = [one for one in self.current if one.type in VIEWS]
        sided = (one for one in views if one.stance != Stance.NEUTRAL)
        return next(sided, (views or self.current)[0])

    @cached_property
    def stance(self) -> str | None:
        """On which side the voice is; None where it only states facts."""
        return self.grounds.stance if self.grounds.type in VIEWS else None


def opinions_on(subject: str, statements: Iterable[Statement]) -> list[Opinion]:
    """What each voice holds, the voice heard last first. What a document itself says is nobody's opinion."""
    said = _ordered(one for one in statements if one.voice is not None)
    standing = still_standing(said, subject)
    voices: dict[str, tuple[list[Statement], list[Statement]]] = defaultdict(lambda: ([], []))
    for one in said:
        voices[str(one.voice)][0 if one.claim_id in standing else 1].append(one)
    opinions = [Opinion(voice, tuple(now), tuple(past)) for voice, (now, past) in sorted(voices.items())]
    return sorted(opinions, key=attrgetter("day"), reverse=True)


def _ordered(statements: Iterable[Statement]) -> list[Statement]:
    """Newest first, on one day the surest first."""
    by_place = sorted(statements, key=lambda one: (-one.confidence, one.claim_id))
    return sorted(by_place, key=attrgetter("day"), reverse=True)


Measure = tuple[str, str, str | None, str | None]  # metric, unit, basis, period


class Estimate(NamedTuple):
    """A number that a voice holds of a subject."""

    voice: str
    claim_id: str
    day: str
    low: float
    high: float
    story: str = ""  # that the claim is of

    @property
    def middle(self) -> float:
        """The number, or the middle of the range."""
        return (self.low + self.high) / 2

    def is_apart_from(self, other: Estimate) -> bool:
        """Whether the two ranges have no number in common."""
        return self.high < other.low or other.high < self.low


def estimates_on(subject: str, opinions: Iterable[Opinion], metric: str | None = None) -> dict[Measure, list[Estimate]]:
    """The newest number of each voice by what it measures, lowest first."""
    found: dict[Measure, dict[str, Estimate]] = defaultdict(dict)
    for opinion in opinions:
        for measure, estimate in _estimates(opinion, subject):
            if metric in (None, measure[0]):
                found[measure].setdefault(opinion.voice, estimate)
    return {measure: sorted(by_voice.values(), key=_place) for measure, by_voice in found.items()}


def _estimates(opinion: Opinion, subject: str) -> Iterator[tuple[Measure, Estimate]]:
    for one in opinion.current:
        for figure in one.figures_on(subject):
            numbers = figure["low"], figure["high"]
            yield measure_of(figure), Estimate(opinion.voice, one.claim_id, one.day, *numbers, one.story)


def measure_of(figure: Row) -> Measure:
    """What has to be the same of two figures for them to be compared: a new target is as good as one without a past."""
    basis = None if figure["basis"] == NEW else figure["basis"]
    return figure["metric"], figure["unit"], basis, figure["period"]


def _place(estimate: Estimate) -> tuple[float, float, str]:
    return estimate.middle, estimate.low, estimate.voice
