"""Several who say something: "they", "the economists", "the two companies" stand for the first of those they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span

from loaders.extract.cues import speech_words
from loaders.extract.last_speakers import saying, says
from loaders.extract.located import Located, is_organisation, is_person
from loaders.extract.word_lists import words

_SAYING_NOW = frozenset(
    {"say", "expect", "see", "predict", "forecast", "estimate", "believe", "think", "write", "argue"}
)
_DETERMINERS = frozenset({"the", "both"})
_COUNTS = frozenset({"two", "three"})
_HOUSES = frozenset(
    {"companies", "firms", "banks", "airlines", "carmakers", "automakers", "retailers", "partners", "pair"}
)
_REACH = 3  # sentences that a plural looks back over, its own included
_OF = frozenset({"at", "from", "of", "with"})
_OF_PEOPLE = ("ers", "ors", "ists", "ians", "ees")  # how nouns for several people end


def plurals(located: Located, window: Sequence[Span]) -> Iterator[Span]:
    """The plural that says something in the last sentence of the window, where somebody named is among those meant."""
    sentence = window[-1]
    for at in range(sentence.start, sentence.end):
        end = _end_of(located, at)
        if end and (says(located, end, saying() | _SAYING_NOW) or _is_said(located, at)):
            first = _meant(located, window[-_REACH:], at, located.word(end - 1))
            if first is not None:
                yield Span(located.doc, at, end, label=first.label_, span_id=first.id_)


def _end_of(located: Located, at: int) -> int | None:
    """Behind the plural that begins here: `they`, `the economists`, `the two companies`."""
    if located.word(at) == "they":
        return at + 1
    noun = at + 1 + (located.word(at + 1) in _COUNTS)
    is_plural = located.word(noun) in _HOUSES | speech_words()["analysts"]
    return noun + 1 if located.word(at) in _DETERMINERS and is_plural else None


def _is_said(located: Located, at: int) -> bool:
    """True behind the verb of `…,” said the companies`."""
    return located.word(at - 1) in {"said", "wrote"}


def _meant(located: Located, window: Sequence[Span], at: int, noun: str) -> Span | None:
    """The first of the group that spoke last before, no more than a paragraph ago; none where others come between."""
    breaks = 0
    for sentence in reversed(window):
        breaks += sentence is not window[-1] and "\n" in sentence.text[-3:]
        named = located.between(sentence.start, min(at, sentence.end))
        first = _first_of_pair(located, named, noun) or (None if noun in _HOUSES else _employer(located, named))
        if first is not None or breaks > 1:
            return first if breaks <= 1 and not _has_others(located, first, at, noun) else None
    return None


def _has_others(located: Located, first: Span | None, at: int, noun: str) -> bool:
    """True where `they` may mean others that are named behind: `A and B said owners complained. They …`."""
    start = first.end if first is not None else at
    told = located.texts[start + (located.word(start) in speech_words()["analysts"]) : at]
    return noun == "they" and any(_are_people(word) for word in told)


def _are_people(word: str) -> bool:
    """True for several who may speak: `workers`, `investors`, `economists`, `parents`."""
    listed = speech_words()["generic_source"] | words("plural_person")
    return word in listed or (word.islower() and word.endswith(_OF_PEOPLE))


def _first_of_pair(located: Located, named: Sequence[Span], noun: str) -> Span | None:
    """The first name of `NAME and NAME said`; the companies need not have said anything, analysts are people."""
    may_be = is_organisation if noun in _HOUSES else is_person if noun != "they" else _speaks
    pairs = (
        one
        for one, other in pairwise(named)
        if may_be(one) and _is_joined(located, one, other) and (noun in _HOUSES or _are_saying(located, one, other))
    )
    return next(pairs, None)


def _speaks(span: Span) -> bool:
    return is_organisation(span) or is_person(span)


def _is_joined(located: Located, one: Span, other: Span) -> bool:
    is_one_kind = _speaks(other) and is_person(one) == is_person(other)
    return is_one_kind and located.word(one.end) == "and" and other.start == one.end + 1


def _are_saying(located: Located, one: Span, other: Span) -> bool:
    """True for the subject of `NAME and NAME (of ORG) said`, but not for `NAME and NAME drivers said`."""
    house = located.starting(other.end + 1) if located.word(other.end) in _OF else None
    is_object = located.word(one.start - 1) in speech_words()["preposition"]
    end = house.end if house is not None else other.end
    return (says(located, end, saying() | _SAYING_NOW) and not is_object) or _is_said(located, one.start)


def _employer(located: Located, named: Sequence[Span]) -> Span | None:
    """The ORG of `economists at ORG` and `ORG analysts`."""
    return next((span for span in named if has_analysts(located, span)), None)


def has_analysts(located: Located, span: Span) -> bool:
    """True for `ORG analysts`, `ORG's economists`, `analysts at ORG`."""
    analysts = speech_words()["analysts"]
    has_before = located.word(span.start - 1) in _OF and located.word(span.start - 2) in analysts
    owns = located.word(span.end + (located.word(span.end) == "'s")) in analysts
    return is_organisation(span) and (has_before or owns)
