"""From speech and quantities to statements: one for each speaker, stretch of words and measured subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.annotations import MENTIONS, Quantity, Speech, Statement
from loaders.extract.claim_types import horizon_in, type_of, unattributed_type
from loaders.extract.clauses import parts_by_subject
from loaders.extract.cues import verbs_by_lemma
from loaders.extract.modality import modality_of
from loaders.extract.quotations import quotations, quoted_tokens
from loaders.extract.stance import stance_of
from loaders.extract.subjects import named_in, places_of, refers_to_topic, speaks_of_self, subjects_of, topic_of
from loaders.extract.units import Line, Unit, lines_of, trimmed

NAME = "streetgraph_claims"


@Language.component(NAME, requires=["doc.sents", "doc._.speech"], assigns=["doc._.statements"])
def streetgraph_claims(doc: Doc) -> Doc:
    """Make every attributed statement a claim, and every other one that holds a figure about a named entity."""
    reading = _Reading(doc)
    statements = chain(reading.attributed(), reading.unattributed())
    doc._.statements = sorted(statements, key=lambda one: (one.span.start, one.span.end, one.speaker or "", one.about))
    return doc


class _Reading:
    """One document with its sentences as units."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._lines = list(lines_of(doc, quoted_tokens(doc, quotations(doc))))
        self._units = [unit for line in self._lines for unit in line.units]
        self._starts = [unit.start for unit in self._units]
        self._topic = topic_of((span.id_, span.label_) for span in doc.spans.get(MENTIONS, ()))
        self._quantities: list[Quantity] = sorted(doc._.quantities, key=lambda one: one.span.start)

    def attributed(self) -> Iterator[Statement]:
        """The statements that have a speaker."""
        for speech in self._doc._.speech:
            content = self._within(speech.content)
            about = self._about(content, speech)
            quantities = [one for one in self._quantities if _holds(speech.span, one.span)]
            yield from self._split(speech.span, quantities, about, speech)

    def unattributed(self) -> Iterator[Statement]:
        """The statements of the document itself that measure a named entity."""
        for line in self._lines:
            for part in self._own_words(line):
                quantities = [one for one in self._quantities if one.about and _holds(part, one.span)]
                if quantities:
                    yield from self._split(part, quantities, (), None)

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

    def _split(
        self, span: Span, quantities: list[Quantity], about: tuple[str, ...], speech: Speech | None
    ) -> Iterator[Statement]:
        parts = list(parts_by_subject(self._within(span), quantities))
        for part in parts:
            words = trimmed(self._doc, *part.tokens) if part.tokens else span
            measured = part.subject if not (about and speech and self._only_speaks(part.subject, speech)) else None
            others = about if len(parts) == 1 else ()
            if speech is None and (part.tokens or len(parts) == 1):
                others = named_in(self._within(words))
            subjects = about if measured is None else tuple(dict.fromkeys((measured, *others)))
            yield self._statement(words, subjects, part.quantities, speech)

    def _statement(
        self, span: Span, about: tuple[str, ...], quantities: tuple[Quantity, ...], speech: Speech | None
    ) -> Statement:
        said = span if speech is None or not _holds(span, speech.content) else speech.content
        units, cue = self._within(said), speech.cue if speech else ""
        speaker, org = (speech.speaker, speech.org) if speech else (None, None)
        about_self = speaker is not None and (speaker in about or org in about)
        stance = stance_of(units, _lean(cue, quantities, reports_self=about_self))
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
            modality=modality_of(units, cue),
            horizon=horizon_in((said.text,)),
            quantities=quantities,
        )

    def _within(self, span: Span) -> Sequence[Unit]:
        return self._units[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def _about(self, content: Sequence[Unit], speech: Speech) -> tuple[str, ...]:
        """The names in the words; else the speaker's own company, a place, or the topic taken as known."""
        named = subjects_of(content, speech.speaker, self._company(speech.org))
        company = self._company(speech.speaker)
        if company is not None and speaks_of_self(content, company):
            named = (company, *named)
        places = places_of(content, self._doc._.entities)
        return named or self._self_report(speech) or places or self._topic_behind(content, speech)

    def _only_speaks(self, subject: str | None, speech: Speech) -> bool:
        """True for a bank that gives a figure: it is measured only where nothing else is named."""
        return subject == speech.speaker and self._company(subject) is None

    def _topic_behind(self, content: Sequence[Unit], speech: Speech) -> tuple[str, ...]:
        topic = self._topic if self._topic not in (speech.speaker, speech.org) else None
        return (topic,) if topic is not None and refers_to_topic(content) else ()

    def _self_report(self, speech: Speech) -> tuple[str, ...]:
        """A company speaks of itself, and its people of it, where nobody else is named."""
        company = self._company(speech.speaker) or self._company(speech.org)
        return (company,) if company else ()

    def _company(self, entity_id: str | None) -> str | None:
        """This entity, where it is a company."""
        entity = self._doc._.entities.get(entity_id)
        return entity.id if entity is not None and entity.kind == Kind.COMPANY else None


def _lean(cue: str, quantities: Sequence[Quantity], *, reports_self: bool) -> int:
    """What the verb and the signs of the figures say of the stance; people speak well of their own house."""
    verb = verbs_by_lemma()[cue].lean if cue in verbs_by_lemma() else 0
    falls = sum(quantity.high < 0 for quantity in quantities)
    return verb - 2 * min(falls, 1) + reports_self


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start < outer.end
