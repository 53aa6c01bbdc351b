"""Answers that are still good: their tag follows from the revision of the graph, so nothing need be asked again."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version
from secrets import token_hex

from fastapi import FastAPI, Request, Response

from graph.model import digest

KEEP_BUT_ASK = "private, no-cache"
KEEP = "private, max-age=0, must-revalidate"  # a text stays as it is, but what is known of it does not
_READING = frozenset({"GET", "HEAD"})
_VERSION = version("streetgraph")
_RUN = token_hex(4)  # another server may have other settings, and another store with as many writes


class NotModified(Exception):
    """The asker has this very answer already."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        super().__init__(tag)


def tag(request: Request, response: Response, revision: int) -> None:
    """Mark the answer with a tag; NotModified if the asker has the answer of this tag."""
    if request.method not in _READING:
        return
    today = datetime.now(UTC).date()  # "within the last 30 days" is another question tomorrow
    form = digest(request.headers.get("accept", ""))  # a table is no answer to who asks for a graph
    mark = f'W/"{_VERSION}.{_RUN}.{revision}.{today:%Y%m%d}.{form}"'
    held = {one.strip() for one in request.headers.get("if-none-match", "").split(",")}
    if mark in held:
        raise NotModified(mark)
    response.headers.update(_headers(mark))


def install(app: FastAPI) -> None:
    """Answer whoever has the answer already that this is so."""
    app.add_exception_handler(NotModified, _not_modified)


def _not_modified(_: Request, problem: Exception) -> Response:
    assert isinstance(problem, NotModified)
    return Response(status_code=304, headers=_headers(problem.tag))


def _headers(mark: str) -> dict[str, str]:
    return {"ETag": mark, "Cache-Control": KEEP_BUT_ASK, "Vary": "Accept, Authorization, X-API-Key"}
