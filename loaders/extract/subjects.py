"""What a statement is about: the names in its own words, the scored kinds first, and not who says it."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.cues import speech_words, verb_forms
from loaders.extract.units import Unit

MOST = 3  # subjects of one statement
SCORED = frozenset({"Company", "Institution", "Index", "Person"})
FIRST_PERSON = frozenset({"we", "our", "us", "ourselves", "i", "my"})


def subjects_of(units: Sequence[Unit], speaker: str | None, org: str | None) -> tuple[str, ...]:
    """Ids of the entities that these words are about, in the order of their weight."""
    named = [(at, unit) for at, unit in enumerate(units) if unit.entity and unit.entity != speaker]
    ranked = sorted(named, key=lambda item: (-_weight(units, *item), item[0]))
    chosen = list(dict.fromkeys(unit.entity for at, unit in ranked if unit.entity and _weight(units, at, unit) > 0))
    if org is not None and org not in chosen and _speaks_of_own(units):
        chosen.insert(0, org)
    return tuple(chosen[:MOST])


def _weight(units: Sequence[Unit], at: int, unit: Unit) -> int:
    """How much the statement is about this name: by its kind, its place and what stands before it."""
    kind = 2 if unit.kind in SCORED else 0
    before = units[at - 1].lower if at else ""
    place = 1 if before not in speech_words()["preposition"] else 0
    return kind + place + (1 if _is_subject(units, at) else 0)


def _is_subject(units: Sequence[Unit], at: int) -> bool:
    return not any(unit.lower in verb_forms() or unit.lower in speech_words()["preposition"] for unit in units[:at])


def _speaks_of_own(units: Sequence[Unit]) -> bool:
    return any(unit.lower in FIRST_PERSON for unit in units)
