"""A person's position at an organisation, and the words of a text that state it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span

from loaders.extract.located import Located, is_person
from loaders.extract.word_lists import words

ENDING = frozenset({"former", "ex", "previously", "once", "formerly"})
_ATTACHING = frozenset({"at", "of", "for", "with", "in", "from", "to", "on"})
LEADING = 9  # words of a role between an organisation and a person
_DESCRIBING = 11  # words between "at" and the organisation: `at global financial services firm ORG`


_NO_TIES = frozenset((seat, "for") for seat in ("mp", "mpp", "mla", "mep", "senator")) | {  # `MP for Redford`
    ("analyst", "on"),
    ("analysts", "on"),
    ("bull", "on"),
}
_MARKS = frozenset({"-", "'s", "'", "$", ",", "The"})
_STOPS = frozenset({".", ";", ":", "which", "that", "!", "?", '"', "“", "”"})
_AUXILIARIES = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "may", "can"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_CLAUSE_ENDS = frozenset({",", ";", "and", "but", "who", "which"})
_OVER = frozenset({"until", "till", "ago"})
_YEAR = re.compile(r"(?:19|20)\d\ds?")
_LONGEST = 22  # words between a person and the organisation of an appositive


@dataclass(frozen=True, slots=True)
class Position:
    """A person's role at an organisation; `start` and `end` are the tokens that state it."""

    person: str
    organisation: str
    role: str
    start: int
    end: int


def position_with(
    located: Located, person: Span, organisation: Span, first: int, last: int, *, nouns: str = "role_noun"
) -> Position | None:
    """The position with the words `first` to `last` as its role, unless they speak of the past or hold no such noun."""
    is_behind = organisation.start >= last
    first, last = _present(located, first, last, is_behind=is_behind)
    span = located.doc[first:last]
    if words(nouns).isdisjoint(located.lower[first:last]):
        return None
    ends = (person.start, person.end, organisation.start, organisation.end, first, last)
    return Position(person.id_, organisation.id_, _role_text(span), min(ends), max(ends))


def _present(located: Located, first: int, last: int, *, is_behind: bool) -> tuple[int, int]:
    """The words without those about the past: `former minister and now director` → `director`.

    Those before them are of another organisation than the one behind in `head of ORG and former head of ORG`.
    """
    past = [at for at in range(first, last) if located.word(at) in ENDING]
    if not past:
        return first, last
    now = next((at for at in range(past[0], last) if located.word(at) == "now"), None)
    if now is not None:
        return now + 1, last
    if is_behind and not _ATTACHING.isdisjoint(located.lower[first : past[0]]):
        return last, last
    before = past[0] - (located.word(past[0] - 1) in {"a", "the"})
    return first, max(first, before - 1)


def attaching_word(located: Located, organisation: Span, first: int) -> int | None:
    """Where the word stands that ties the organisation to the role: `at` in `at the $5 billion fund house ORG`."""
    for at in range(organisation.start - 1, max(first, organisation.start - _DESCRIBING) - 1, -1):
        if located.word(at) in _ATTACHING:
            return None if (located.word(at - 1), located.word(at)) in _NO_TIES else at
        if not _may_describe(located, at):
            return None
    return None


def _may_describe(located: Located, at: int) -> bool:
    text = located.texts[at]
    if text == "and":  # `of cannabis producer and retailer ORG`
        return located.texts[at - 1].islower() and located.texts[at + 1].islower() and located.ending(at) is None
    if text in {"who", "which", "while", "as"}:
        return False
    inside = located.covering(at)
    if inside is not None:
        return not is_person(inside)
    if text in words("demonym"):
        return True
    return text.islower() or text in _MARKS or text[0].isdigit() or text.isupper() or "-" in text


def _role_text(span: Span) -> str:
    """The words of the role, without those that lead to it: `has been`, `was appointed`, `the company's`."""
    first = next((token.i for token in span if token.lower_ not in words("before_role")), span.start)
    if span.doc[first].lower_ in words("company_noun") and span.doc[first + 1].lower_ in _POSSESSIVE:
        first += 2
    return str(span.doc[first : span.end].text).strip(" ,–—-(")


def appositive_end(located: Located, start: int, person: Span) -> int:
    """Where what is told of the person stops at the latest: at another, a full stop or a verb of speech."""
    for at in range(start, min(start + _LONGEST, len(located.texts))):
        other = located.starting(at)
        if is_stop(located, at) or (other is not None and is_person(other) and other.id_ != person.id_):
            return at
    return min(start + _LONGEST, len(located.texts))


def is_long_past(located: Located, start: int, end: int) -> bool:
    """True where the clause goes on with when that was or ended: `in 2015`, `until May`, `two years ago`."""
    told = located.lower[start : next((at for at in range(start, end) if located.word(at) in _CLAUSE_ENDS), end)]
    is_dated = any(_YEAR.fullmatch(word) for word in told) and "since" not in told
    return is_dated or not _OVER.isdisjoint(told) or ("last", "year") in pairwise(told)


def is_stop(located: Located, at: int) -> bool:
    """True where an apposition ends for certain: at a full stop, a relative clause or a verb of speech."""
    word = located.word(at)
    goes_on = word in _AUXILIARIES and located.word(at - 1) == ","  # `NAME, head of its fleet, was invited to ORG`
    return word in _STOPS or word in words("speech_verb") or "\n" in word or goes_on
