"""Reported speech: who says which words, within a sentence, over a quotation, and on to the next sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from graph.model import RelationType
from loaders.extract.annotations import Link, Speech
from loaders.extract.attribution import Attribution, attributions
from loaders.extract.continuation import goes_on
from loaders.extract.office_holders import Holders
from loaders.extract.quotations import Quotation, paragraphs, quotations, quoted_tokens
from loaders.extract.stretches import stretches
from loaders.extract.turns import CUE as TURN
from loaders.extract.turns import Turn, turns
from loaders.extract.units import Line, lines_of, trimmed

NAME = "streetgraph_speech"
FEWEST = 2  # words of a statement
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
        self._holders = Holders(doc._.relations)
        self._before: str | None = None  # who spoke last in the paragraph before

    def speech(self) -> Iterator[Speech]:
        """All speech of the document in order."""
        members = list(self._members())
        for turn, lines in zip(turns([[self._lines[at] for at in one] for one in members]), members, strict=True):
            yield from self._of_paragraph(lines) if turn is None else self._of_turn(turn, lines)

    def _members(self) -> Iterator[list[int]]:
        """The numbers of the lines of each paragraph that has any."""
        at = 0
        for _, end in paragraphs(self._doc):
            first = at
            while at < len(self._lines) and self._lines[at].start < end:
                at += 1
            if at > first:
                yield list(range(first, at))

    def _of_turn(self, turn: Turn, members: list[int]) -> Iterator[Speech]:
        """What somebody says in an interview, whom they quote too; questions claim nothing."""
        for index in members:
            line, label = self._lines[index], turn.label if index == members[0] else 0
            if any(one.subject.unit.entity != turn.speaker for one in self._own[index]):
                yield from self._attributed(index)
            elif turn.speaker is not None and line.units[-1].lower != "?":
                yield Speech(line.span(0, len(line.units)), line.span(label, len(line.units)), turn.speaker, TURN)
        self._before = turn.speaker

    def _of_paragraph(self, members: list[int]) -> Iterator[Speech]:
        last: str | None = None
        latest: Attribution | None = None
        for place, index in enumerate(members):
            line, following = self._lines[index], members[place + 1 :]
            if self._own[index]:
                yield from self._attributed(index)
                latest = self._own[index][-1]
                last = self._holders.speaker(line.units, latest.subject)
            elif line.quoted_share >= MOSTLY:
                last = last or self._named_next(following) or self._before
                if last is not None:
                    yield _whole(line, last, "quote")
            elif last is not None and latest is not None and self._carries_on(latest, line, following):
                yield _whole(line, last, "carried on")
            else:
                last = latest = None
        self._before = last

    def _attributed(self, index: int) -> Iterator[Speech]:
        """The statements of one sentence that holds reporting words; what says next to nothing is left out."""
        line = self._lines[index]
        for attribution, start, end in stretches(line, self._own[index]):
            first, last = start, end
            if attribution.leads:
                first = min(attribution.last, end - 1)
            elif attribution.first > start:
                last = attribution.first
            words = _words(line, first, last)
            if words < FEWEST and not attribution.leads:  # `Canada, he said, is at rock bottom`
                words, last = words + _words(line, attribution.last, end), end
            if words >= FEWEST or attribution.cue == "list":
                speaker = self._holders.speaker(line.units, attribution.subject)
                yield Speech(line.span(start, end), line.span(first, last), speaker, attribution.cue)

    def _named_next(self, following: list[int]) -> str | None:
        """Who the next attributed sentence of the paragraph names, where only quotations stand between."""
        for index in following:
            if self._own[index]:
                return self._own[index][0].subject.unit.entity
            if self._lines[index].quoted_share < MOSTLY:
                return None
        return None

    def _carries_on(self, latest: Attribution, line: Line, following: list[int]) -> bool:
        """True where the sentence goes on with the report, or stands within one institution's report."""
        if goes_on(latest, line):
            return True
        after = self._own[following[0]] if following else []
        same = bool(after) and after[0].subject.unit.entity == latest.subject.unit.entity
        return same and latest.subject.unit.kind == "Institution" and not any(unit.speaks for unit in line.units)


def _words(line: Line, first: int, last: int) -> int:
    return sum(unit.text[:1].isalnum() for unit in line.units[first:last])


def _whole(line: Line, speaker: str, cue: str) -> Speech:
    span = trimmed(line.doc, line.start, line.end)
    return Speech(span, span, speaker, cue)
