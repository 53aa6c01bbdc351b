"""Plain text and Markdown: four header lines above the text, Markdown, or text as it is."""

from __future__ import annotations

import re
from datetime import date, datetime

from graph.model import Document
from loaders import markdown
from loaders.decoding import text_of
from loaders.errors import DocumentUnreadable

SUFFIXES = (".txt", ".md", ".markdown")

_UNKNOWN = "unknown"
_LONGEST_TITLE = 200
_HEADER_LINES = 4
_MARKUP = re.compile(r"\s*<(?:!doctype html|html|svg|\?xml)\b", re.IGNORECASE)
_FULL_STOP = (".", "。", '."', ".”", "。”")


def document(data: bytes, source: str) -> Document:
    """The document in these bytes; the suffix of `source` tells Markdown. Raises `DocumentUnreadable`."""
    text = text_of(data)
    if _MARKUP.match(text):
        raise DocumentUnreadable("is XML of a kind that is not read: save the article's text as a .txt or .md file.")
    return _with_header(text, source) or _from_markdown(text, source) or _from_plain(text, source)


def _with_header(text: str, source: str) -> Document | None:
    """The document if the text opens with title, publisher, date and address, a line each, and an empty line."""
    lines = (text + "\n").split("\n", _HEADER_LINES + 1)
    if len(lines) < _HEADER_LINES + 2 or not all(map(str.strip, lines[:_HEADER_LINES])) or lines[_HEADER_LINES].strip():
        return None
    title, publisher, published, address = map(_known, lines[:_HEADER_LINES])
    day = _day(published)
    if published and day is None:
        return None
    return Document(lines[-1].rstrip(), title, publisher or None, address or None, day, source)


def _from_markdown(text: str, source: str) -> Document | None:
    fields, below = markdown.front_matter(text)
    if not source.lower().endswith(SUFFIXES[1:]) and not fields and (source.endswith(".txt") or text[:2] != "# "):
        return None
    title, body = markdown.heading(below)
    publisher, url = _first(fields, "publisher", "source"), _first(fields, "url", "source_url", "address", "link")
    published = _day(_first(fields, "published_at", "published", "date"))
    return Document(
        markdown.plain(body), fields.get("title") or title, publisher or None, url or None, published, source
    )


def _from_plain(text: str, source: str) -> Document:
    """The first line is a title where it looks like one: short, no full stop, an empty line below."""
    title, _, rest = text.lstrip("\n").partition("\n")
    below, _, body = rest.partition("\n")
    is_title = 0 < len(title.strip()) <= _LONGEST_TITLE and not title.rstrip().endswith(_FULL_STOP)
    if is_title and not below.strip() and body.strip():
        return Document(body.strip("\n").rstrip(), title.strip(), source=source)
    return Document(text.strip("\n").rstrip(), source=source)


def _first(fields: dict[str, str], *names: str) -> str:
    return next((_known(fields[name]) for name in names if fields.get(name)), "")


def _known(value: str) -> str:
    value = value.strip()
    return "" if value.casefold() == _UNKNOWN else value


def _day(value: str) -> date | None:
    """The day of an ISO date or time."""
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return None
