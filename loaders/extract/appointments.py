"""Positions that somebody gets: "ORG named NAME as its ROLE", "ORG promoted NAME to ROLE", "NAME joined ORG as …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from loaders.extract.implied_roles import organisation_meant
from loaders.extract.located import Located, is_organisation
from loaders.extract.positions import Position, position_with
from loaders.extract.word_lists import words

_JOINTS = frozenset({"as", "to"})
_GETTING = frozenset({"appointment", "hiring", "promotion"})
_LONGEST = 10  # words of a role
_REACH = 5  # words between "named" and the name
_FAR = 14  # the same with what the person did before
_ENDS = frozenset(
    {",", ".", ";", "", "who", "after", "when", "while", "effective", "following", "in", "on", "from", "until"}
)


def appointed(located: Located, person: Span) -> Iterator[Position]:
    """The position that the sentence says the person gets."""
    found = _joined(located, person) or _given(located, person)
    if found is not None:
        yield found


def _joined(located: Located, person: Span) -> Position | None:
    """NAME joined ORG as ROLE."""
    organisation = located.starting(person.end + 1 + (located.word(person.end + 1) == "the"))
    if located.word(person.end) not in {"joined", "joins", "rejoined"} or not is_organisation(organisation):
        return None
    assert organisation is not None
    first = next(
        (at + 1 for at in range(organisation.end, organisation.end + _REACH) if located.word(at) == "as"), None
    )
    return None if first is None else position_with(located, person, organisation, first, _role_end(located, first))


def _given(located: Located, person: Span) -> Position | None:
    """ORG named NAME as its ROLE · ORG appointed NAME ROLE · ORG hired NAME from ORG as ROLE."""
    reach = range(max(person.sent.start, person.start - _FAR), person.start)
    verb = next((at for at in reach if _appoints(located, at)), None)
    if verb is None or (person.start - verb > _REACH and not _is_described(located, verb, person)):
        return None
    first = _past_former(located, person.end + (located.word(person.end) == ","))
    first += located.word(first) in _JOINTS
    last = _role_end(located, first)
    named = [span for span in located.between(first, last + 1) if is_organisation(span)]
    organisation = named[0] if named else _appointing(located, verb, person)
    return None if organisation is None else position_with(located, person, organisation, first, last)


def _appoints(located: Located, at: int) -> bool:
    """True for `appointed` and for `the appointment of`."""
    is_noun = located.word(at) in _GETTING and located.word(at + 1) == "of"
    return is_noun or located.word(at) in words("appointing_verb")


def _is_described(located: Located, verb: int, person: Span) -> bool:
    """True for `named the head of its cloud unit, NAME, as its ROLE`."""
    is_apart = located.word(person.start - 1) == "," == located.word(person.end)
    return is_apart and located.word(person.end + 1) == "as" and not located.between(verb, person.start)


def _past_former(located: Located, at: int) -> int:
    """Behind `from ORG`."""
    left = located.starting(at + 1) if located.word(at) == "from" else None
    return at if left is None else left.end


def _appointing(located: Located, verb: int, person: Span) -> Span | None:
    """The first organisation of the sentence before the verb; of `the board named`, the one that is spoken of."""
    before = located.between(located.doc[verb].sent.start, verb)
    named = next(filter(is_organisation, before), None)
    return organisation_meant(located, person) if named is None and located.word(verb - 1) == "board" else named


def _role_end(located: Located, first: int) -> int:
    reach = range(first, first + _LONGEST)
    return next((at for at in reach if located.word(at) in _ENDS or located.starting(at) is not None), reach.stop)
