"""The paragraphs of a text, and the one that certain words stand in, with whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.explore.documents import document
from graph.store import Row, Store

MOST_AROUND = 1500  # code points on either side: some documents are one long paragraph
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_LINE_END = re.compile(r"\n")


def paragraph(store: Store, document_id: str, start: int, end: int) -> Row:
    """The paragraph, or paragraphs, around a stretch of a document: `start`, `end`, `text` and the `mentions` in it.

    Of a very long one `is_cut_before` and `is_cut_after` tell on which side some of it is left out.
    """
    with store.view() as view:
        text = document(view, document_id)["text"]
        first, last = _around(text, start, end)
        begins, ends = _cut_before(text, first, start), _cut_after(text, end, last)
        mentions = view.read("documents.mentions_between", document_id=document_id, first=begins, last=ends)
    return {
        "start": begins,
        "end": ends,
        "text": text[begins:ends],
        "is_cut_before": begins > first,
        "is_cut_after": ends < last,
        "mentions": mentions,
    }


def paragraphs_in(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph starts and ends, in order; between them there is nothing but white space.

    Paragraphs are apart by blank lines; in a text without any, each line is one.
    """
    between = _BLANK_LINES if _BLANK_LINES.search(text.strip()) else _LINE_END
    at = 0
    for found in between.finditer(text):
        yield from _trimmed(text, at, found.start())
        at = found.end()
    yield from _trimmed(text, at, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without white space around it, if there is anything else."""
    piece = text[start:end]
    if words := piece.strip():
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(words)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    touched = [one for one in paragraphs_in(text) if one[0] < end and one[1] > start]
    return min([start, *(one[0] for one in touched)]), max([end, *(one[1] for one in touched)])


def _cut_before(text: str, first: int, start: int) -> int:
    """Where to begin, with a whole word, so that not too much stands before `start`."""
    if start - first <= MOST_AROUND:
        return first
    space = text.find(" ", start - MOST_AROUND, start)
    return space + 1 if space >= 0 else start - MOST_AROUND


def _cut_after(text: str, end: int, last: int) -> int:
    """Where to stop, behind a whole word, so that not too much stands after `end`."""
    if last - end <= MOST_AROUND:
        return last
    space = text.rfind(" ", end, end + MOST_AROUND)
    return space if space >= 0 else end + MOST_AROUND
