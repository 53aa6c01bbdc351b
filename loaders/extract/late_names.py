"""Titles told before the name: "The head of ORG says prices will fall. “Wait,” said NAME."."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from loaders.extract.located import Located, is_organisation, is_person
from loaders.extract.positions import Position, attaching_word, position_with
from loaders.extract.word_lists import words

_OWN_WORDS = frozenset({",", "of", "at", "from", "with", "("})  # `said NAME, a driver`: it tells who that is itself
_LONGEST = 5  # words of a title: `the chief economist`, `vice president and owner`
_TIES = frozenset({"of", "at", "for"})
_TOP = frozenset({"head", "president", "director", "mayor", "economist", "governor", "principal"})


def named_later(located: Located, person: Span) -> Position | None:
    """The position of whom the sentence before only called by it, where nobody else is named in between."""
    if not _is_first(located, person) or not _speaks(located, person):
        return None
    start = person.sent.start
    earliest = located.doc[start - 1].sent.start if start else 0
    told = list(_called(located, person, earliest))
    return told[-1] if told and not any(map(is_person, located.between(earliest, person.start))) else None


def _is_first(located: Located, person: Span) -> bool:
    return not any(span.id_ == person.id_ for span in located.before(person.start))


def _speaks(located: Located, person: Span) -> bool:
    """True for `said NAME.` and `NAME said`."""
    verbs, behind = words("speech_verb"), located.word(person.end)
    return behind in verbs or (located.word(person.start - 1) in verbs and behind not in _OWN_WORDS)


def _called(located: Located, person: Span, start: int) -> Iterator[Position]:
    """The positions of those who say something as `the ROLE of ORG` or as `ORG's ROLE`."""
    for organisation in filter(is_organisation, located.between(start, person.start)):
        if located.word(organisation.end) in words("speech_verb"):
            first, last = _leading(located, organisation)
        elif located.word(organisation.end) == "'s":
            first, last = organisation.end + 1, _past_title(located, organisation.end + 1)
        else:
            continue
        position = position_with(located, person, organisation, first, last) if first < last else None
        if position is not None and not _TOP.union(words("company_role")).isdisjoint(position.role.lower().split()):
            yield position


def _leading(located: Located, organisation: Span) -> tuple[int, int]:
    """The title in `the head of research at ORG says`; that of somebody may be anyone's."""
    linked = attaching_word(located, organisation, organisation.sent.start)
    if linked is None or located.word(linked) not in _TIES:
        return 0, 0
    first = next((at for at in range(linked - 1, linked - _LONGEST - 1, -1) if located.word(at) == "the"), linked)
    return first + 1, linked


def _past_title(located: Located, first: int) -> int:
    """The end of `chief economist` before a verb of speech; where it begins if there is none."""
    end = next((at for at in range(first, first + _LONGEST) if located.word(at) in words("speech_verb")), first)
    return end if not located.between(first, end) else first
