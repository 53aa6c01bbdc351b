"""From speech and quantities to statements: one for each speaker, stretch of words and measured subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.annotations import Quantity, Speech, Statement
from loaders.extract.appearances import Appearances
from loaders.extract.cases import Case
from loaders.extract.claim_types import horizon_in, type_of, unattributed_type
from loaders.extract.clauses import parts_by_subject
from loaders.extract.cues import verbs_by_lemma
from loaders.extract.modality import modality_of
from loaders.extract.plain_stance import plain_stance
from loaders.extract.quotations import quotations, quoted_tokens
from loaders.extract.stance import stance_of
from loaders.extract.subjects import named_in, subjects_of
from loaders.extract.units import Line, Unit, lines_of, trimmed

NAME = "streetgraph_claims"
RELATIVE = frozenset({"who", "which"})


@Language.component(NAME, requires=["doc.sents", "doc._.speech"], assigns=["doc._.statements"])
def streetgraph_claims(doc: Doc) -> Doc:
    """Make every attributed statement a claim, and every other one that holds a figure about a named entity."""
    reading = Reading(doc)
    statements = chain(reading.attributed(), reading.unattributed())
    doc._.statements = sorted(statements, key=lambda one: (one.span.start, one.span.end, one.speaker or "", one.about))
    return doc


class Reading:
    """One document with its sentences as units."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._lines = list(lines_of(doc, quoted_tokens(doc, quotations(doc))))
        self._units = [unit for line in self._lines for unit in line.units]
        self._starts = [unit.start for unit in self._units]
        self._appearances = Appearances(doc, self._lines)
        self._quantities: list[Quantity] = sorted(doc._.quantities, key=lambda one: one.span.start)

    def attributed(self) -> Iterator[Statement]:
        """The statements that have a speaker."""
        cases = list(self.cases())
        for case, about in zip(cases, subjects_of(cases), strict=True):
            yield self._statement(case.span, about, case.part.quantities, case.speech)

    def cases(self) -> Iterator[Case]:
        """Each part of each speech, with all that is known before what it is about."""
        before: dict[str, frozenset[str]] = {}
        latest: frozenset[str] = frozenset()
        for speech in self._doc._.speech:
            asides = self._asides(speech)
            held = [one for one in self._quantities if _holds(speech.span, one.span)]
            quantities = [one for one in held if one not in asides]
            parts = list(parts_by_subject(self._within(speech.span), quantities))
            for part in parts:
                span = trimmed(self._doc, *part.tokens) if part.tokens else speech.span
                others = frozenset(other.subject for other in parts if other.subject not in (None, part.subject))
                told = before.get(speech.speaker, frozenset())
                yield Case(self._appearances, speech, part, others, span, _said(span, speech), told, latest)
            before[speech.speaker] = latest = self._appearances.named_in(speech)

    def unattributed(self) -> Iterator[Statement]:
        """The statements of the document itself that measure a named entity."""
        for line in self._lines:
            for part in self._own_words(line):
                quantities = [one for one in self._quantities if one.about and _holds(part, one.span)]
                yield from self._measuring(part, quantities)
        for speech in self._doc._.speech:
            for words in _beside(self._doc, speech):
                yield from self._measuring(words, [one for one in self._asides(speech) if _holds(words, one.span)])

    def _asides(self, speech: Speech) -> list[Quantity]:
        """What is measured of the speaker beside the speech: "said NAME, who helps manage $2 billion"."""
        house = (speech.speaker, speech.org)
        beside = [(words, one) for words in _beside(self._doc, speech) for one in self._quantities if one.about]
        return [
            one for words, one in beside if one.about in house and _holds(words, one.span) and _is_aside(words, one)
        ]

    def _measuring(self, span: Span, quantities: list[Quantity]) -> Iterator[Statement]:
        """One statement for each subject that the quantities of these words have."""
        parts = list(parts_by_subject(self._within(span), quantities)) if quantities else []
        for part in parts:
            words = trimmed(self._doc, *part.tokens) if part.tokens else span
            others = named_in(self._within(words)) if part.tokens or len(parts) == 1 else ()
            about = tuple(dict.fromkeys((part.subject, *others))) if part.subject else ()
            yield self._statement(words, about, part.quantities, None)

    def _own_words(self, line: Line) -> Iterator[Span]:
        """The stretches of a sentence that are nobody's speech."""
        at = line.start
        for speech in self._doc._.speech:
            if speech.span.end > at and speech.span.start < line.end:
                if speech.span.start > at:
                    yield trimmed(self._doc, at, speech.span.start)
                at = speech.span.end
        if at < line.end:
            yield trimmed(self._doc, at, line.end)

    def _statement(
        self, span: Span, about: tuple[str, ...], quantities: tuple[Quantity, ...], speech: Speech | None
    ) -> Statement:
        said = span if speech is None else _said(span, speech)
        units, cue = self._within(said), speech.cue if speech else ""
        speaker, org = (speech.speaker, speech.org) if speech else (None, None)
        about_self = speaker is not None and (speaker in about or org in about or self._has_only_itself(about, speech))
        plain = plain_stance(units, cue)
        stance = plain or stance_of(units, _lean(cue, quantities, reports_self=about_self))
        has_figure = bool(quantities)
        return Statement(
            span=span,
            type=type_of(units, cue, stance, has_figure=has_figure, about_self=about_self)
            if speech
            else unattributed_type(units),
            speaker=speaker,
            org=org,
            about=about,
            stance=stance,
            has_plain_stance=plain is not None,
            modality=modality_of(units, cue),
            horizon=horizon_in((said.text,)),
            quantities=quantities,
        )

    def _has_only_itself(self, about: tuple[str, ...], speech: Speech | None) -> bool:
        """True for a company, or one of its people, that speaks of nobody by name: mostly of itself."""
        house = (speech.speaker, speech.org) if speech is not None and not about else ()
        return any(self._appearances.kind(entity) == Kind.COMPANY for entity in house)

    def _within(self, span: Span) -> Sequence[Unit]:
        return self._units[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def _said(span: Span, speech: Speech) -> Span:
    """What is said in these words: all of them, where the content of the speech lies elsewhere."""
    return speech.content if _holds(span, speech.content) else span


def _beside(doc: Doc, speech: Speech) -> Iterator[Span]:
    """The words before and behind what is said, which attribute it."""
    if _holds(speech.span, speech.content):
        ends = ((speech.span.start, speech.content.start), (speech.content.end, speech.span.end))
        yield from (trimmed(doc, start, end) for start, end in ends if start < end)


def _is_aside(words: Span, quantity: Quantity) -> bool:
    """True where a relative clause leads to the quantity; not for "sales fell, NAME said, and profit rose 3%"."""
    return any(token.lower_ in RELATIVE for token in words.doc[words.start : quantity.span.start])


def _lean(cue: str, quantities: Sequence[Quantity], *, reports_self: bool) -> int:
    """What the verb and the signs of the figures say of the stance; people speak well of their own house."""
    verb = verbs_by_lemma()[cue].lean if cue in verbs_by_lemma() else 0
    falls = sum(quantity.high < 0 for quantity in quantities)
    return verb - 2 * min(falls, 1) + reports_self


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start < outer.end
