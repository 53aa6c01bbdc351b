"""Several who say something: "they", "the economists", "the two companies" stand for the first of those they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span

from loaders.extract.cues import speech_words
from loaders.extract.last_speakers import saying
from loaders.extract.located import Located, is_organisation, is_person

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


def plurals(located: Located, window: Sequence[Span]) -> Iterator[Span]:
    """The plural that says something in the last sentence of the window, where somebody named is among those meant."""
    sentence = window[-1]
    for at in range(sentence.start, sentence.end):
        end = _end_of(located, at)
        if end and (_says(located, end) or _is_said(located, at)):
            first = _meant(located, window[-_REACH:], at, houses=located.word(end - 1) in _HOUSES)
            if first is not None:
                yield Span(located.doc, at, end, label=first.label_, span_id=first.id_)


def _end_of(located: Located, at: int) -> int | None:
    """Behind the plural that begins here: `they`, `the economists`, `the two companies`."""
    if located.word(at) == "they":
        return at + 1
    noun = at + 1 + (located.word(at + 1) in _COUNTS)
    is_plural = located.word(noun) in _HOUSES | speech_words()["analysts"]
    return noun + 1 if located.word(at) in _DETERMINERS and is_plural else None


def _says(located: Located, at: int) -> bool:
    return located.word(at + (located.word(at) == "also")) in saying() | _SAYING_NOW


def _is_said(located: Located, at: int) -> bool:
    """True behind the verb of `…,” said the companies`."""
    return located.word(at - 1) in {"said", "wrote"}


def _meant(located: Located, window: Sequence[Span], at: int, *, houses: bool) -> Span | None:
    """The first of the group named last before, no more than a paragraph ago; none where others come between."""
    breaks = 0
    for sentence in reversed(window):
        breaks += sentence is not window[-1] and "\n" in sentence.text[-3:]
        named = [
            span for span in located.between(sentence.start, min(at, sentence.end)) if _may_be(span, houses=houses)
        ]
        first = _first_of_pair(located, named) or (None if houses else _employer(located, named))
        if first is not None or breaks > 1:
            return first if breaks <= 1 else None
    return None


def _may_be(span: Span, *, houses: bool) -> bool:
    return is_organisation(span) or (is_person(span) and not houses)


def _first_of_pair(located: Located, named: Sequence[Span]) -> Span | None:
    """The first name of `NAME and NAME`."""
    pairs = (one for one, other in pairwise(named) if _is_joined(located, one, other))
    return next(pairs, None)


def _is_joined(located: Located, one: Span, other: Span) -> bool:
    return located.word(one.end) == "and" and other.start == one.end + 1 and is_person(one) == is_person(other)


def _employer(located: Located, named: Sequence[Span]) -> Span | None:
    """The ORG of `economists at ORG` and `ORG analysts`."""
    return next((span for span in named if is_organisation(span) and _has_analysts(located, span)), None)


def _has_analysts(located: Located, span: Span) -> bool:
    analysts = speech_words()["analysts"]
    has_before = located.word(span.start - 1) in _OF and located.word(span.start - 2) in analysts
    return has_before or located.word(span.end) in analysts
