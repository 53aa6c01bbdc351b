"""Where a sentence falls into parts that measure different subjects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from loaders.extract.annotations import Quantity
from loaders.extract.units import Unit

STRONG = frozenset({";", "while", "whereas", "but", "though", "although"})
WEAK = frozenset({",", "and", "with", "—", "–", "as", "when", "after"})

Part = tuple[tuple[int, int] | None, str | None, tuple[Quantity, ...]]


def parts_by_subject(units: Sequence[Unit], quantities: Sequence[Quantity]) -> Iterator[Part]:
    """The tokens, the subject and the quantities of each part; tokens are None where a part is not a clause of its own.

    A quantity without a subject goes with the one before it. "A and B rose 1% and 2%, respectively" gives two parts
    with the same words.
    """
    groups = _groups(quantities)
    if len({subject for subject, _ in groups}) < 2:
        yield None, groups[0][0] if groups else None, tuple(quantities)
        return
    cuts = _cuts(units, groups)
    if cuts is None:
        for subject in dict.fromkeys(subject for subject, _ in groups):
            yield None, subject, tuple(one for name, ones in groups if name == subject for one in ones)
        return
    edges = [units[0].start, *cuts, units[-1].end]
    for (subject, measured), edge in zip(groups, pairwise(edges), strict=True):
        yield edge, subject, tuple(measured)


def _groups(quantities: Sequence[Quantity]) -> list[tuple[str | None, list[Quantity]]]:
    """Neighbouring quantities of one subject together."""
    named: list[tuple[str | None, Quantity]] = []
    subject = next((one.about for one in quantities if one.about), None)
    for quantity in quantities:
        subject = quantity.about or subject
        named.append((subject, quantity))
    return [(name, [one for _, one in members]) for name, members in groupby(named, key=lambda pair: pair[0])]


def _cuts(units: Sequence[Unit], groups: list[tuple[str | None, list[Quantity]]]) -> list[int] | None:
    """The tokens at which each part after the first starts; None where some part names its subject elsewhere."""
    cuts = []
    for (_, before), (subject, after) in pairwise(groups):
        low, high = before[-1].span.end, after[0].span.start
        gap = [unit for unit in units if low <= unit.start < high]
        cut = _cut(gap, subject)
        if cut is None:
            return None
        cuts.append(cut)
    return cuts


def _cut(gap: Sequence[Unit], subject: str | None) -> int | None:
    """The break before the subject's name between two quantities."""
    named = next((at for at, unit in enumerate(gap) if unit.entity == subject), None)
    if named is None:
        return None
    before = gap[:named]
    strong = [unit for unit in before if unit.lower in STRONG]
    weak = [unit for unit in before if unit.lower in WEAK]
    return (strong or weak)[-1].start if strong or weak else None
