"""Who stands on either side of the words that relate two names: the subject of a verb, the object behind a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from graph.model import Kind, RelationType
from loaders.extract.annotations import Link
from loaders.extract.company_lists import Clause, source_of
from loaders.extract.located import Located, is_organisation, is_person, names, names_and_references
from loaders.extract.units import trimmed
from loaders.extract.word_lists import words

_REACH = 7  # words between a verb and its subject or object
_OPEN_STOPS = frozenset({".", ";", ":", "", "that", "who", "whose", "and", "but", "or", "after", "while", "when", "if"})
_SKIPPED = frozenset({"which", "that", "who", ","})


@dataclass(frozen=True, slots=True)
class Found:
    """Two names that the words between them relate, with what the first is to the second."""

    source: Span
    target: Span
    words: str


def clauses(doc: Doc) -> Iterator[Clause]:
    """The sentences that name somebody, with all that is named or meant in the document."""
    named, located = names(doc), names_and_references(doc)
    for sentence in doc.sents:
        if named.between(sentence.start, sentence.end):
            yield Clause(sentence, named, located)


def link(kind: RelationType, clause: Clause, found: Found) -> Link:
    """The relation as the pipeline passes it on; its words are those of the sentence."""
    by = source_of(clause, (found.source, found.target))
    said = trimmed(clause.named.doc, clause.start, clause.end)
    return Link(kind, found.source.id_, found.target.id_, said, by=by.id_ if by else None, role=found.words or None)


def is_actor(span: Span | None) -> bool:
    """True for who may own, make or agree: a person, a company, an institution."""
    return is_person(span) or is_organisation(span)


def subject_of(clause: Clause, verb: int) -> Span | None:
    """Who does it: the name before the verb, with nothing but helping words and `, which` between."""
    located, at = clause.located, verb
    while at > clause.start and _helps(located, at - 1):
        at -= 1
    at = _before_brackets(located, at)
    span = located.ending(at)
    return span if is_actor(span) and at > clause.start else _past_apposition(clause, at)


def _before_brackets(located: Located, at: int) -> int:
    """In front of a ticker or abbreviation in brackets."""
    if located.word(at - 1) != ")":
        return at
    return next((i for i in range(at - 2, at - _REACH, -1) if located.word(i) == "("), at)


def _helps(located: Located, at: int) -> bool:
    word = located.word(at)
    is_helping = word in words("helping_word") or (word.endswith("ly") and word.isalpha())
    return (is_helping or word in _SKIPPED) and located.ending(at + 1) is None


def _past_apposition(clause: Clause, at: int) -> Span | None:
    """NAME in `NAME, the maker of cars, verb`: what opens the sentence, if the first comma follows it."""
    first = clause.located.starting(clause.start + (clause.located.word(clause.start) == "the"))
    is_closed = clause.located.word(at - 1) == "," or clause.located.word(at) == ","
    return (
        first if is_closed and is_actor(first) and first is not None and clause.located.word(first.end) == "," else None
    )


def object_of(clause: Clause, at: int, *, kinds: frozenset[str]) -> Span | None:
    """The first name of these kinds within a few plain words from `at` on."""
    located = clause.named  # what is merely referred to is too uncertain to relate
    for place in range(at, min(at + _REACH, clause.end)):
        span = located.starting(place)
        if span is not None and span.label_ in kinds and located.word(span.end) != "'s":
            return span
        if span is not None and span.label_ != Kind.PLACE and located.word(span.end) not in {"-", "'s"}:
            return None
        if located.word(place) in _OPEN_STOPS or located.word(place) in words("speech_verb"):
            return None
    return None


def own_subject(clause: Clause, noun: int) -> Span | None:
    """The organisation that `its` stands for in `its cloud unit`: the first that the sentence names before it."""
    told = {clause.located.word(at) for at in range(max(clause.start, noun - 4), noun)}
    return clause.company_before(noun) if "its" in told else None


def list_from(clause: Clause, first: Span) -> list[Span]:
    """The name and those listed behind it: `A, B and C`."""
    listed = clause.companies_after(first.start)
    return listed if listed and listed[0].start == first.start else [first]
