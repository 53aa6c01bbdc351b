"""Positions that a verb states: "NAME heads ORG", "NAME, who runs X at ORG", "NAME is the ROLE of ORG"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from loaders.extract.located import Located, is_organisation
from loaders.extract.positions import Position, appositive_end, attaching_word, position_with
from loaders.extract.word_lists import words

_LONGEST = 9  # words of a role
_BEING = frozenset({"is", "serves", "was", "became", "joins", "becomes", "remain", "remains"})


def headed(located: Located, person: Span) -> Iterator[Position]:
    """NAME, who heads X at ORG · NAME is the ROLE of ORG · NAME founded ORG."""
    at = person.end
    at += located.word(at) == ","
    at += located.word(at) == "who"
    at += located.word(at) == "will"
    at += located.word(at).endswith("ly")
    at += located.word(at) in {"helps", "helped"}
    if not _is_role_verb(located.word(at)) and located.word(at) not in _BEING:
        return
    stop = appositive_end(located, at + 1)
    for organisation in filter(is_organisation, located.between(at + 1, stop)):
        if any(located.word(between) == "," for between in range(at, organisation.start - 1)):
            return
        position = _stated(located, person, organisation, at)
        if position is not None:
            yield position
        return


def _ends_role(located: Located, at: int) -> bool:
    word = located.word(at)
    return word in {"in", "who", "since"} or not (word.isalpha() or word in {"'s", "-", "&"})


def _is_role_verb(word: str) -> bool:
    return word in words("role_verb") or f"{word}s" in words("role_verb")


def _stated(located: Located, person: Span, organisation: Span, at: int) -> Position | None:
    if _is_role_verb(located.word(at)):
        told = {located.word(between) for between in range(at + 1, organisation.start)}
        if not told.isdisjoint(words("heading_break")):
            return None
        return Position(person.id_, organisation.id_, located.texts[at], person.start, organisation.end)
    if located.word(organisation.end) == "'s" and organisation.start - at <= 3:  # `is now ORG's ROLE`
        reach = range(organisation.end, organisation.end + _LONGEST)
        last = next((i for i in reach if _ends_role(located, i)), reach.stop)
        return position_with(located, person, organisation, organisation.end, last)
    linked = attaching_word(located, organisation, at)
    return None if linked is None else position_with(located, person, organisation, at + 1, linked)
