"""Titles that a name stands behind: "ORG's ROLE is NAME", "the ROLES of ORG include NAME", "Under ROLE NAME, ORG …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from loaders.extract.located import Located, is_organisation
from loaders.extract.name_phrases import POSSESSIVES
from loaders.extract.positions import Position, attaching_word, position_with
from loaders.extract.word_lists import words

_LONGEST = 14  # words from the beginning of the clause to the name
_BEING = frozenset({"is", "remains", "include", "includes", ":"})
_OPENS = frozenset({",", ";", "(", "whose", "and", "but", "that"})


def titled(located: Located, person: Span) -> Iterator[Position]:
    """The position that is told before the name."""
    found = _told_before(located, person) or _under(located, person)
    if found is not None:
        yield found


def _told_before(located: Located, person: Span) -> Position | None:
    """The ROLE of ORG is NAME · ORG's ROLE is NAME · ORG ROLES include NAME."""
    verb = person.start - 1
    if located.word(verb) not in _BEING or located.covering(verb) is not None:
        return None
    reach = range(verb - 1, max(person.sent.start, verb - _LONGEST) - 1, -1)
    first = next((at + 1 for at in reach if located.word(at) in _OPENS), reach.stop + 1)
    organisation = next(filter(is_organisation, reversed(located.between(first, verb))), None)
    if organisation is None or located.word(verb) == ":":
        return _of_clause_before(located, person, first, verb)
    linked = attaching_word(located, organisation, first) if organisation.end == verb else None
    start, end = (first, linked) if linked is not None else (organisation.end, verb)
    return _with(located, person, organisation, start, end)


def _of_clause_before(located: Located, person: Span, first: int, verb: int) -> Position | None:
    """The role of `ORG, whose ROLE is NAME` and `ORG (ROLE: NAME)`."""
    opener = located.word(first - 1)
    organisation = located.ending(first - (2 if opener == "whose" else 1))
    is_told = opener == "whose" or (opener, located.word(verb)) == ("(", ":")
    if organisation is None or not is_organisation(organisation) or not is_told:
        return None
    return _with(located, person, organisation, first, verb)


def _under(located: Located, person: Span) -> Position | None:
    """Under ROLE NAME, ORG has grown."""
    organisation = located.starting(person.end + 1 + (located.word(person.end + 1) == "the"))
    first = person.sent.start
    if located.word(first) != "under" or located.word(person.end) != "," or not is_organisation(organisation):
        return None
    assert organisation is not None
    return _with(located, person, organisation, first + 1, person.start)


def _with(located: Located, person: Span, organisation: Span, first: int, last: int) -> Position | None:
    """The position, if the words are a title and no more, as those of `the lawyer who sued ORG is NAME` are not."""
    told = located.lower[first : last - (located.word(last - 1) == ",")]
    told = [word for word in told if word not in POSSESSIVES]
    closes = bool(told) and (told[-1] in words("role_noun") or {"of", "for"} & set(told[:-1]))
    is_title = closes and words("role_break").isdisjoint(told) and "who" not in told
    is_short = not any(located.between(first, last))
    return position_with(located, person, organisation, first, last) if is_title and is_short else None
