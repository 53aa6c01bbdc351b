"""Whether a sentence without a reporting verb plainly goes on with the report of the one before."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.attribution import PANEL, Attribution
from loaders.extract.cues import speech_words
from loaders.extract.units import Line, Unit

HEAD = 4  # units at the start of a sentence that show whether it turns to something else


def goes_on(before: Attribution, line: Line) -> bool:
    """True for further numbers of the same data, further plans of the same speaker, and what stands under a label."""
    units = line.units
    if any(unit.lower in speech_words()["turn"] for unit in units[:HEAD]):
        return False
    if before.cue == PANEL:
        return True
    if before.cue == "according to":
        of_data = before.subject.unit.kind == "Institution" and not _names_another(before, units)
        return of_data and _has_number(units) and not _tells_time(units)
    return before.type == "forecast" and _is_same_matter(before, units) and _looks_ahead(units)


def _has_number(units: Sequence[Unit]) -> bool:
    return any(unit.text[:1].isdigit() for unit in units)


def _names_another(before: Attribution, units: Sequence[Unit]) -> bool:
    """True where somebody else comes in, whose news or numbers these may be: `The Census Bureau counts 30 million`."""
    return any(unit.speaks and unit.entity != before.subject.unit.entity for unit in units)


def _tells_time(units: Sequence[Unit]) -> bool:
    """True for the news of a day, which data do not report."""
    return any(unit.lower in speech_words()["day"] for unit in units)


def _is_same_matter(before: Attribution, units: Sequence[Unit]) -> bool:
    first = units[0]
    return first.entity == before.subject.unit.entity or first.lower in speech_words()["anaphor"]


def _looks_ahead(units: Sequence[Unit]) -> bool:
    return any(unit.lower in speech_words()["future"] for unit in units)
