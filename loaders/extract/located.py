"""Where in a document something is named or referred to, looked up by position."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.annotations import MENTIONS, REFERENCES
from loaders.extract.gazetteer import plain

_LEAD = 1.5  # times as often as any other is what the text is about named
ORGANISATIONS = frozenset({Kind.COMPANY.value, Kind.INSTITUTION.value})


class Located:
    """The words of a document and the spans that name or refer to an entity, in order and without overlap."""

    def __init__(self, doc: Doc, spans: Iterable[Span]) -> None:
        self.doc = doc
        self.texts = [plain(token.text) for token in doc]
        self.lower = [text.lower() for text in self.texts]
        self.spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self.spans]
        self._by_start = {span.start: span for span in self.spans}
        self._by_end = {span.end: span for span in self.spans}

    def starting(self, at: int) -> Span | None:
        """The span that starts at this token."""
        return self._by_start.get(at)

    def ending(self, at: int) -> Span | None:
        """The span whose last token is the one before `at`."""
        return self._by_end.get(at)

    def between(self, start: int, end: int) -> list[Span]:
        """The spans that start from `start` on and before `end`."""
        return self.spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, at: int) -> Iterator[Span]:
        """The spans that start before `at`, the last one first."""
        return (self.spans[number] for number in range(bisect_right(self._starts, at - 1) - 1, -1, -1))

    @cached_property
    def main_organisation(self) -> str | None:
        """The company or institution that is plainly spoken of most; who is merely told something does not count."""
        spoken_of = (span for span in self.spans if is_organisation(span) and self.word(span.start - 1) != "told")
        named = Counter(span.id_ for span in spoken_of).most_common(2)
        if not named or (len(named) > 1 and named[0][1] < _LEAD * named[1][1]):
            return None
        return named[0][0]

    @cached_property
    def told_of(self) -> tuple[Span, ...]:
        """The organisation that is plainly spoken of most, once in each of its wordings."""
        mentions = (span for span in self.spans if span.id_ == self.main_organisation)
        return tuple({(span.label_, span.text): span for span in mentions}.values())

    def covering(self, at: int) -> Span | None:
        """The span that this token is a part of."""
        last = next(self.before(at + 1), None)
        return last if last is not None and last.end > at else None

    def word(self, at: int) -> str:
        """The token there in lower case, or "" outside the document."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""


def names(doc: Doc) -> Located:
    """The mentions of a document."""
    return Located(doc, doc.spans[MENTIONS])


def names_and_references(doc: Doc) -> Located:
    """The mentions of a document with the pronouns and descriptions that stand for them."""
    return Located(doc, [*doc.spans[MENTIONS], *doc.spans.get(REFERENCES, ())])


def is_person(span: Span | None) -> bool:
    """True for a mention of a person."""
    return span is not None and span.label_ == Kind.PERSON.value


def is_organisation(span: Span | None) -> bool:
    """True for a mention of a company or institution."""
    return span is not None and span.label_ in ORGANISATIONS
