"""Seats on a board: "NAME sits on the board of ORG", "NAME and two others will join ORG's board"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from loaders.extract.implied_roles import organisation_meant
from loaders.extract.located import Located, is_organisation, is_person
from loaders.extract.positions import Position, is_long_past
from loaders.extract.word_lists import words

ROLE = "board member"
_OTHER_BOARDS = frozenset({"game", "games", "meeting", "meetings", "room", "table", "discussion", "discussions"})
_BOARDS = frozenset({"board", "boards"})
_REACH = 8  # words between the name and the board: `will be appointed to the supervisory`
_LONGEST = 14  # words between those who join and the board that they join
_LONGEST_OTHERS = 4  # words of `two other independent directors`
_SAT = frozenset({"sat", "served"})
_LEADING = frozenset(
    {"who", "also", "will", "currently", "has", "been", "was", "were", "is", "be", "the", "its", "'s", ","}
)


def seated(located: Located, person: Span) -> Iterator[Position]:
    """The boards that the person is said to sit on or to join."""
    board = _board_behind(located, person)
    if board is not None:
        organisations = _of_board(located, person, board)
        for organisation in organisations:
            end = max(board + 1, organisation.end)
            yield Position(person.id_, organisation.id_, ROLE, min(person.start, organisation.start), end)


def _board_behind(located: Located, person: Span) -> int | None:
    """Where the board of `NAME sits on the board`, `NAME and two others will join ORG's board` stands."""
    reach = range(person.end, min(person.end + _LONGEST, person.sent.end))
    verb = next((at for at in reach if _takes_seat(located, at)), None)
    if verb is None or not _are_subjects(located, person.end, verb):
        return None
    board = next((at for at in range(verb + 1, verb + _REACH) if _is_board(located, at)), None)
    sat = located.word(verb) in words("seat_verb")
    return None if board is None or (sat and is_long_past(located, board + 1, person.sent.end)) else board


def _takes_seat(located: Located, at: int) -> bool:
    """True for `sits on`, `has served on`, `joined`, `was appointed to`; who `served on` one may be long gone."""
    word, then = located.word(at), located.word(at + 1)
    sits = word in words("seat_verb") and (word not in _SAT or located.word(at - 1) in {"has", "have"})
    is_given = word in words("appointing_verb") and then == "to" and located.word(at - 1) in words("helping_word")
    return word in {"join", "joins", "joined"} or is_given or (sits and then == "on")


def _are_subjects(located: Located, start: int, verb: int) -> bool:
    """True where nothing stands before the verb but helping words and those who do it too: `and three directors`."""
    told = [at for at in range(start, verb) if located.word(at) not in _LEADING | words("helping_word")]
    return not told or (located.word(start) == "and" and _are_others(located, start + 1, told[-1] + 1))


def _are_others(located: Located, start: int, end: int) -> bool:
    """True for `NAME` and for `two other directors`, but not for `NAME left ORG and NAME`."""
    if is_person(located.starting(start)):
        return located.ending(end) == located.starting(start)
    closes = located.word(end - 1) in words("role_noun") | {"others", "another"}
    told = located.lower[start:end]
    is_plain = "and" not in told and words("role_break").isdisjoint(told) and not located.between(start, end)
    return closes and is_plain and end - start <= _LONGEST_OTHERS


def _is_board(located: Located, at: int) -> bool:
    """True for a board that people sit on, unlike that of a `board game` and a `board meeting`."""
    is_other = located.word(at + 1) in _OTHER_BOARDS
    return located.word(at) in _BOARDS and located.covering(at) is None and not is_other


def _of_board(located: Located, person: Span, board: int) -> list[Span]:
    """Whose board it is: of `ORG's board`, of `the boards of ORG and ORG`, or the one that is spoken of."""
    owner = located.ending(board - 1) if located.word(board - 1) == "'s" else None
    if is_organisation(owner):
        return [owner] if owner is not None else []
    if located.word(board - 1) in {"the", "its"} and located.word(board + 1) != "of":
        meant = organisation_meant(located, person)
        return [meant] if meant is not None else []
    return _listed(located, _past_of(located, board))


def _past_of(located: Located, board: int) -> int:
    """Behind `board of` and `board of directors of`."""
    at = board + 2 if located.word(board + 1) in {"of", "at"} else board + 1
    at += 2 if located.word(at) in {"directors", "trustees", "governors"} else 0
    return at + (located.word(at) == "the")


def _listed(located: Located, at: int) -> list[Span]:
    found = []
    while is_organisation(one := located.starting(at)) and one is not None:
        found.append(one)
        at = one.end + (located.word(one.end) in {",", "and"})
        at += located.word(at) in {"and", "the"}
    return found
