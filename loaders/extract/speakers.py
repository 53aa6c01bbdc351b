"""Who is the subject of a reporting verb: the name before it, or behind it where the order is turned round."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.cues import Verb, speech_words
from loaders.extract.name_phrases import (
    POSSESSIVES,
    REACH,
    Subject,
    is_document,
    is_document_word,
    is_plain_verb,
    is_source,
    named_behind_comma,
    phrase_end,
    phrase_ending,
    phrase_start,
)
from loaders.extract.units import Unit

PLURAL_PRONOUNS = frozenset({"they", "we"})
PLURALS = frozenset({"data", "people", "spokesmen", "spokespeople", "spokeswomen", "staff"})
SINGULARS_IN_S = frozenset({"economics", "analysis", "boss", "prospectus"})


def subject_before(units: Sequence[Unit], at: int, verb: Verb) -> Subject | None:
    """The subject of the verb at this place, where it stands before the verb."""
    end = _before_adverbs(units, at, verb)
    found = phrase_ending(units, end) if end >= 0 else None
    if found is None or (verb.tense == "base" and not _takes_base(units, found, end, at)):
        return None
    return found


def subject_after(units: Sequence[Unit], at: int) -> Subject | None:
    """The name phrase that starts here: "analysts at UBS", "UBS strategist NAME", "a spokesman for Tesla"."""
    stop = phrase_end(units, at)
    speaking = [index for index in range(at, stop) if units[index].speaks]
    people = [index for index in speaking if units[index].kind == "Person" and not _owns(units, index)]
    if not people and speaking and (named := named_behind_comma(units, stop)) is not None:
        people, stop = [named], named + 1
    if not people and not speaking:
        return None
    chosen = people[0] if people else speaking[0]
    head = next((unit.lower for unit in units[at:stop] if is_source(unit) or is_document(unit)), "")
    if not people and units[chosen].kind == "Person" and not is_document_word(head):
        return None  # "Musk's lawyer" does not speak as Musk
    return Subject(units[chosen], at, stop, "" if people else head)


def subject_beside(units: Sequence[Unit], at: int) -> Subject | None:
    """The name of "with NAME warning"."""
    first = phrase_start(units, at)
    return (
        Subject(units[at], first, at + 1) if units[at].speaks and first and units[first - 1].lower == "with" else None
    )


def leading_name(units: Sequence[Unit], at: int, end: int) -> Subject:
    """The subject of a phrase that starts with this name: the person of "UBS strategist NAME", or the name itself."""
    for index in range(at + 1, min(at + 6, end)):
        if units[index].kind == "Person":
            return Subject(units[index], at, index + 1)
        if units[index].entity is not None or not (units[index].text[:1].isalpha() or units[index].lower == "-"):
            break
        if is_plain_verb(units[index]) or units[index].lower in speech_words()["auxiliary"]:
            break
    return Subject(units[at], at, at + 1)


def _before_adverbs(units: Sequence[Unit], at: int, verb: Verb) -> int:
    """The last unit of what stands before the verb and its adverbs; -1 where the verb is passive or has no subject."""
    words = speech_words()
    index = at - 1
    while index >= 0:
        unit, lower = units[index], units[index].lower
        if unit.entity is not None:
            return index
        if lower == "to" or (lower in words["passive"] and verb.tense != "ing" and not _is_owner_mark(units, index)):
            return -1
        if lower in words["negation"] and verb.frame == "say":
            return -1
        skipped = _skipped(units, index)
        if not skipped:
            return index
        index -= skipped
    return -1


def _is_owner_mark(units: Sequence[Unit], index: int) -> bool:
    return units[index].lower in POSSESSIVES and index > 0 and not units[index - 1].refers


def _skipped(units: Sequence[Unit], index: int) -> int:
    """How many units before the verb to pass over: adverbs, dates, brackets, "in a note"."""
    words, lower = speech_words(), units[index].lower
    if (lower in words["auxiliary"] and not _is_owner_mark(units, index)) or _is_manner(lower):
        return 1
    if any(lower in words[group] for group in ("adverb", "passive", "negation")) or _dates(units, index):
        return 1
    if lower == ")":
        return _back_to(units, index, "(")
    if lower in words["time_noun"] and index and units[index - 1].lower in {"this", "last", "that", "next"}:
        return 2
    if lower in words["document_noun"] or lower == "interview":
        return _back_to(units, index, "in", limit=5)
    return 0


def _dates(units: Sequence[Unit], index: int) -> bool:
    """True for each word of `on Monday`, `late in May`, `on Jan. 4`, `in early April`."""
    lower, dates = units[index].lower, speech_words()["weekday"]
    if lower.isdigit():
        return index > 0 and units[index - 1].lower in dates
    is_within = lower == "in" and units[index + 1].lower in dates | {"late", "early"}
    return is_within or lower in dates or lower in {"on", "late", "early", "last"}


def _is_manner(lower: str) -> bool:
    return lower.endswith("ly") and len(lower) > 4


def _back_to(units: Sequence[Unit], index: int, opener: str, limit: int = REACH) -> int:
    for back in range(1, min(limit, index) + 1):
        if units[index - back].lower == opener:
            return back + 1
        if units[index - back].entity is not None and opener == "in":
            return 0
    return 0


def _owns(units: Sequence[Unit], index: int) -> bool:
    return index + 1 < len(units) and units[index + 1].lower in POSSESSIVES


def _is_plural(found: Subject) -> bool:
    noun = found.unit.lower.split()[-1] if found.unit.refers and not found.head else found.head
    in_s = noun.endswith("s") and noun not in SINGULARS_IN_S
    return in_s or found.head in PLURALS or found.unit.lower in PLURAL_PRONOUNS


def _takes_base(units: Sequence[Unit], found: Subject, end: int, at: int) -> bool:
    """True where the verb may stand in its base form: behind a plural, "NAME and NAME", "will" or "does"."""
    are_two = any(unit.lower == "and" for unit in units[found.last : end])
    return (
        _is_plural(found) or are_two or any(unit.lower in speech_words()["auxiliary"] for unit in units[end + 1 : at])
    )
