"""Name phrases: "the UBS team", "NAME, head of research at UBS", "analysts at UBS", and who of them speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loaders.extract.cues import speech_words, verb_forms
from loaders.extract.units import Unit
from loaders.extract.word_lists import words

REACH = 16  # units between a subject and its verb, or within a name phrase
POSSESSIVES = frozenset({"'s", "'", "’s", "’"})
ARTICLES = frozenset({"a", "an"})
CHIEFS = frozenset({"executive", "financial", "operating", "investment", "technology"})  # `X's chief executive officer`
HEADED_BY = frozenset({"of", "at", "from", "for", "with", "by", "in"})
PHRASE_STOPS = frozenset('.;:"”“()—–') | {"''", "that", "who", "which", "and", "but"}


class Subject(NamedTuple):
    """The unit that speaks, and where the phrase around it starts and ends."""

    unit: Unit
    first: int
    last: int
    head: str = ""  # the noun that carries the phrase, such as "analysts" or "report", where it is not the name itself


def phrase_ending(units: Sequence[Unit], end: int) -> Subject | None:
    """The name phrase whose last unit is at `end`."""
    unit = units[end]
    if unit.lower in {",", "—", "–"}:
        return _before_insertion(units, end) or _before_stray_comma(units, end)
    if unit.lower in {"who", "which"}:
        return _antecedent(units, end)
    if unit.kind == "Place" and end and units[end - 1].lower in {"in", "of", "from", "near"}:
        return phrase_ending(units, end - 2) if end >= 2 else None
    if unit.refers and is_document_word(last := unit.lower.split()[-1]):
        return Subject(unit, end, end + 1, last)  # "the report"
    if unit.speaks or unit.kind == "Place":
        return _named(units, end)
    is_chief = unit.lower == "officer" and units[end - 1].lower in CHIEFS
    return _owned_noun(units, end) if is_source(unit) or is_document(unit) or is_chief else None


def _antecedent(units: Sequence[Unit], end: int) -> Subject | None:
    before = end - 1 if end and units[end - 1].lower != "," else end - 2
    return _named(units, before) if before >= 0 and units[before].speaks else None


def _before_insertion(units: Sequence[Unit], end: int) -> Subject | None:
    """The subject before ", head of research at X," or ", who runs the fund,", or the name that is itself inserted."""
    if units[end - 1].kind == "Person" and end >= 2 and units[end - 2].lower == ",":
        return Subject(units[end - 1], phrase_start(units, end - 1), end + 1)
    for index in range(end - 1, max(end - 3 * REACH, 0), -1):
        lower = units[index].lower
        if lower in {".", ";", ":", '"', "”", "“"}:
            return None
        if lower in {",", "—", "–"} and (units[index - 1].speaks or units[index - 1].kind == "Place"):
            found = phrase_ending(units, index - 1)
            if found is not None:
                return found._replace(last=end + 1)
    if units[end - 1].speaks and end >= 2 and units[end - 2].lower == ",":
        return Subject(units[end - 1], end - 1, end + 1)
    return None


def _before_stray_comma(units: Sequence[Unit], end: int) -> Subject | None:
    """The person of "Chief Development Officer at X Dr. NAME, said"."""
    return _named(units, end - 1) if end and units[end - 1].kind == "Person" and units[end].lower == "," else None


def _named(units: Sequence[Unit], at: int) -> Subject | None:
    """The phrase that ends with a name: the name itself, the person before "at NAME", or the nouns before "at NAME"."""
    unit = units[at]
    first = phrase_start(units, at)
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


def _first_of_pair(units: Sequence[Unit], at: int) -> int:
    """The first person of "A and B at NAME", of whom this is the second."""
    is_joined = at >= 2 and units[at - 1].lower == "and" and units[at - 2].kind == "Person"
    return at - 2 if is_joined else at


def _headed(units: Sequence[Unit], preposition: int, at: int) -> Subject | None:
    """`units[preposition]` is the "at" of "analysts at NAME"."""
    for index in range(preposition - 1, max(preposition - REACH, -1), -1):
        unit = units[index]
        if unit.kind == "Person":
            first = _first_of_pair(units, index)
            return Subject(units[first], phrase_start(units, first), at + 1)
        if unit.lower in PHRASE_STOPS - {"and"} or (
            unit.lower in verb_forms() and not is_source(unit) and not is_document(unit)
        ):
            break
    heads = [unit for unit in units[max(preposition - 6, 0) : preposition] if is_source(unit) or is_document(unit)]
    needs_document = units[at].kind == "Person" or units[preposition].lower == "by"  # "economists polled by NAME"
    if not heads or (needs_document and not is_document(heads[-1])):
        return None
    return Subject(units[at], phrase_start(units, preposition - 1), at + 1, heads[-1].lower)


def _owned_noun(units: Sequence[Unit], end: int) -> Subject | None:
    """The organisation of "the UBS analysis team" or "Alibaba's financial report"."""
    for index in range(end - 1, max(end - 8, -1), -1):
        unit = units[index]
        if unit.lower in ARTICLES:
            return None  # "the Senate - a step analysts said"
        if unit.speaks or unit.kind == "Place":
            if unit.kind == "Person" and not is_document(units[end]):
                return None
            first = phrase_start(units, index)
            unnamed = any(other.lower in speech_words()["indefinite"] for other in units[first:index])
            return None if unnamed else Subject(unit, first, end + 1, units[end].lower)  # "two other Fed officials"
        if unit.lower == "," and index == end - 1 and index >= 2 and units[index - 2].lower == "at":
            return Subject(units[index - 1], index - 2, end + 1, units[end].lower) if units[index - 1].speaks else None
        if unit.lower in PHRASE_STOPS or unit.lower == "," or (unit.lower in HEADED_BY and unit.lower != "of"):
            return None
    return None


def phrase_start(units: Sequence[Unit], at: int) -> int:
    """Where the words that belong to the name begin: "the", "Alibaba CEO", "Wedbush analyst"."""
    first = at
    while first > 0 and at - first < 8:
        before = units[first - 1]
        if not (before.entity is not None or before.text[:1].isalpha() or before.lower in POSSESSIVES | {"-"}):
            break
        if before.lower == "and" and first >= 2 and is_source(units[first - 2]):
            first -= 2  # "co-founder and chairman NAME"
            continue
        if before.lower in speech_words()["preposition"] or before.lower in speech_words()["clause_break"]:
            break
        if is_plain_verb(before):
            break
        first -= 1
    return first


def phrase_end(units: Sequence[Unit], at: int) -> int:
    """Where the name phrase that starts here ends."""
    for index in range(at, min(at + REACH, len(units))):
        unit = units[index]
        lower = unit.lower
        if (lower == "and" and _joins_titles(units, index)) or _shortens(units, index, at):
            continue
        if lower == "," or lower in PHRASE_STOPS or (lower in speech_words()["adjunct"] and index > at):
            return index
        if index > at and unit.entity is None and lower in verb_forms() and not (is_source(unit) or is_document(unit)):
            return index
    return min(at + REACH, len(units))


def _shortens(units: Sequence[Unit], index: int, first: int) -> bool:
    """True for the point of "Coun. NAME"."""
    return units[index].lower == "." and index > first and units[index - 1].text in words("honorific")


def _joins_titles(units: Sequence[Unit], at: int) -> bool:
    """True for the "and" of "Housing and Planning Minister NAME" and of "chairman and founder NAME"."""
    before, after = units[at - 1], units[at + 1 : at + 2]
    if not after or after[0].entity is not None:
        return False
    return after[0].text[:1].isupper() or (at > 0 and is_source(before) and is_source(after[0]))


def named_behind_comma(units: Sequence[Unit], stop: int) -> int | None:
    """The person of "the bank's chief economist, NAME"."""
    if stop + 1 < len(units) and units[stop].lower == "," and units[stop + 1].kind == "Person":
        return stop + 1
    return None


def is_plain_verb(unit: Unit) -> bool:
    """True for a reporting verb that is not also a noun for a speaker or a document, such as "report"."""
    verb = verb_forms().get(unit.lower) if unit.entity is None else None
    return verb is not None and verb.tense != "base" and not (is_source(unit) or is_document(unit))


def is_source(unit: Unit) -> bool:
    """True for a noun for people or parts of an organisation, such as "analysts" or "division"."""
    return unit.entity is None and unit.lower in speech_words()["source_noun"]


def is_document(unit: Unit) -> bool:
    """True for a noun for what an organisation publishes, such as "report"."""
    return unit.entity is None and is_document_word(unit.lower)


def is_document_word(lower: str) -> bool:
    """The same for a bare word."""
    return lower in speech_words()["document_noun"]
