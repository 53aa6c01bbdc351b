"""Feeds (RSS, Atom) that were saved to a file: a document for each entry that has a text."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import feedparser

from graph.model import Document
from loaders.decoding import cleaned
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources.columns import first_of, numbered
from loaders.sources.origins import origin_by_id
from loaders.sources.paragraphs import paragraphs

_HEAD = 1 << 16  # bytes within which a file declares what it likes to


def documents(data: bytes, source: str) -> Iterator[Document | Failure]:
    """The document in each entry, called by its number, or why there is none in it. Nothing is fetched."""
    if b"<!ENTITY" in data[:_HEAD]:
        raise DocumentUnreadable("is a feed that declares entities, which are not followed: save its articles instead.")
    found = feedparser.parse(io.BytesIO(data))  # given a text, the library would take it for an address
    if not found.entries:
        raise DocumentUnreadable("is a feed without entries: there is nothing to read.")
    publisher = _words(found.feed.get("title", ""))
    for number, entry in enumerate(found.entries, start=1):
        yield _document(entry, publisher, numbered(source, number))


def _document(entry: Mapping[str, Any], publisher: str, source: str) -> Document | Failure:
    text = first_of([*(paragraphs(part.get("value") or "") for part in entry.get("content") or ()), _summary(entry)])
    if not any(map(str.isalnum, text)):
        return Failure(source, f"{source} is an entry without a text: save the article that it links to.")
    link = str(entry.get("link") or "")
    url = link if link.startswith(("http://", "https://")) and not set(link) & set(" \n\t") else None
    title, origin = _words(entry.get("title", "")), origin_by_id("entry", entry.get("id"), url)
    return Document(cleaned(text), title, publisher or None, url, _day(entry), source, origin=origin)


def _summary(entry: Mapping[str, Any]) -> str:
    return paragraphs(entry.get("summary") or "")


def _words(markup: str) -> str:
    return " ".join(cleaned(paragraphs(markup)).split())


def _day(entry: Mapping[str, Any]) -> date | None:
    """The day in UTC, as the library gives it."""
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return date(*moment[:3]) if moment else None
