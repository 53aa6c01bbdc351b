"""Positions whose organisation is not named beside them: "its chairman NAME", "Chief Executive NAME", "run by NAME".

The organisation is the subject of the sentence, or the one that the text is about, where it is named near by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Span

from loaders.extract.located import Located, is_organisation, is_person
from loaders.extract.positions import ENDING, LEADING, Position, position_with
from loaders.extract.word_lists import words

_PAST_OR_OTHER = ENDING | {"a", "an", "-", "'s", "other", "business", "closest"}
_WHO_ANALYSE = frozenset({"analysts", "strategists", "economists", "researchers"})
_SMALL = frozenset({"of", "the", "for", "and"})
_REACH = 3  # sentences, that of the name included
_LONGEST = 12  # words of a role behind a name


def implied_positions(located: Located, person: Span) -> Iterator[Position]:
    """The positions that the first fitting construction states."""
    for find in (_founded_by, _analysing, _of_its_own, _of_that_kind, _titled, _titled_behind):
        position = find(located, person)
        if position is not None:
            yield position
            return


def _founded_by(located: Located, person: Span) -> Position | None:
    """ORG, founded in 2010 by NAME · ORG is run by NAME · Founded by NAME, ORG …"""
    by = _past_titles(located, person.start) - 1
    if located.word(by) != "by":
        return None
    verb = next((at for at in range(by - 1, by - 4, -1) if located.word(at) in words("led_by")), None)
    if verb is None or any(located.starting(at) for at in range(verb, by) if not located.word(at).isdigit()):
        return None
    organisation = _before_verb(located, verb) or _behind_opening(located, verb, person)
    if organisation is None:
        return None
    start, end = min(organisation.start, verb), max(organisation.end, person.end)
    return Position(person.id_, organisation.id_, f"{located.texts[verb].lower()} by", start, end)


def _analysing(located: Located, person: Span) -> Position | None:
    """Analysts led by NAME, of the institution whose analysts the text spoke of last."""
    noun = person.start - 3
    if (located.word(noun + 1), located.word(noun + 2)) != ("led", "by") or located.word(noun) not in _WHO_ANALYSE:
        return None
    house = next((span for span in located.before(noun + 1) if _has_analysts(located, span)), None)
    return None if house is None else Position(person.id_, house.id_, located.texts[noun], noun, person.end)


def _has_analysts(located: Located, span: Span) -> bool:
    """True for `ORG analysts`, `analysts at ORG`, `analysts from ORG`."""
    if not is_organisation(span):
        return False
    owns = located.word(span.end + (located.word(span.end) == "'s")) in _WHO_ANALYSE
    return owns or (located.word(span.start - 2) in _WHO_ANALYSE and located.word(span.start - 1) in {"at", "from"})


def _before_verb(located: Located, verb: int) -> Span | None:
    """The organisation right before `, which was founded`."""
    at = verb
    while located.word(at - 1) in {",", "which", "was", "is", "and", "been", "has", "a", "company", "firm"}:
        at -= 1
    found = located.ending(at)
    return found if is_organisation(found) else None


def _behind_opening(located: Located, verb: int, person: Span) -> Span | None:
    """The first organisation behind a participle that opens the sentence."""
    if located.doc[verb].sent.start != verb:
        return None
    later = filter(is_organisation, located.between(person.end, person.end + 2 * _LONGEST))
    return next((span for span in later if located.word(span.start - 1) in {",", "based", "\n"}), None)


def _of_its_own(located: Located, person: Span) -> Position | None:
    """ORG said its ROLE NAME · ORG replaced its ROLE, NAME."""
    end = person.start
    while located.word(end - 1) == "," or located.word(end - 1) in words("honorific_word"):
        end -= 1
    first = end
    while end - first < _LONGEST and located.word(first - 1) not in {"its", ",", ".", "", "\n"}:
        first -= 1
    if located.word(first - 1) != "its" or located.between(first, end) or not _is_role(located, first, end):
        return None
    organisation = _subject(located, first) or organisation_meant(located, person)
    return None if organisation is None else position_with(located, person, organisation, first, end)


def _of_that_kind(located: Located, person: Span) -> Position | None:
    """BOARD president NAME of the Real Estate Board · Minister of TRANSPORT NAME of the Ministry of Transport."""
    end = person.start
    while located.word(end - 1) == "," or located.word(end - 1) in words("honorific_word") - words("role_noun"):
        end -= 1
    first = end
    while end - first < LEADING and located.word(first - 1).isalpha() and not _is_foreign(located, first - 1):
        first -= 1 + _joins_fields(located, first - 2)
    told = {located.word(at) for at in range(first, end)} - words("role_noun") - _SMALL
    if not told or not _is_role(located, first, end):
        return None
    title = set(located.lower[first:end])
    organisation = next((span for span in _by_distance(located, end) if _is_called(span, told, title)), None)
    return None if organisation is None else position_with(located, person, organisation, first, end)


def _by_distance(located: Located, at: int) -> Iterator[Span]:
    """What is named before, the last first, then what is named behind."""
    yield from located.before(at)
    yield from located.between(at, len(located.texts))


def _joins_fields(located: Located, at: int) -> bool:
    """True for the "and" of `European Climate Action and Energy Commissioner NAME`."""
    is_title = located.texts[at - 1][:1].isupper() and located.texts[at + 1][:1].isupper()
    return located.word(at) == "and" and is_title and located.ending(at) is None


def _is_foreign(located: Located, at: int) -> bool:
    return located.ending(at + 1) is not None or located.word(at) in words("speech_verb") | {"by", "and", "that"}


def _is_called(span: Span, told: set[str], title: set[str]) -> bool:
    """True where the title names the kind of the organisation, or all of what a ministry is for."""
    named = [token.lower_ for token in span if token.text[:1].isalpha()]
    if not is_organisation(span) or len(named) < 2:
        return False
    if "minister" in title:
        return "ministry" in named and set(named) - _SMALL - {"ministry"} <= told
    if "commissioner" in title:
        return named[-1] == "commission" and named[0] in told
    return named[-1] in told and named[-1] in _kinds()


@cache
def _kinds() -> frozenset[str]:
    """What an organisation may be: `board`, `hospital`, `zoo`."""
    return frozenset(word.lower() for group in ("head_of", "institution_word") for word in words(group))


def _is_role(located: Located, first: int, end: int) -> bool:
    told = [located.word(at) for at in range(first, end)]
    return bool(told) and words("role_break").isdisjoint(told) and words("role_noun").intersection(told[-4:]) != set()


def _subject(located: Located, before: int) -> Span | None:
    """The organisation that the sentence speaks of first."""
    start = located.doc[before].sent.start
    return next((span for span in located.between(start, before) if is_organisation(span)), None)


def _past_titles(located: Located, at: int) -> int:
    first = at
    while first > 0 and at - first < LEADING and located.word(first - 1) in words("executive_role"):
        first -= 1
    return first


def _titled(located: Located, person: Span) -> Position | None:
    """CHIEF EXECUTIVE NAME, of the organisation that the text is about."""
    first = _past_titles(located, person.start - (located.word(person.start - 1) == ","))
    told = {located.word(at) for at in range(first, person.start)}
    if located.word(first - 1) in _PAST_OR_OTHER or is_person(located.ending(first - 1)):
        return None
    organisation = organisation_meant(located, person)
    if "governor" in told:
        organisation = _central_bank_meant(located, first)
    if organisation is None or not ("governor" in told or _holds(told)):
        return None
    position = position_with(located, person, organisation, first, person.start)
    return None if position is None else replace(position, start=first, end=person.end)


def _central_bank_meant(located: Located, at: int) -> Span | None:
    """The central bank named last before, else the one that is named most behind."""
    before = next(filter(_is_central_bank, located.before(at)), None)
    behind = list(filter(_is_central_bank, located.between(at, len(located.texts))))
    times = Counter(span.id_ for span in behind)
    return before or max(behind, key=lambda span: times[span.id_], default=None)


def _holds(told: set[str]) -> bool:
    """True for roles that one organisation of a text has."""
    return not words("company_role").isdisjoint(told)


def _is_central_bank(span: Span) -> bool:
    name = span.text.lower()
    return is_organisation(span) and any(part in name for part in words("central_bank_part"))


def _titled_behind(located: Located, person: Span) -> Position | None:
    """NAME, chief executive, said … of the organisation that the text is about."""
    if located.word(person.end) != ",":
        return None
    start = person.end + 1 + (located.word(person.end + 1) == "the")
    start += 2 * (located.lower[start : start + 2] == ["a", "company"])
    end = next((at for at in range(start, start + _LONGEST) if located.word(at) in {",", ".", "", "\n"}), start)
    end = min(end, next((at for at in range(start, end) if located.word(at) in words("speech_verb")), end))
    told = [located.word(at) for at in range(start, end)]
    is_plain = told and told[0] not in _PAST_OR_OTHER and not located.between(start, end)
    if not is_plain or not _is_role(located, start, end) or not opens_with_role(located, start):
        return None
    organisation = organisation_meant(located, person)
    return None if organisation is None else position_with(located, person, organisation, start, end)


def opens_with_role(located: Located, at: int) -> bool:
    """True where one of the next three words is a role that one organisation of a text has."""
    return any(located.word(at + ahead) in words("company_role") for ahead in range(3))


def organisation_meant(located: Located, person: Span) -> Span | None:
    """The organisation that this sentence speaks of before the name, or the last one before it that speaks of any.

    Where several are spoken of, the one that the whole text is about comes before the first.
    """
    start, stop = person.sent.start, person.start
    for _ in range(_REACH):
        found = [span for span in located.between(start, stop) if _may_be_meant(located, span)]
        if found:
            return next((span for span in found if span.id_ == located.main_organisation), found[0])
        start, stop = located.doc[start - 1].sent.start if start else 0, start
    return next((span for span in located.before(start) if span.id_ == located.main_organisation), None)


def _may_be_meant(located: Located, span: Span) -> bool:
    """True for an organisation that is not only told something, or quoted as a source."""
    return is_organisation(span) and located.word(span.start - 1) not in {"told", "by", "to"}
