"""Addresses to documents: what stands at an address on the web, read like a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from graph.model import Document
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources.contents import Outcome, Place, Reading, contents
from loaders.sources.fetching import Fetched, fetch
from loaders.sources.visits import Fetching

__all__ = ["Fetched", "fetch", "read_at", "read_fetched"]

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/markdown": ".md",
    "application/x-ndjson": ".jsonl",
}


def read_at(address: str, *, fetching: Fetching, reading: Reading | None = None) -> Iterator[Outcome]:
    """Each document at this address, in order, or why there is none; nothing that it links to is fetched."""
    try:
        fetched = fetch(address, fetching)
    except DocumentUnreadable as problem:
        yield Failure(address, f"{address} {problem}")
        return
    yield from read_fetched(fetched, address, reading or Reading())


def read_fetched(fetched: Fetched, address: str, reading: Reading) -> Iterator[Outcome]:
    """The same of what has been fetched; nothing if that has not changed. What has no address of its own gets this."""
    if fetched.file is None:
        return
    with fetched.file as file:
        for outcome in contents(file, Place(address, _name(fetched)), reading):
            if isinstance(outcome, Document) and outcome.source == address:
                outcome = replace(outcome, url=_address_of(outcome, fetched.address))
            yield outcome


def _name(fetched: Fetched) -> str:
    """What a file is called there, with the ending that its type asks for."""
    name = PurePosixPath(unquote(urlsplit(fetched.address).path)).name or "index"
    ending = _ENDINGS.get(fetched.content_type, "")
    return name if name.lower().endswith(ending) else name + ending


def _address_of(document: Document, fetched: str) -> str:
    """The address that a page gives itself if it lies on the same host: a page cannot speak for others."""
    given = document.url or ""
    return given if _host(given) == _host(fetched) else fetched


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
