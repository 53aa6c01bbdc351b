"""How far each statement of a sentence reaches, where several speakers share the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from loaders.extract.attribution import Attribution
from loaders.extract.cues import speech_words
from loaders.extract.units import Line, Unit

STRONG = frozenset({";", "while", "but", "although", "whereas"})
PARTING = STRONG | {",", "and", "as", "after", "when"}


class Stretch(NamedTuple):
    """The units of one statement with its reporting words."""

    attribution: Attribution
    start: int
    end: int


def stretches(line: Line, found: Sequence[Attribution]) -> Iterator[Stretch]:
    """One stretch for each speaker in turn; several cues of one speaker in a row share one."""
    groups = _by_speaker(found)
    edges = [_edge(line.units, one[-1], other[0]) for one, other in pairwise(groups)]
    starts = [0, *(start for _, start in edges)]
    ends = [*(end for end, _ in edges), len(line.units)]
    for group, start, end in zip(groups, starts, ends, strict=False):
        yield Stretch(group[0], _start(line.units, group[0], start), max(end, group[-1].last))


def _by_speaker(found: Sequence[Attribution]) -> list[list[Attribution]]:
    groups: list[list[Attribution]] = []
    for attribution in found:
        if groups and groups[-1][0].subject.unit.entity == attribution.subject.unit.entity:
            groups[-1].append(attribution)
        else:
            groups.append([attribution])
    return groups


def _edge(units: Sequence[Unit], one: Attribution, other: Attribution) -> tuple[int, int]:
    """Where the words of one speaker end and those of the next begin; they overlap where one quotes the other."""
    if other.leads:
        start = max(other.first, one.last)
        parted = not one.leads or any(unit.lower in PARTING for unit in units[one.last : start])
        return (start, start) if parted else (len(units), start)
    for breaks in (STRONG, {","}):
        for index in range(other.first - 2, one.last, -1):
            if units[index].lower in breaks and not units[index].quoted:
                return index, index
    return one.last, one.last


def _start(units: Sequence[Unit], attribution: Attribution, earliest: int) -> int:
    """Words before the subject belong to it unless a conjunction parts them, as in "shares rose after UBS said"."""
    first = attribution.first
    if not attribution.leads or first <= earliest or attribution.cue == "according to":
        return earliest
    if attribution.last < len(units) and units[attribution.last].lower in speech_words()["copula"]:
        return earliest  # "benefits that the company says are rare"
    breaks = speech_words()["clause_break"] - {"which", "that"} | {"(", ";", ":"}
    return first if units[first - 1].lower in breaks else earliest
