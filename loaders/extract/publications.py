"""Whose report "the report" is: who was said to have made one, the last before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Span

from loaders.extract.cues import speech_words
from loaders.extract.last_speakers import saying
from loaders.extract.located import Located, is_organisation, is_person
from loaders.extract.name_phrases import POSSESSIVES
from loaders.extract.word_lists import words

_DETERMINERS = frozenset({"the", "this"})
_QUALIFIED = 2  # words between the determiner or the owner and the noun: `its latest annual report`
_MADE_BY = 7  # words between the noun and its author: `a report released on Thursday by ORG`
_BREAKS = POSSESSIVES | {"of", "in", "on", "for", "from", "with", "and", "or"}
_BY = frozenset({"by", "from"})
_OF_MEETING = _BY | {"of"}  # `minutes of the ORG`
_CLOSERS = frozenset({",", '"', "”"})
_REPORTED = frozenset({"recommends", "recommended", "showed", "shows", "found", "finds", "read", "reads", "notes"})


class Authors(NamedTuple):
    """Who was first said to have made a study, say, and from which token on somebody else was too."""

    first: Span
    until: int


def authors_by_noun(located: Located) -> dict[str, Authors]:
    """The authors of each kind of document that a text tells of."""
    found: dict[str, Authors] = {}
    for span in located.spans:
        near = located.lower[max(span.start - 2 - _MADE_BY, 0) : span.end + _MADE_BY]
        for noun in speech_words()["document_noun"].intersection(near):
            if _publishes(located, span, noun):
                known = found.setdefault(noun, Authors(span, len(located.doc)))
                if span.id_ != known.first.id_:
                    found[noun] = Authors(known.first, min(known.until, span.start))
    return found


def publications(located: Located, window: Sequence[Span], authors: Mapping[str, Authors]) -> Iterator[Span]:
    """`the report` of the last sentence where it says something, as who was named last in the window as its author.

    Where nobody was, it is that of the only author of one that the text has named so far.
    """
    sentence = window[-1]
    for noun in range(sentence.start + 1, sentence.end):
        start = _start_of(located, noun)
        if start is None or start < sentence.start or not _is_source(located, start, noun):
            continue
        word = located.word(noun)
        named = located.between(window[0].start, start)
        author = _author(located, named, word) or _only_author(authors.get(word), start)
        if author is not None:
            yield Span(located.doc, start, noun + 1, label=author.label_, span_id=author.id_)


def _author(located: Located, named: Sequence[Span], noun: str) -> Span | None:
    return next((span for span in reversed(named) if _publishes(located, span, noun)), None)


def _only_author(known: Authors | None, start: int) -> Span | None:
    return known.first if known is not None and known.first.start < start <= known.until else None


def _start_of(located: Located, noun: int) -> int | None:
    """Where `the latest report` begins, if that is what ends here; `the ministry's report` is that of its owner."""
    if not _is_document(located, noun):
        return None
    for start in range(noun - 1, noun - 2 - _QUALIFIED, -1):
        if located.word(start) in _DETERMINERS:
            return start
        if located.word(start) in _BREAKS or not located.doc[max(start, 0)].text.islower():
            return None
    return None


def _is_source(located: Located, start: int, noun: int) -> bool:
    """True for `the report said` and `according to the report`, but not where somebody tells what it says."""
    if located.word(start - 1) in words("speech_verb") | {"that"}:
        return located.word(start - 1) == "said" and located.word(start - 2) in _CLOSERS  # `…,” said the report`
    after = located.word(noun + 1 + (located.word(noun + 1) == "also"))
    is_told = (located.word(start - 2), located.word(start - 1)) == ("according", "to")
    return is_told or after in saying() | _REPORTED


def _is_document(located: Located, at: int) -> bool:
    return located.word(at) in speech_words()["document_noun"]


def _publishes(located: Located, span: Span, noun: str) -> bool:
    if not (is_organisation(span) or is_person(span)):
        return False
    has_made = _owns(located, span, noun) or _has_made(located, span, noun)
    return has_made or _speaks_in(located, span, noun) or _spoke_in(located, span, noun)


def _owns(located: Located, span: Span, noun: str) -> bool:
    """True for `ORG's latest report` and `an ORG survey`."""
    start = span.end + (located.word(span.end) in POSSESSIVES)
    end = next((at for at in range(start, start + _QUALIFIED + 1) if located.word(at) == noun), None)
    return end is not None and all(located.texts[at].islower() for at in range(start, end))


def _has_made(located: Located, span: Span, noun: str) -> bool:
    """True for `a report released on Thursday by ORG`."""
    by = span.start - 1 - (located.word(span.start - 1) == "the")
    return (
        located.word(by) in (_OF_MEETING if noun == "minutes" else _BY)
        and noun in located.lower[max(by - _MADE_BY, 0) : by]
    )


def _speaks_in(located: Located, span: Span, noun: str) -> bool:
    """True for `ORG said in a statement`."""
    told = located.lower[span.end : min(span.end + _MADE_BY, span.sent.end)]
    return any(verb in words("speech_verb") and "in" in told[at:] and noun in told[at:] for at, verb in enumerate(told))


def _spoke_in(located: Located, span: Span, noun: str) -> bool:
    """True for `In a letter to staff, ORG said`."""
    opening = span.sent.start
    told = located.lower[opening : min(opening + _MADE_BY, span.start)]
    opens = (
        told[:1] == ["in"]
        and noun in told
        and located.word(span.start - 1 - (located.word(span.start - 1) == "the")) == ","
    )
    return opens and located.word(span.end) in words("speech_verb")
