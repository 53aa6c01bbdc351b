"""Whether every quote in the store still stands in its document, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.contents import DocumentContents, documents_of
from graph.model import digest
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Fault:
    """Words that are said to stand in a document at a place where others stand."""

    document_id: str
    kind: str  # "document", "passage", "mention", "claim", "figure", "evidence" or "words"
    id: str
    start: int
    end: int
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How much was checked, and what was wrong."""

    documents: int
    spans: int
    faults: tuple[Fault, ...]


def verify(store: Store) -> Verification:
    """Check every passage, mention, claim, figure and piece of evidence against its text, and the index of words."""
    documents, spans, faults = 0, 0, list[Fault]()
    for contents in documents_of(store):
        documents += 1
        for span in _spans(contents):
            spans += 1
            faults += _faults(contents, span)
        faults += _changed_text(contents)
    faults += _lost_words(store)
    return Verification(documents, spans, tuple(faults))


def _lost_words(store: Store) -> Iterator[Fault]:
    """Where fewer or more texts can be found by their words than there are; an index left behind is made anew first."""
    for row in store.read("search.indexed"):
        if row["found"] != row["held"]:
            yield Fault("", "words", row["part"], 0, 0, f"{row['held']} texts", f"{row['found']} texts")


@dataclass(frozen=True, slots=True)
class _Span:
    kind: str
    id: str
    start: int
    end: int
    text: str


_NOWHERE = {"start": 0, "text": ""}  # for words that are said to stand in a sentence of another document


def _spans(contents: DocumentContents) -> Iterator[_Span]:
    for row in contents.passages:
        yield _Span("passage", row["id"], row["start"], row["end"], row["text"])
    for row in contents.mentions:
        yield _Span("mention", row["entity_id"], row["start"], row["end"], row["text"])
    for row in contents.claims:
        yield _Span("claim", row["id"], row["start"], row["end"], row["text"])
    for row in contents.figures:
        yield _Span("figure", row["id"], row["start"], row["end"], row["text"])
    yield from _evidence(contents)


def _evidence(contents: DocumentContents) -> Iterator[_Span]:
    """The parts of claims in sentences: what stands there by the sentence's own text."""
    passages = {row["id"]: row for row in contents.passages}
    for row in contents.evidence:
        passage = passages.get(row["passage_id"], _NOWHERE)
        first = row["start"] - passage["start"]
        text = passage["text"][max(first, 0) : max(first + row["end"] - row["start"], 0)]
        yield _Span("evidence", row["claim_id"], row["start"], row["end"], text)


def _faults(contents: DocumentContents, span: _Span) -> Iterator[Fault]:
    text = contents.document["text"]
    found = text[span.start : span.end]
    if found != span.text or not 0 <= span.start < span.end <= len(text):
        yield Fault(contents.document["id"], span.kind, span.id, span.start, span.end, span.text, found)


def _changed_text(contents: DocumentContents) -> Iterator[Fault]:
    document_id, text = contents.document["id"], contents.document["text"]
    if (found := digest(text)) != document_id:
        yield Fault(document_id, "document", document_id, 0, len(text), document_id, found)
