"""Lines in title case, where a capital letter says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

_MIN_WORDS = 4
_MIN_SHARE = 0.6
_MIN_LENGTH = 4  # shorter words stay in lower case in titles


def title_case_tokens(doc: Doc) -> set[int]:
    """The positions of all words of lines in title case or in capitals."""
    return {at for start, end in _lines(doc) if _is_title_case(doc, start, end) for at in range(start, end)}


def _lines(doc: Doc) -> Iterator[tuple[int, int]]:
    start = 0
    for token in doc:
        if "\n" in token.text:
            yield start, token.i
            start = token.i + 1
    yield start, len(doc)


def _is_title_case(doc: Doc, start: int, end: int) -> bool:
    if start == end or doc[end - 1].text == ".":
        return False
    long = [token.text for token in doc[start:end] if token.is_alpha and len(token) >= _MIN_LENGTH]
    if len(long) < _MIN_WORDS or end - start > 40:
        return False
    return sum(text[0].isupper() for text in long) >= _MIN_SHARE * len(long)
