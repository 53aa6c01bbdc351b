"""E-mail: the words of a message, its subject, its day, and who sent it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from typing import cast

from graph.model import Document
from loaders.decoding import cleaned, text_of
from loaders.errors import DocumentUnreadable
from loaders.sources.origins import origin_by_id
from loaders.sources.paragraphs import paragraphs, unbroken


def document(data: bytes, source: str) -> Document:
    """The message; its text part goes before its HTML part. Raises `DocumentUnreadable` where it holds neither."""
    try:
        message = message_from_bytes(data, policy=default)
        text = _text(message)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError) as problem:
        raise DocumentUnreadable(
            f"is an e-mail that is damaged ({type(problem).__name__}): save its text as a .txt."
        ) from problem
    title, sender = _header(message, "subject"), parseaddr(_header(message, "from"))
    address = _header(message, "snapshot-content-location")
    url = address if address.startswith(("http://", "https://")) else None
    origin = origin_by_id("message", _header(message, "message-id"), url)
    return Document(text, title, sender[0] or sender[1] or None, url, _day(message), source, origin=origin)


def _text(message: EmailMessage) -> str:
    """What the message says, and what those say that are attached to it, each below its subject."""
    told = [*_words(message)]
    for inner in _forwarded(message):
        told += [words for words in (_header(inner, "subject"), *_words(inner)) if words]
    if not told:
        raise DocumentUnreadable("is an e-mail without words of its own: save what is attached to it, and load that.")
    return "\n\n".join(told)


def _forwarded(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in message.walk():
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            yield from cast(list[EmailMessage], part.get_payload())


def _words(message: EmailMessage) -> Iterator[str]:
    body = message.get_body(preferencelist=("plain", "html"))
    words = _decoded(cast(EmailMessage, body)) if body is not None else ""
    if body is not None and words.strip():
        yield paragraphs(words) if body.get_content_subtype() == "html" else unbroken(words.split("\n"))


def _decoded(part: EmailMessage) -> str:
    """The words of a part, in the encoding that it names if it is in that."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    with suppress(LookupError, UnicodeError):
        return cleaned(data.decode(part.get_content_charset() or "utf-8"))
    return text_of(data)


def _header(message: EmailMessage, name: str) -> str:
    """What stands in a header, or nothing where it cannot be read."""
    with suppress(Exception):  # of a header that is damaged: the library raises whatever comes up
        return " ".join(cleaned(str(message[name] or "")).split())
    return ""


def _day(message: EmailMessage) -> date | None:
    with suppress(ValueError, TypeError, OverflowError, IndexError):
        return parsedate_to_datetime(_header(message, "date")).date()
    return None
