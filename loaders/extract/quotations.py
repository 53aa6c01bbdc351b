"""Words in quotation marks, paragraph by paragraph; a quotation left open goes on to the end of its paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

STRAIGHT = frozenset({'"', "''", "``"})
DOUBLE = STRAIGHT | {"”"}  # marks that close a double quotation, whichever way it was opened
CURLY = {"“": "”", "«": "»", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens from the opening mark to after the closing one; `closed` is False where the paragraph ended first."""

    start: int
    end: int
    closed: bool = True


def paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """The tokens of each paragraph, without the line breaks between them."""
    start = 0
    for token in doc:
        if "\n" in token.text:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def quotations(doc: Doc) -> list[Quotation]:
    """All quotations of the document in order."""
    return [found for start, end in paragraphs(doc) for found in _quotations_within(doc, start, end)]


def quoted_tokens(doc: Doc, found: list[Quotation]) -> bytearray:
    """One byte for each token: 1 where it stands in quotation marks."""
    inside = bytearray(len(doc))
    for quotation in found:
        inside[quotation.start : quotation.end] = b"\x01" * (quotation.end - quotation.start)
    return inside


def _quotations_within(doc: Doc, start: int, end: int) -> Iterator[Quotation]:
    opened: int | None = None
    closer = ""
    for at in range(start, end):
        text = doc[at].text
        if opened is None:
            closer = _closer_for(doc, at, start)
            opened = at if closer else None
        elif text == closer or (closer in DOUBLE and text in DOUBLE):
            if closer == "’" and _is_apostrophe(doc, at, end):
                continue
            yield Quotation(opened, at + 1)
            opened = None
        elif text in CURLY and CURLY[text] == closer and closer != "’":
            yield Quotation(opened, at, closed=False)
            opened = at
    if opened is not None and closer != "’":
        yield Quotation(opened, end, closed=False)


def _closer_for(doc: Doc, at: int, paragraph: int) -> str:
    """The mark that ends a quotation begun here; empty where none begins."""
    text = doc[at].text
    if text in CURLY:
        return CURLY[text]
    starts_word = at == paragraph or bool(doc[at - 1].whitespace_) or not doc[at].whitespace_
    return '"' if text in STRAIGHT and starts_word else ""


def _is_apostrophe(doc: Doc, at: int, end: int) -> bool:
    return at + 1 < end and not doc[at].whitespace_ and doc[at + 1].text[:1].isalnum()
