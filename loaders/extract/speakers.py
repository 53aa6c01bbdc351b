"""Who is the subject of a reporting verb: the name before it, or behind it where the order is turned round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loaders.extract.cues import Verb, speech_words, verb_forms
from loaders.extract.units import Unit

REACH = 16  # units between a subject and its verb, or within a name phrase
POSSESSIVES = frozenset({"'s", "'", "’s", "’"})
HEADED_BY = frozenset({"of", "at", "from", "for", "with", "by", "in"})
PHRASE_STOPS = frozenset('.;:"”“()—–') | {"''", "that", "who", "which", "and", "but"}
PLURAL_PRONOUNS = frozenset({"they", "we"})


class Subject(NamedTuple):
    """The unit that speaks, and where the phrase around it starts and ends."""

    unit: Unit
    first: int
    last: int
    head: str = ""  # the noun that carries the phrase, such as "analysts" or "report", where it is not the name itself


def subject_before(units: Sequence[Unit], at: int, verb: Verb) -> Subject | None:
    """The subject of the verb at this place, where it stands before the verb."""
    end = _before_adverbs(units, at, verb)
    found = _phrase_ending(units, end) if end >= 0 else None
    if found is None or (verb.tense == "base" and not _takes_base(units, found, end, at)):
        return None
    return found


def subject_after(units: Sequence[Unit], at: int) -> Subject | None:
    """The name phrase that starts here: "analysts at UBS", "estate agent Jade Mills", "a spokesman for Tesla"."""
    stop = _phrase_end(units, at)
    speaking = [index for index in range(at, stop) if units[index].speaks]
    people = [index for index in speaking if units[index].kind == "Person" and not _owns(units, index)]
    if not people and speaking and (named := _named_behind_comma(units, stop)) is not None:
        people, stop = [named], named + 1
    if not people and not speaking:
        return None
    chosen = people[0] if people else speaking[0]
    head = next((unit.lower for unit in units[at:stop] if _is_source(unit) or _is_document(unit)), "")
    if not people and units[chosen].kind == "Person" and not _is_document_word(head):
        return None  # "Musk's lawyer" does not speak as Musk
    return Subject(units[chosen], at, stop, "" if people else head)


def subject_beside(units: Sequence[Unit], at: int) -> Subject | None:
    """The name of "with NAME warning"."""
    first = _phrase_start(units, at)
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
        if _is_plain_verb(units[index]) or units[index].lower in speech_words()["auxiliary"]:
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
    if lower in words["auxiliary"] and not _is_owner_mark(units, index):
        return 1
    if lower in words["adverb"] or lower in words["passive"] or lower in words["negation"] or _is_manner(lower):
        return 1
    if lower == ")":
        return _back_to(units, index, "(")
    if lower.isdigit() and index and units[index - 1].lower in words["weekday"]:
        return 1
    if lower in words["weekday"] or lower in {"on", "late", "early", "last"}:
        return 1
    if lower in words["time_noun"] and index and units[index - 1].lower in {"this", "last", "that", "next"}:
        return 2
    if lower in words["document_noun"] or lower == "interview":
        return _back_to(units, index, "in", limit=5)
    return 0


def _is_manner(lower: str) -> bool:
    return lower.endswith("ly") and len(lower) > 4


def _back_to(units: Sequence[Unit], index: int, opener: str, limit: int = REACH) -> int:
    for back in range(1, min(limit, index) + 1):
        if units[index - back].lower == opener:
            return back + 1
        if units[index - back].entity is not None and opener == "in":
            return 0
    return 0


def _phrase_ending(units: Sequence[Unit], end: int) -> Subject | None:
    """The name phrase whose last unit is at `end`."""
    unit = units[end]
    if unit.lower in {",", "—", "–"}:
        return _before_insertion(units, end)
    if unit.lower in {"who", "which"}:
        return _antecedent(units, end)
    if unit.kind == "Place" and end and units[end - 1].lower in speech_words()["preposition"]:
        return _phrase_ending(units, end - 2) if end >= 2 else None
    if unit.speaks or unit.kind == "Place":
        return _named(units, end)
    if _is_source(unit) or _is_document(unit):
        return _owned_noun(units, end)
    return None


def _antecedent(units: Sequence[Unit], end: int) -> Subject | None:
    before = end - 1 if end and units[end - 1].lower != "," else end - 2
    return _named(units, before) if before >= 0 and units[before].speaks else None


def _before_insertion(units: Sequence[Unit], end: int) -> Subject | None:
    """The subject before ", head of research at X," or ", who runs the fund,", or the name that is itself inserted."""
    if units[end - 1].kind == "Person" and end >= 2 and units[end - 2].lower == ",":
        return Subject(units[end - 1], _phrase_start(units, end - 1), end + 1)
    for index in range(end - 1, max(end - 3 * REACH, 0), -1):
        lower = units[index].lower
        if lower in {".", ";", ":", '"', "”", "“"}:
            return None
        if lower in {",", "—", "–"} and (units[index - 1].speaks or units[index - 1].kind == "Place"):
            found = _phrase_ending(units, index - 1)
            if found is not None:
                return found._replace(last=end + 1)
    if units[end - 1].speaks and end >= 2 and units[end - 2].lower == ",":
        return Subject(units[end - 1], end - 1, end + 1)
    return None


def _named(units: Sequence[Unit], at: int) -> Subject | None:
    """The phrase that ends with a name: the name itself, the person before "at NAME", or the nouns before "at NAME"."""
    unit = units[at]
    first = _phrase_start(units, at)
    before = units[first - 1].lower if first else ""
    if before == "by" and first >= 2 and units[first - 2].lower in {"led", "headed"}:
        return Subject(unit, first, at + 1, units[first - 3].lower if first >= 3 else "")
    if before in HEADED_BY and unit.speaks:
        return _headed(units, first - 1, at)
    if before in speech_words()["preposition"] and before not in speech_words()["clause_break"]:
        return None
    if before == "and" and first >= 2 and units[first - 2].speaks and not unit.refers:
        return _named(units, _first_of_list(units, first - 2)) or Subject(unit, first, at + 1)
    return Subject(unit, first, at + 1)


def _first_of_list(units: Sequence[Unit], at: int) -> int:
    """The first of "A, B and C", of which this is B."""
    while at >= 2 and units[at - 1].lower == "," and units[at - 2].speaks:
        at -= 2
    return at


def _headed(units: Sequence[Unit], preposition: int, at: int) -> Subject | None:
    """`units[preposition]` is the "at" of "analysts at NAME"."""
    for index in range(preposition - 1, max(preposition - REACH, -1), -1):
        unit = units[index]
        if unit.kind == "Person":
            return Subject(unit, _phrase_start(units, index), at + 1)
        if unit.lower in PHRASE_STOPS - {"and"} or (
            unit.lower in verb_forms() and not _is_source(unit) and not _is_document(unit)
        ):
            break
    heads = [unit for unit in units[max(preposition - 6, 0) : preposition] if _is_source(unit) or _is_document(unit)]
    if not heads or (units[at].kind == "Person" and not _is_document(heads[-1])):
        return None
    return Subject(units[at], _phrase_start(units, preposition - 1), at + 1, heads[-1].lower)


def _owned_noun(units: Sequence[Unit], end: int) -> Subject | None:
    """The organisation of "the UBS analysis team" or "Alibaba's financial report"."""
    for index in range(end - 1, max(end - 8, -1), -1):
        unit = units[index]
        if unit.speaks or unit.kind == "Place":
            if unit.kind == "Person" and not _is_document(units[end]):
                return None
            return Subject(unit, _phrase_start(units, index), end + 1, units[end].lower)
        if unit.lower == "," and index == end - 1 and index >= 2 and units[index - 2].lower == "at":
            return Subject(units[index - 1], index - 2, end + 1, units[end].lower) if units[index - 1].speaks else None
        if unit.lower in PHRASE_STOPS or unit.lower == "," or (unit.lower in HEADED_BY and unit.lower != "of"):
            return None
    return None


def _phrase_start(units: Sequence[Unit], at: int) -> int:
    """Where the words that belong to the name begin: "the", "Alibaba CEO", "Wedbush analyst"."""
    first = at
    while first > 0 and at - first < 8:
        before = units[first - 1]
        if not (before.entity is not None or before.text[:1].isalpha() or before.lower in POSSESSIVES | {"-"}):
            break
        if before.lower == "and" and first >= 2 and _is_source(units[first - 2]):
            first -= 2  # "co-founder and chairman NAME"
            continue
        if before.lower in speech_words()["preposition"] or before.lower in speech_words()["clause_break"]:
            break
        if _is_plain_verb(before):
            break
        first -= 1
    return first


def _phrase_end(units: Sequence[Unit], at: int) -> int:
    for index in range(at, min(at + REACH, len(units))):
        unit = units[index]
        lower = unit.lower
        if (
            lower == "and"
            and index + 1 < len(units)
            and units[index + 1].text[:1].isupper()
            and not units[index + 1].entity
        ):
            continue  # "Housing and Planning Minister NAME"
        if lower == "," or lower in PHRASE_STOPS or (lower in speech_words()["adjunct"] and index > at):
            return index
        if (
            index > at
            and unit.entity is None
            and lower in verb_forms()
            and not (_is_source(unit) or _is_document(unit))
        ):
            return index
    return min(at + REACH, len(units))


def _joins_titles(units: Sequence[Unit], index: int) -> bool:
    """True for the "and" of "Housing and Planning Minister NAME"."""
    following = units[index + 1] if index + 1 < len(units) else None
    return following is not None and following.text[:1].isupper() and following.entity is None


def _named_behind_comma(units: Sequence[Unit], stop: int) -> int | None:
    """The person of "the bank's chief economist, NAME"."""
    if stop + 1 < len(units) and units[stop].lower == "," and units[stop + 1].kind == "Person":
        return stop + 1
    return None


def _owns(units: Sequence[Unit], index: int) -> bool:
    return index + 1 < len(units) and units[index + 1].lower in POSSESSIVES


def _takes_base(units: Sequence[Unit], found: Subject, end: int, at: int) -> bool:
    """True where the verb may stand in its base form: behind a plural, or behind "will" or "does"."""
    plural = found.unit.lower in PLURAL_PRONOUNS or (found.head.endswith("s") and found.head != "economics")
    return plural or any(unit.lower in speech_words()["auxiliary"] for unit in units[end + 1 : at])


def _is_plain_verb(unit: Unit) -> bool:
    """True for a reporting verb that is not also a noun for a speaker or a document, such as "report"."""
    return unit.entity is None and unit.lower in verb_forms() and not (_is_source(unit) or _is_document(unit))


def _is_source(unit: Unit) -> bool:
    return unit.entity is None and unit.lower in speech_words()["source_noun"]


def _is_document(unit: Unit) -> bool:
    return unit.entity is None and _is_document_word(unit.lower)


def _is_document_word(lower: str) -> bool:
    return lower in speech_words()["document_noun"]
