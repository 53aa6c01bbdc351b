"""What holds a text: an address, a message, an entry of a feed, a file. When it holds another text, that has changed.

A text that several hold is one document, and stays as long as one of them holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from graph.model import Document

T = TypeVar("T")
_ADDRESS = "url:"
_OF_CAMPAIGNS = re.compile(r"utm_\w+|fbclid|gclid|dclid|mc_[ce]id|msclkid|igshid|cmpid", re.IGNORECASE)


def source_of(document: Document) -> str:
    """The id of what holds the document; where nothing tells, it is held by itself, and no other takes its place."""
    if document.origin is not None:
        return document.origin
    address = address_of(document.url)
    return _itself(document) if address is None else f"{_ADDRESS}{address}"


def is_address(source_id: str) -> bool:
    """Whether the source of this id is an address."""
    return source_id.startswith(_ADDRESS)


def kept_apart(documents: Iterable[Document | T]) -> Iterator[Document | T]:
    """The same documents, so that none takes the place of one before it.

    Two texts of one address that come together are not versions of each other, or loading both again would exchange
    them again. What is no document is passed on.
    """
    held: dict[str, str] = {}
    for each in documents:
        if isinstance(each, Document) and held.setdefault(source_of(each), each.id) != each.id:
            yield replace(each, origin=_itself(each))
        else:
            yield each


def address_of(url: str | None) -> str | None:
    """The address without what may differ between two ways to the same page; None for that of a whole site."""
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([pair for pair in pairs if not _OF_CAMPAIGNS.fullmatch(pair[0])])
    path = parts.path.rstrip("/")
    if parts.scheme not in ("http", "https") or not host or not (path or query):
        return None
    return f"{host}{port}{path}{'?' if query else ''}{query}"


def _itself(document: Document) -> str:
    return f"text:{document.id}"
