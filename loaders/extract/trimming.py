"""Names without what is no part of them: line breaks, stray marks, the hyphen of a longer word, a legal form alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.word_lists import words

_STRAY = frozenset({".", ",", ";", ":", "/", "|", "–", "—", "'", "’", "‘", "*", "•", "…"})
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_INITIAL_AT_END = re.compile(r"(?<=\s\w[A-Z])\.$|(?<=\s[A-Z])\.$|(?<=\d[A-Z])\.$")  # of a sentence: `Model S.`
_AMOUNT = re.compile(r"[A-Z][A-Za-z]{0,2}\d[\d,.]*")  # with the mark of a currency before it: `Dh1,500`, `Rs500`
_RUN_TOGETHER = re.compile(r"\w[)?!;:]\w")


def trimmed(spans: Iterable[Span]) -> Iterator[Span]:
    """The proposals, each without stray marks at its ends; those of which no name is left are left out.

    What the reviewed lists hold stays as it is.
    """
    for span in spans:
        if span.id_:
            yield span
        elif (kept := _kept(span)) is not None:
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
    kept = span.doc[start:end]
    return _same(span, start, end) if _is_name(kept) else None


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


def _is_name(span: Span) -> bool:
    """False for what crosses a line, is the beginning or end of a hyphenated word, or has no word but a legal form."""
    texts = [token.text for token in span]
    if any("\n" in text for text in texts) or not any(char.isalnum() for text in texts for char in text):
        return False
    if texts[0].startswith("-") or texts[-1].endswith("-") or _is_party_mark(texts):
        return False
    if _is_amount(texts) or _is_run_together(texts) or _is_short_of_a_name(texts):
        return False
    return not (_is_term(span) or _is_all_business(texts) or _is_desk(span))


def _is_all_business(texts: list[str]) -> bool:
    """True for the companies of a country taken together: `Corporate America`."""
    return len(texts) > 1 and texts[0] == "Corporate" and texts[1] not in words("org_noun_or_head")


def _is_desk(span: Span) -> bool:
    """True for what somebody heads within a house: `head of Global Markets`."""
    before = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    return before == ["head", "of"] and all(token.lower_ in words("common") for token in span)


def _is_amount(texts: list[str]) -> bool:
    first = texts[0]
    return _AMOUNT.fullmatch(first) is not None and first.rstrip("0123456789,.") in words("currency_mark")


def _is_term(span: Span) -> bool:
    """True for whoever heads a government, one word before it: `the Velmoro administration`."""
    may_be_surname = len(span) == 1 and span.label_ != Kind.INSTITUTION
    return may_be_surname and span.doc[span.end : span.end + 1].text in words("term_of_office")


def _is_run_together(texts: list[str]) -> bool:
    """True for what lost its spaces, `end?Velmoro`, and for one name twice, as headings have a place: `Dubai Dubai`."""
    half = len(texts) // 2
    return any(map(_RUN_TOGETHER.search, texts)) or (half > 0 and texts[:half] * 2 == texts)


def _is_short_of_a_name(texts: list[str]) -> bool:
    """True for what stands beside names, by itself: a legal form, `Jr.`, an abbreviation that names nobody, `Fund`."""
    told = [text for text in texts if text[0].isalnum()]
    beside = words("legal_suffix") | words("name_suffix") | words("acronym_stop")
    return all(text in beside for text in told) or (
        len(told) == 1 and told[0] in words("head_of") - {"Parliament"} | {"Associates"}
    )


def _is_party_mark(texts: list[str]) -> bool:
    """True for the party and home of an American politician: `D-San Francisco`."""
    return len(texts) > 2 and texts[0] in {"D", "R", "I"} and texts[1] == "-"
