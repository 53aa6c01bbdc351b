"""Positions that a verb states: "NAME heads ORG", "NAME, who runs X at ORG", "NAME took over as ROLE of ORG"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Span

from loaders.extract.implied_roles import opens_with_role, organisation_meant
from loaders.extract.located import Located, is_organisation
from loaders.extract.name_phrases import POSSESSIVES
from loaders.extract.positions import Position, appositive_end, attaching_word, is_long_past, position_with
from loaders.extract.word_lists import words

_LONGEST = 9  # words of a role
_LONGEST_VERB = 9  # words from the name to the one that states: `, who will succeed NAME NAME as`
_BEING = frozenset({"is", "serves", "was", "became", "become", "becomes", "joins", "remain", "remains", "been"})
_BECOMING = frozenset({"became", "become", "becomes"})
_BEFORE_VERB = frozenset({",", "who", "will", "would", "has", "also", "to", "helps", "helped"})
_STARTING = frozenset({"takes", "took", "take", "taken", "acts", "works", "serves", "served"})
_TAKING_UP = frozenset({"be", "serve", "act", "work", "take", "lead", "head"})
_TO_COME = frozenset({"will", "is", "plans"})
_ENDED = frozenset({"resigned", "retired", "stepped", "quit", "served", "was"})
_STILL = frozenset({"has", "is", "are", "will", "to", "plans"})
_ASIDE = frozenset({"down", "aside", "back"})
_FOLLOWING = frozenset({"replace", "replaces", "replaced", "succeed", "succeeds", "succeeded"})


def headed(located: Located, person: Span) -> Iterator[Position]:
    """NAME, who heads X at ORG · NAME is the ROLE of ORG · NAME founded ORG · NAME succeeds NAME as ROLE of ORG."""
    verb = _verb(located, person)
    at = _leaving(located, person) or _as(located, verb) or verb
    if at == verb and not _is_role_verb(located, verb) and located.word(verb) not in _BEING:
        return
    reach = located.between(at + 1, appositive_end(located, at + 1, person))
    organisation = _employer(located, [span for span in reach if is_organisation(span) and not _owns(located, span)])
    if (
        organisation is None
        or _is_nominated(located, person)
        or _is_over(located, person, at, organisation)
        or any(located.word(between) == "," for between in range(at, organisation.start - 1))
    ):
        return
    position = _stated(located, person, organisation, at)
    if position is not None:
        yield position
        yield from _and_another(located, person, organisation)


def _and_another(located: Located, person: Span, first: Span) -> Iterator[Position]:
    """The second of `NAME is ROLE of ORG and also ROLE of ORG`."""
    start = first.end + 1 + (located.word(first.end + 1) == "also")
    reach = located.between(start, appositive_end(located, start, person))
    other = next(filter(is_organisation, reach), None) if located.word(first.end) == "and" else None
    linked = attaching_word(located, other, start) if other is not None else None
    if other is not None and linked is not None and words("role_break").isdisjoint(located.lower[start:linked]):
        position = position_with(located, person, other, start, linked)
        yield from (position,) if position is not None else ()


def held_where(located: Located, person: Span) -> Iterator[Position]:
    """ORG, where NAME is ROLE."""
    comma = person.start - 2
    organisation = located.ending(comma if located.word(comma) == "," else comma + 1)
    if located.word(person.start - 1) != "where" or organisation is None or not is_organisation(organisation):
        return
    first = _verb(located, person)
    last = next((at for at in range(first, first + _LONGEST) if _ends_role(located, at)), first + _LONGEST)
    if located.word(first) in _BEING - {"was"}:
        position = position_with(located, person, organisation, first + 1, last)
        yield from (position,) if position is not None else ()


def taken_up(located: Located, person: Span) -> Position | None:
    """NAME became ROLE · NAME took over as ROLE, at the organisation that the text speaks of before."""
    verb = _verb(located, person)
    at = _as(located, verb) or verb
    if at == verb and located.word(verb) not in _BECOMING:
        return None
    end = next((i for i in range(at + 1, at + _LONGEST) if _ends_role(located, i)), at + _LONGEST)
    organisation = organisation_meant(located, person)
    if organisation is None or located.between(at + 1, end + 1) or not opens_with_role(located, at + 1):
        return None
    return position_with(located, person, organisation, at + 1, end)


def _owns(located: Located, span: Span) -> bool:
    """True for the university of `dean of ORG's business school ORG`."""
    return located.word(span.end) == "'s" and is_organisation(located.starting(span.end + 1))


def _is_nominated(located: Located, person: Span) -> bool:
    """True for `was chosen by NAME to head ORG`, who does not head it."""
    return located.word(person.start - 1) == "by" and located.word(person.end) == "to"


def _is_over(located: Located, person: Span, at: int, organisation: Span) -> bool:
    """True for `resigned as ROLE of ORG in 2009` and `was ROLE of ORG until May`; what is to come goes on till then."""
    told = located.lower[person.end : at + 1]
    ends = not _ENDED.isdisjoint(told)
    is_to_come = not _STILL.isdisjoint(told) or located.word(at + 1) in words("appointing_verb")
    opens_with_year = is_long_past(located, person.sent.start, person.start)
    return ends and not is_to_come and (opens_with_year or is_long_past(located, organisation.end, person.sent.end))


def _employer(located: Located, organisations: list[Span]) -> Span | None:
    """The first, but for who `manages $2 billion of ORG shares at ORG`."""
    at_one = (one for one in organisations if located.word(one.start - 1) == "at")
    return next(at_one, organisations[0] if organisations else None)


def _verb(located: Located, person: Span) -> int:
    """Where the first verb behind the name may stand."""
    is_aged = located.word(person.end + 1).isdigit() and located.word(person.end + 2) == ","  # `NAME, 52, has been`
    at = person.end + 3 * is_aged
    while at < person.end + _LONGEST_VERB and (located.word(at) in _BEFORE_VERB or located.word(at).endswith("ly")):
        at += 1
    return at + 2 * (located.lower[at : at + 2] == ["co", "-"])


def _leaving(located: Located, person: Span) -> int | None:
    """The "as" of `NAME is to step down as ROLE` and `, who will retire as ROLE`; `who resigned as` is long past."""
    is_to_come = located.lower[person.end : person.end + 2] == [",", "who"] and located.word(person.end + 2) in _TO_COME
    start = person.end + 2 * is_to_come
    reach = range(start, start + _LONGEST_VERB)
    end = next((at for at in reach if located.starting(at) or not located.word(at).isalpha()), reach.stop)
    verb = next((at for at in range(start, end) if located.word(at) in words("leaving_verb")), None)
    if verb is None or "had" in located.lower[start:verb]:
        return None
    last = verb + 1 + (located.word(verb + 1) in _ASIDE)
    return last if located.word(last) == "as" else None


def _as(located: Located, verb: int) -> int | None:
    """Where the "as" of `took over as`, `works as`, `succeeds NAME as` stands."""
    word = located.word(verb)
    reach = range(verb + 1, verb + _LONGEST_VERB if word in _FOLLOWING else verb + 3)
    if word not in _STARTING | _FOLLOWING:
        return None
    return next((at for at in reach if located.word(at) == "as"), None)


def _ends_role(located: Located, at: int) -> bool:
    word = located.word(at)
    return word in {"in", "who", "since"} or not (word.isalpha() or word in POSSESSIVES | {"-", "&"})


def _is_role_verb(located: Located, at: int) -> bool:
    """True for `heads` and `will head`, and for `has led`, which goes on; not for the noun of `NAME, head of`."""
    word, before = located.word(at), located.word(at - 1)
    goes_on = before == "has" and word in words("led_by")
    return goes_on or word in words("role_verb") or (before not in {",", "-"} and f"{word}s" in words("role_verb"))


def _stated(located: Located, person: Span, organisation: Span, at: int) -> Position | None:
    if _is_role_verb(located, at):
        told = {located.word(between) for between in range(at + 1, organisation.start)}
        if located.word(organisation.start - 1) != "at" and not told.isdisjoint(words("heading_break")):
            return None
        return Position(person.id_, organisation.id_, located.texts[at], person.start, organisation.end)
    if located.word(organisation.end) in POSSESSIVES and organisation.start - at <= 3:  # `is now ORG's ROLE`
        reach = range(organisation.end, organisation.end + _LONGEST)
        last = next((i for i in reach if _ends_role(located, i)), reach.stop)
        return position_with(located, person, organisation, organisation.end, last)
    linked = attaching_word(located, organisation, at)
    if linked is None or _tells_of_another(located.lower[at + 1 : linked]):
        return None
    return position_with(located, person, organisation, at + 1, linked)


def _tells_of_another(told: list[str]) -> bool:
    """True for `is considering whom to nominate as ROLE` and `was fired by the ROLE`, not for `is to serve as ROLE`."""
    acts = any(
        word == "to" and then not in _BECOMING | words("role_noun") | _TAKING_UP for word, then in pairwise(told)
    )
    return acts or "by" in told
