"""What speaks for or against an entity as what a statement is about, as labels that a table of weights knows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graph.model import Kind
from loaders.extract.cases import Case, subject_words
from loaders.extract.cues import speech_words, verb_forms, verbs_by_lemma
from loaders.extract.units import Unit

TAKEN_UP = ("we", "it", "they", "company", "institution", "stock", "deal")  # what may stand for somebody named before
HEARER_VERBS = frozenset({"tell", "told", "tells", "telling"})
POSSESSIVE = frozenset({"'s", "’s", "'"})
JOINED = {word: word for word in ("of", "in", "for", "on", "at", "by", "with", "to", "from", "like", "and")} | {
    "within": "in",
    "about": "on",
    "over": "on",
    "as": "like",
    "than": "like",
    "against": "like",
    "between": "like",
    "or": "and",
    "&": "and",
    ",": "comma",
    "(": "bracket",
}
FOLLOWED = {",": "comma", "and": "and", "or": "and", "&": "and", "(": "bracket", ")": "bracket", "-": "hyphen"}


def step(value: float, *limits: float) -> int:
    """The number of the interval that a value lies in."""
    return bisect_left(limits, value)


def labels_of(case: Case, entity: str) -> Iterator[str]:
    """All that speaks for or against the entity."""
    where, who, kind = case.where(entity), case.who(entity), case.appearances.kind(entity)
    narrow = f"{where}|{who}"
    yield from (narrow, f"{narrow}|{kind}", f"{narrow}|{_speaker(case)}", f"{narrow}|{_speaker(case)}|{kind}")
    for circumstance in _circumstances(case):
        yield f"{narrow}|{circumstance}"
        yield f"{narrow}|{circumstance}|{kind}"
    wide = case.bearing(entity)
    for standing in _standing(case, entity):
        yield f"{wide}|{standing}"
    for trait in _traits(case, entity):
        yield f"{wide}|{trait}"
        yield f"{wide}|{trait}|{kind}"
    if where == "named":
        for position in _positions(case, entity):
            yield position
            yield f"{position}|{kind}"


def _speaker(case: Case) -> str:
    return f"by {case.appearances.kind(case.speech.speaker)}"


def _circumstances(case: Case) -> Iterator[str]:
    """What the statement is like, whoever it is about."""
    yield from (f"says {name}" for name in case.says)
    cue = case.speech.cue
    yield f"cue {verbs_by_lemma()[cue].type if cue in verbs_by_lemma() else cue}"
    yield f"names {step(len(case.named), 0, 1, 2, 4)}"
    yield f"words {step(len(case.units), 6, 12, 20, 30)}"
    yield f"places {step(sum(unit.kind == Kind.PLACE for unit in case.units), 0, 1)}"
    if case.part.quantities:
        yield "measures"
    if case.appearances.begins_paragraph(case.line):
        yield "begins"


def _standing(case: Case, entity: str) -> Iterator[str]:
    """How much the document speaks of the entity, and how long ago, alone and together."""
    known = case.appearances
    since = f"since {step(known.lines_since(entity, case.said.start), 0, 1, 2, 3, 5, 8, 98)}"
    latest = f"latest {step(case.recent.index(entity) if entity in case.recent else 99, 0, 1, 2, 4, 98)}"
    rank = f"rank {step(known.rank.get(entity, 99), 0, 1, 2, 4, 98)}"
    share = f"share {step(known.share_of_top(entity), 0.15, 0.35, 0.6, 0.99)}"
    names, kind = f"names {step(len(case.named), 0, 1, 2, 4)}", known.kind(entity)
    yield from (since, latest, rank, share)
    yield from (f"{one}|{kind}" for one in (since, latest, rank))
    yield from (f"{since}|{rank}", f"{since}|{latest}", f"{rank}|{share}")
    yield from (f"{one}|{names}" for one in (since, latest, rank))
    for name in case.says:
        if name in TAKEN_UP:
            yield from (f"{latest}|says {name}", f"{rank}|says {name}")
    yield f"{rank}|dominance {step(known.dominance, 0.15, 0.3, 0.45)}"
    yield f"{rank}|house {known.kind(case.speech.org)}"
    yield f"count {step(known.count(entity), 1, 2, 4, 7, 12)}"
    yield f"count before {step(known.count_before(entity, case.said.start), 0, 1, 2, 4, 8)}"
    yield f"until {step(known.lines_until(entity, case.line), 1, 2, 4, 98)}"
    yield f"speaks {step(known.spoken[entity], 0, 1, 3)}"
    yield f"speaks share {step(known.spoken[entity] / max(known.count(entity), 1), 0, 0.3, 0.7)}"
    told = known.named_by[case.speech.speaker][entity] / max(known.spoken[case.speech.speaker], 1)
    yield f"told {step(told, 0, 0.2, 0.5)}"
    yield f"with speaker {step(known.shared_lines(entity, case.speech.speaker), 0, 1, 3)}"


def _traits(case: Case, entity: str) -> Iterator[str]:
    """What holds of the entity here, or does not."""
    known, names = case.appearances, step(len(case.named), 0, 1, 2, 4)
    words = known.words_of_name.get(entity, frozenset())
    before = known.lines[case.line - 1].units if case.line else ()
    traits = {
        "in title": entity in known.in_title,
        "measured": entity == case.part.subject,
        "before": entity in case.before,
        "just before": entity in case.latest,
        "described": bool(words & case.descriptions),
        "leads before": next((unit.entity for unit in before if unit.entity), None) == entity,
        "lead": known.first_line(entity) <= 1,
        "twice": entity in known.named_twice,
        "news": bool(words & subject_words()["news"]),
        "has staff": bool(known.staff[entity]),
        "by it": any(unit.entity == entity and unit.lower in subject_words()["it"] for unit in case.units),
    }
    for trait, holds in traits.items():
        if holds:
            yield trait
            if trait in {"in title", "measured", "described", "leads before"}:
                yield f"{trait}|names {names}"


def _positions(case: Case, entity: str) -> Iterator[str]:
    """Where in the statement it is named, and what stands beside."""
    units = case.units
    at = [place for place, unit in enumerate(units) if unit.entity == entity and not unit.refers]
    ahead = units[: at[0]]
    verbs = sum(unit.lower in verb_forms() or unit.lower in subject_words()["modal"] for unit in ahead)
    prepositions = sum(unit.lower in speech_words()["preposition"] for unit in ahead)
    yield f"at {step(at[0], 0, 2, 5, 12)}"
    yield f"order {step(case.named.index(entity) if entity in case.named else 0, 0, 1, 2, 4)}"
    yield f"verbs {step(verbs, 0, 1, 2)}|prepositions {step(prepositions, 0, 1, 2)}"
    yield f"breaks {step(sum(unit.lower in subject_words()['break'] for unit in ahead), 0, 1, 2)}"
    yield f"times {step(len(at), 1, 2)}"
    speaks = [place for place, unit in enumerate(case.whole) if unit.entity == case.speech.speaker]
    mine = [place for place, unit in enumerate(case.whole) if unit.entity == entity]
    yield f"beside speaker {step(min((abs(a - b) for a in mine for b in speaks), default=99), 1, 3, 6, 98)}"
    yield from dict.fromkeys(label for place in at for label in _neighbours(units, place))


def _neighbours(units: Sequence[Unit], at: int) -> Iterator[str]:
    before = units[at - 1].lower if at else ""
    if before in JOINED:
        yield f"after {JOINED[before]}"
    if before in HEARER_VERBS or (before == "as" and at > 1 and units[at - 2].lower == "such"):
        yield "aside"
    if at + 1 < len(units) and (follows := _follower(units[at + 1])):
        yield follows


def _follower(unit: Unit) -> str:
    """What stands behind a name."""
    if unit.lower in POSSESSIVE:
        return "possesses"
    if unit.lower in verb_forms() or unit.lower in subject_words()["modal"]:
        return "acts"
    if unit.lower in FOLLOWED:
        return f"before {FOLLOWED[unit.lower]}"
    if unit.lower in subject_words()["stock"]:
        return "before stock"
    return "before name" if unit.entity is not None else ""
