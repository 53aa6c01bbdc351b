"""Names without what is no part of them: line breaks, stray marks, the hyphen of a longer word, a legal form alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.no_names import is_no_name, is_told_otherwise
from loaders.extract.word_lists import words

_STRAY = frozenset({".", ",", ";", ":", "/", "|", "–", "—", "'", "’", "‘", "*", "•", "…"})
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_INITIAL_AT_END = re.compile(r"(?<=\s\w[A-Z])\.$|(?<=\s[A-Z])\.$|(?<=\d[A-Z])\.$")  # of a sentence: `Model S.`


def trimmed(spans: Iterable[Span]) -> Iterator[Span]:
    """The proposals, each without stray marks at its ends; those of which no name is left are left out.

    What the reviewed lists hold stays as it is, where the words around it allow for the name.
    """
    for span in spans:
        kept = span if span.id_ else _kept(span)
        if kept is not None and not is_told_otherwise(kept):
            yield kept


def bare_form(text: str, kind: Kind) -> str:
    """A form of a name as an entity goes by it, without a bracket that is closed only: `Ann) Brook` → `Ann Brook`.

    A product goes without the full stop of the sentence that it ends.
    """
    if kind is Kind.PRODUCT:
        return _INITIAL_AT_END.sub("", text)
    return text.replace(")", "") if kind is Kind.PERSON and "(" not in text else text


def _kept(span: Span) -> Span | None:
    start, end = _within_brackets(span)
    start = next((at + 1 for at in range(start, end - 1) if _is_seat(span.doc, at)), start)
    while start < end and span.doc[start].text in _STRAY:
        start += 1
    while start < end and span.doc[end - 1].text in _STRAY:
        end -= 1
    if span.label_ == Kind.PRODUCT and end - start > 1 and span.doc[end - 1].text in words("sort_of_goods"):
        end -= 1
    kept = _same(span, start, end)
    return None if is_no_name(kept) else kept


def _is_seat(doc: Doc, at: int) -> bool:
    """True for the last word of `Aurora-based`."""
    return doc[at].lower_.endswith("-based") or (doc[at].lower_ == "based" and at > 0 and doc[at - 1].text == "-")


def _same(span: Span, start: int, end: int) -> Span:
    if (start, end) == (span.start, span.end):
        return span
    return Span(span.doc, start, end, label=span.label, kb_id=span.kb_id)


def _within_brackets(span: Span) -> tuple[int, int]:
    """The tokens without a bracket at an end that is closed or opened elsewhere."""
    texts = [token.text for token in span]
    start, end = span.start, span.end
    if texts[-1] in _OPENING or (texts[-1] in _CLOSING and not _OPENING.intersection(texts)):
        end -= 1
    if texts[0] in _CLOSING or (texts[0] in _OPENING and not _CLOSING.intersection(texts)):
        start += 1
    return start, end
