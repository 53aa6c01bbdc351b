"""Who belongs to whom with no title between: "NAME of ORG", "ROLES NAME and NAME at ORG", "At ORG, ROLE NAME"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.located import Located, is_organisation, is_person
from loaders.extract.positions import Position, position_with
from loaders.extract.word_lists import words

_LONGEST_TITLE = 5  # words between `At ORG,` and the name
_WHO_WATCH = frozenset({"analyst", "analysts", "economist", "economists", "strategist", "strategists"})
_EXECUTIVES = frozenset({"executive", "executives", "ceo", "cfo", "coo", "cio", "cto"})


def belonging(located: Located, person: Span) -> Iterator[Position]:
    """NAME of ORG, whose position is not named · ROLE NAME with ORG · NAME, of ORG."""
    has_role = located.word(person.start - 1) in words("role_noun") | {"prof."}
    link = person.end + (located.word(person.end) == "," and located.word(person.end + 1) in {"from", "of"})
    organisation = located.starting(link + 1 + (located.word(link + 1) == "the"))
    if organisation is None or not is_organisation(organisation) or located.word(organisation.end) == "'s":
        return
    if located.word(link) in _ties(located, person, organisation, has_role=has_role):
        role = located.texts[person.start - 1] if has_role else ""
        position = Position(person.id_, organisation.id_, role, person.start - has_role, organisation.end)
        yield from (position, *_of_listed(located, person, position))


def _ties(located: Located, person: Span, organisation: Span, *, has_role: bool) -> set[str]:
    """The words that tie a name to an organisation: `from` only of who speaks, has a role or opens the sentence."""
    speaks = any(located.word(at) in words("speech_verb") for at in range(person.start - 3, person.start))
    ties = {"of", "at"} | ({"with"} if has_role else set())
    opens = person.start - has_role == person.sent.start and located.word(organisation.end) == ","
    if speaks or opens or located.word(organisation.end) in words("speech_verb"):
        ties |= {"from", "with"}
    return ties


def _of_listed(located: Located, person: Span, position: Position) -> Iterator[Position]:
    """Those who stand before the last in a list that opens with their role: `analysts NAME and NAME at ORG`."""
    mates = list(mates_before(located, person))
    title = mates[-1].start - 1 if mates else 0
    if located.word(title) in words("plural_role"):
        for mate in mates:
            yield Position(mate.id_, position.organisation, located.texts[title], title, position.end)


def mates_before(located: Located, person: Span) -> Iterator[Span]:
    """The people before in a list, the nearest first."""
    mate = mate_before(located, person)
    while mate is not None:
        yield mate
        mate = mate_before(located, mate)


def mate_before(located: Located, person: Span) -> Span | None:
    """The person who stands before in a list."""
    at = person.start
    while located.word(at - 1) in {",", "and"}:
        at -= 1
    mate = located.ending(at) if at < person.start else None
    return mate if is_person(mate) else None


def opened_with(located: Located, person: Span) -> Iterator[Position]:
    """At ORG, ANALYST NAME said; a minister or a customer only speaks there."""
    opening = person.sent.start
    organisation = located.starting(opening + 1 + (located.word(opening + 1) == "the"))
    if located.word(opening) != "at" or organisation is None or not is_organisation(organisation):
        return
    first = organisation.end + 1
    told = [located.word(at) for at in range(first, person.start)]
    is_title = 0 < len(told) <= _LONGEST_TITLE and all(map(str.isalpha, told)) and "of" not in told
    works = told[-1:] and (told[-1] in _EXECUTIVES or (told[-1] in _WHO_WATCH and organisation.label_ != Kind.COMPANY))
    if is_title and located.word(first - 1) == "," and works:
        position = position_with(located, person, organisation, first, person.start)
        yield from (position,) if position is not None else ()


def owned_by_house(located: Located, person: Span) -> Iterator[Position]:
    """ORG's NAME, a ROLE, said."""
    house = located.ending(person.start - 1)
    first = person.end + 1
    last = next((at for at in range(first, first + _LONGEST_TITLE) if not located.word(at).isalpha()), first)
    is_told = located.word(person.start - 1) == "'s" and located.word(person.end) == "," == located.word(last)
    if house is not None and is_organisation(house) and is_told and not located.between(first, last):
        position = position_with(located, person, house, first, last)
        yield from (position,) if position is not None else ()
