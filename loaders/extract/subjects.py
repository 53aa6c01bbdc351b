"""What a statement is about: the names in its own words, the scored kinds first, and not who says it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from importlib.resources import files

from loaders.extract.claim_types import claim_words
from loaders.extract.cues import speech_words, verb_forms
from loaders.extract.units import Unit

MOST = 3  # subjects of one statement
SCORED = frozenset({"Company", "Institution", "Index", "Person"})
FIRST_PERSON = frozenset({"we", "our", "us", "ourselves", "i", "my"})
SELF = frozenset({"it", "its", "we", "our"})
BARE = frozenset({"it", "they"})  # too often no reference at all: "it is hard"
TOPICAL = frozenset({"Company", "Institution", "Index"})
LEAD = 1.5  # how many times as often as the next one the topic of a document is named
HEARER_VERBS = frozenset({"tell", "told", "tells", "telling"})


def subjects_of(units: Sequence[Unit], speaker: str | None, company: str | None) -> tuple[str, ...]:
    """Ids of the entities that these words are about, the weightiest first; `company` is the speaker's own."""
    weights: dict[str, int] = {}
    for at, unit in enumerate(units):
        if unit.entity and unit.entity != speaker and unit.lower not in BARE and not _is_aside(units, at):
            weights[unit.entity] = max(weights.get(unit.entity, 0), _weight(units, at, unit))
    if company is not None and company not in weights and _speaks_of_own(units):
        weights[company] = 4
    return tuple(sorted((name for name in weights if weights[name] > 1), key=lambda name: -weights[name])[:MOST])


def named_in(units: Sequence[Unit]) -> tuple[str, ...]:
    """The companies, institutions, people and indices that these words name, in order."""
    named = (unit.entity for unit in units if unit.entity and unit.kind in SCORED and not unit.refers)
    return tuple(dict.fromkeys(named))


def places_of(units: Sequence[Unit], known: Collection[str]) -> tuple[str, ...]:
    """The places of the document that these words name, or mean by an adjective: "Chinese stocks"."""
    meant = (unit.entity if unit.kind == "Place" else _places_by_adjective().get(unit.lower) for unit in units)
    return tuple(dict.fromkeys(place for place in meant if place is not None and place in known))[:MOST]


@cache
def _places_by_adjective() -> dict[str, str]:
    source = files("loaders").joinpath("data", "demonyms.csv").read_text(encoding="utf-8")
    return {word: row["place"] for row in csv.DictReader(source.splitlines()) for word in row["words"].split("|")}


def topic_of(named: Iterable[tuple[str, str]]) -> str | None:
    """What a document is about: of all names with their kinds the one that clearly leads, if any."""
    ranked = Counter(entity for entity, kind in named if kind in TOPICAL).most_common(2)
    leads = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] >= LEAD * ranked[1][1])
    return ranked[0][0] if leads else None


def refers_to_topic(units: Sequence[Unit]) -> bool:
    """True for words such as "the stock" or "the deal", which take the topic of the document as known."""
    return any(unit.lower in claim_words()["topic_word"] for unit in units)


def _weight(units: Sequence[Unit], at: int, unit: Unit) -> int:
    """How much the statement is about this name: by its kind, its place and what stands before it."""
    kind = 2 if unit.kind in SCORED else 0
    return kind + (2 if _is_subject(units, at) else 0)


def _is_aside(units: Sequence[Unit], at: int) -> bool:
    """True for who is only told something, and for examples: "such as NAME", "told NAME"."""
    before = [unit.lower for unit in units[max(at - 2, 0) : at]]
    return bool(before) and (before[-1] in HEARER_VERBS or before == ["such", "as"])


def _is_subject(units: Sequence[Unit], at: int) -> bool:
    return not any(unit.lower in verb_forms() or unit.lower in speech_words()["preposition"] for unit in units[:at])


def speaks_of_self(units: Sequence[Unit], company: str) -> bool:
    """True where a company's words name the company, or begin with "it", "we" or the like."""
    return any(unit.entity == company for unit in units) or any(unit.lower in SELF for unit in units[:3])


def _speaks_of_own(units: Sequence[Unit]) -> bool:
    return any(unit.lower in FIRST_PERSON for unit in units)
