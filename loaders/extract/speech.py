"""Reported speech: who says which words, within a sentence, over a quotation, and on to the next sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from graph.model import RelationType
from loaders.extract.annotations import Link, Speech
from loaders.extract.attribution import Attribution, attributions, stretches
from loaders.extract.continuation import goes_on
from loaders.extract.quotations import Quotation, paragraphs, quotations, quoted_tokens
from loaders.extract.units import Line, lines_of, trimmed

NAME = "streetgraph_speech"
MOSTLY = 0.6  # a sentence with this share of its words in quotation marks is a quotation


@Language.component(NAME, requires=["doc.sents"], assigns=["doc._.speech"])
def streetgraph_speech(doc: Doc) -> Doc:
    """Find all reported speech."""
    found = quotations(doc)
    lines = list(lines_of(doc, quoted_tokens(doc, found)))
    works_at = organisations_of(doc._.relations)
    spoken = _Paragraphs(doc, lines, found)
    doc._.speech = [_with_org(speech, works_at) for speech in spoken.speech()]
    return doc


def organisations_of(relations: Iterable[Link]) -> dict[str, str]:
    """For each person the organisation whose role the text gives first."""
    works_at: dict[str, str] = {}
    for link in relations:
        if link.type == RelationType.HAS_ROLE_AT:
            works_at.setdefault(link.source, link.target)
    return works_at


def _with_org(speech: Speech, works_at: dict[str, str]) -> Speech:
    return Speech(speech.span, speech.content, speech.speaker, speech.cue, works_at.get(speech.speaker))


class _Paragraphs:
    """The sentences of a document, read paragraph by paragraph."""

    def __init__(self, doc: Doc, lines: list[Line], found: list[Quotation]) -> None:
        self._doc, self._lines, self._quotations = doc, lines, found
        self._own = [attributions(line) for line in lines]
        self._before: str | None = None  # who spoke last in the paragraph before

    def speech(self) -> Iterator[Speech]:
        """All speech of the document in order."""
        at = 0
        for _, end in paragraphs(self._doc):
            members = []
            while at < len(self._lines) and self._lines[at].start < end:
                members.append(at)
                at += 1
            yield from self._of_paragraph(members)

    def _of_paragraph(self, members: list[int]) -> Iterator[Speech]:
        last: str | None = None
        latest: Attribution | None = None
        for place, index in enumerate(members):
            line = self._lines[index]
            if self._own[index]:
                for attribution, start, end in stretches(line, self._own[index]):
                    yield self._speech(line, attribution, start, end)
                    last, latest = attribution.subject.unit.entity, attribution
            elif line.quoted_share >= MOSTLY:
                speaker = last or self._named_next(members[place + 1 :]) or self._before
                if speaker is not None:
                    last = speaker
                    yield _whole(line, speaker, "quote")
            elif last is not None and latest is not None and goes_on(latest, line):
                yield _whole(line, last, "carried on")
            else:
                last = latest = None
        self._before = last

    def _named_next(self, following: list[int]) -> str | None:
        """Who the next attributed sentence of the paragraph names, where only quotations stand between."""
        for index in following:
            if self._own[index]:
                return self._own[index][0].subject.unit.entity
            if self._lines[index].quoted_share < MOSTLY:
                return None
        return None

    def _speech(self, line: Line, attribution: Attribution, start: int, end: int) -> Speech:
        content_start, content_end = start, end
        if attribution.leads:
            content_start = min(attribution.last, end - 1)
        elif attribution.first > start:
            content_end = attribution.first
        span, content = line.span(start, end), line.span(content_start, content_end)
        return Speech(span, content, attribution.subject.unit.entity or "", attribution.cue)


def _whole(line: Line, speaker: str, cue: str) -> Speech:
    span = trimmed(line.doc, line.start, line.end)
    return Speech(span, span, speaker, cue)
