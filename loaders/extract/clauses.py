"""Where a sentence falls into parts that measure different subjects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from loaders.extract.annotations import Quantity
from loaders.extract.units import Unit

STRONG = frozenset({";", "while", "whereas", "but", "though", "although"})
WEAK = frozenset({",", "and", "with", "—", "–", "as", "when", "after"})


@dataclass(frozen=True, slots=True)
class Part:
    """Quantities of one subject; `tokens` is None where they stand in the whole statement, not in a clause of it."""

    tokens: tuple[int, int] | None
    subject: str | None
    quantities: tuple[Quantity, ...]


def parts_by_subject(units: Sequence[Unit], quantities: Sequence[Quantity]) -> Iterator[Part]:
    """The statement cut into clauses by what is measured.

    A quantity without a subject goes with the one before it. "A and B rose 1% and 2%, respectively" gives two parts
    with the same words.
    """
    groups = _groups(quantities)
    if len({subject for subject, _ in groups}) < 2:
        yield Part(None, groups[0][0] if groups else None, tuple(quantities))
        return
    for start, end, members in _clauses(units, groups):
        tokens = (start, end) if len(members) < len(groups) else None
        for subject in dict.fromkeys(subject for subject, _ in members):
            yield Part(tokens, subject, tuple(one for name, ones in members if name == subject for one in ones))


Group = tuple[str | None, list[Quantity]]


def _groups(quantities: Sequence[Quantity]) -> list[Group]:
    """Neighbouring quantities of one subject together."""
    named: list[tuple[str | None, Quantity]] = []
    subject = next((one.about for one in quantities if one.about), None)
    for quantity in quantities:
        subject = quantity.about or subject
        named.append((subject, quantity))
    return [(name, [one for _, one in members]) for name, members in groupby(named, key=lambda pair: pair[0])]


def _clauses(units: Sequence[Unit], groups: list[Group]) -> Iterator[tuple[int, int, list[Group]]]:
    """The tokens of each clause with the groups in it; groups that no break parts stay together."""
    start, members = units[0].start, [groups[0]]
    for before, after in pairwise(groups):
        cut = _cut(units, before, after)
        if cut is not None:
            yield start, cut, members
            start, members = cut, []
        members.append(after)
    yield start, units[-1].end, members


def _cut(units: Sequence[Unit], before: Group, after: Group) -> int | None:
    """The break between two quantities before the name of what the second one measures."""
    low, high = before[1][-1].span.end, after[1][0].span.start
    gap = [unit for unit in units if low <= unit.start < high]
    named = next((at for at, unit in enumerate(gap) if unit.entity == after[0]), None)
    if named is None:
        return None
    strong = [unit for unit in gap[:named] if unit.lower in STRONG]
    weak = [unit for unit in gap[:named] if unit.lower in WEAK]
    return (strong or weak)[-1].start if strong or weak else None
