"""Lines in which a capital letter says nothing, and lines in which names do not belong to the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from loaders.extract.organisation_forms import names_place
from loaders.extract.word_lists import words

_MIN_WORDS = 4
_MIN_SHARE = 0.6
_MIN_LENGTH = 4  # shorter words stay in lower case in titles
_LONGEST_TITLE = 40
_CREDIT = re.compile(
    r"\W*(?:(?:additional |with )?(?:reporting|writing|editing|files) (?:by|from)"
    r"|(?:written|produced|filmed) by (?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3} ?)(?:\.|$)"
    r"|(?:read )?more from [^.]{1,60}$"
    r"|compiled by|(?:the )?(?:views|opinions) expressed (?:here|in this)"
    r"|photo(?:graph)?s? ?(?:by|:|credit)|©|copyright|provided by|source: "
    r"|by (?-i:[A-Z][\w.'-]+(?:,? (?:and )?[A-Z][\w.'-]+){1,7},? ?)$).*|.*all rights reserved.*|.*SyndiGate.*",
    re.IGNORECASE,
)
_AGENCY = "(?:AFP|AP|EPA|REUTERS|Reuters|Bloomberg|Xinhua|NurPhoto|Shutterstock|Getty Images|The Canadian Press)"
_NAME = r"[A-Z][\w.'’-]*"
_CONTRIBUTED = re.compile(r"\bcontributed to this (?:report|story|article)\b")
_CREDIT_TAIL = re.compile(
    r"(?<![-–—(])[-–—(]* ?(?:With (?:assistance|files|reporting) (?:from|by)|(?:Additional )?[Rr]eporting by) .*"
    r"|, with files from .*"
    rf"|(?<![\w.'’-]){_NAME}(?: {_NAME}){{0,3}} ?/ ?{_AGENCY}(?:\)|\W*$)|{_AGENCY}/{_NAME}(?: {_NAME}){{1,3}}\W*$"
    r"|(?<=[.!?”\"])[A-Z][A-Za-z]+\.com\.?$"
)
_DATELINE = re.compile(r"[^()a-z]{0,30}[^()]{0,20}\(([A-Z]\w+(?: [A-Z]\w+)?)\) ?[-–—]")


def title_case_tokens(doc: Doc) -> set[int]:
    """The positions of all words of lines in title case or in capitals."""
    return {at for start, end in _lines(doc) if _is_title_case(doc, start, end) for at in range(start, end)}


def credit_tokens(doc: Doc) -> set[int]:
    """The positions of the words that credit writers, editors and agencies, and no part of the report."""
    return {at for start, end in _lines(doc) for at in _credited(doc, start, end)}


def dateline_tokens(doc: Doc) -> set[int]:
    """The positions of the place in capitals that opens a report: `TOKYO The bank said`, not `VLM Real Estate said`."""
    return {at for start, end in _lines(doc) for at in _dateline(doc, start, end)}


def _dateline(doc: Doc, start: int, end: int) -> range:
    at = start
    while at < end and doc[at].is_upper and doc[at].is_alpha and len(doc[at]) >= _MIN_LENGTH:
        at += 1
    following = doc[at : at + 1].text
    opens = following[:1].isupper() and following.lower() in words("common") | words("sentence_opener")
    is_name = doc[at + 1 : at + 2].text[:1].isupper() and following.lower() not in words("sentence_opener")
    is_place = not is_name or names_place(tuple(token.text.title() for token in doc[start:at]) or ("",))
    return range(start, at if opens and is_place and not following.isupper() else start)


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
    if len(long) < _MIN_WORDS or end - start > _LONGEST_TITLE:
        return False
    return sum(text[0].isupper() for text in long) >= _MIN_SHARE * len(long)


def _tail(text: str) -> int | None:
    """Where the credit begins that ends a line; who contributed to the report is named in a sentence of its own."""
    tail, helped = _CREDIT_TAIL.search(text), _CONTRIBUTED.search(text)
    starts = [tail.start()] if tail else []
    if helped:
        starts.append(max(text.rfind(mark, 0, helped.start()) for mark in ".!?") + 1)
    return min(starts, default=None)


def _credited(doc: Doc, start: int, end: int) -> range:
    line = doc[start:end]
    if _CREDIT.fullmatch(line.text):
        return range(start, end)
    if (tail := _tail(line.text)) is not None:
        first = doc.char_span(line.start_char + tail, line.end_char, alignment_mode="expand")
        return range(first.start, end) if first else range(0)
    if dateline := _DATELINE.match(line.text):
        agency = doc.char_span(line.start_char + dateline.start(1), line.start_char + dateline.end(1))
        return range(agency.start, agency.end) if agency else range(0)
    return range(0)
