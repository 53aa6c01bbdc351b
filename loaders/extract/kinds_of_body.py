"""Bodies described by what they are: "the commission" is one whose name says so, not any institution named before."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Span

from graph.model import Entity, Kind
from loaders.extract.antecedents import Fits
from loaders.extract.cues import speech_words
from loaders.extract.located import Located, is_organisation
from loaders.extract.word_lists import words


@cache
def kinds_of_body() -> frozenset[str]:
    """Words that names of organisations begin or end with: `board`, `chamber`, `corporation`."""
    return frozenset(word.lower() for word in words("head_of"))


def body_test(located: Located, start: int, noun: int, entities: Mapping[str, Entity]) -> Fits:
    """Whether somebody may be the body that the words from `start` to the noun describe.

    `the securities commission` is called a commission, and `the finance ministry` has finance in its name. Where
    nobody named is called so, an institution whose name tells no kind at all may be meant by `the association`, but
    not by `the ministry`.
    """
    kind, fields = located.word(noun), _fields(located, start, noun)

    def is_called(span: Span) -> bool:
        name = _words_of(entities[span.id_])
        return is_organisation(span) and kind in name and fields <= name

    if kind in speech_words()["strict_kind"] or any(is_called(span) for span in located.spans):
        return is_called
    return lambda span: span.label_ == Kind.INSTITUTION and kinds_of_body().isdisjoint(_words_of(entities[span.id_]))


def _fields(located: Located, start: int, noun: int) -> set[str]:
    """What the body is for, as far as the words tell: `finance`, `health`."""
    return {located.word(at) for at in range(start, noun)} & speech_words()["portfolio"]


def _words_of(entity: Entity) -> frozenset[str]:
    """The words of all its names in lower case."""
    return _lowered(entity.name) | frozenset(word for alias in entity.aliases for word in _lowered(alias))


@cache
def _lowered(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace("’", "'").split())
