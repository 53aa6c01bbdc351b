"""What a client posts: a document as JSON, plain text or Markdown, read with care, since it comes from anywhere."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.concurrency import run_in_threadpool

from api.dependencies import SettingsDep
from api.errors import DocumentTooLarge, MediaTypeUnsupported, OriginRefused
from api.extraction import place_in_line
from api.handlers import request_problem
from graph.model import Document
from loaders.decoding import text_of
from loaders.documents import parse
from loaders.errors import DocumentUnreadable

JSON, TEXT, MARKDOWN = "application/json", "text/plain", "text/markdown"
_NAMES = {TEXT: "body.txt", MARKDOWN: "body.md"}  # the suffix tells which of the two it is
_ADDRESS = r"^https?://\S+$"


class DocumentIn(BaseModel):
    """A document to load. Positions in the answer count code points of `text` as given, with `\\n` as line end."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(
        min_length=1, description="The body, without its title.", examples=["UBS benchmarks Alibaba against Amazon."]
    )
    title: str = Field("", max_length=1000, description="The title.", examples=["UBS draws the map"])
    publisher: str | None = Field(None, max_length=300, description="Who published it.", examples=["Example Wire"])
    url: str | None = Field(
        None,
        max_length=2000,
        pattern=_ADDRESS,
        description="Where; it is noted, never visited.",
        examples=["https://news.example/42"],
    )
    published_at: date | None = Field(None, description="When.", examples=["2025-02-20"])


BODY: dict[str, Any] = {
    "required": True,
    "description": "The document: a JSON object, or text, whose title, publisher, date and address may stand in four "
    "lines above it, or Markdown. Only the text given is read: no address in it is visited.",
    "content": {
        JSON: {"schema": DocumentIn.model_json_schema()},
        TEXT: {"schema": {"type": "string"}, "example": "UBS draws the map\n\nUBS benchmarks Alibaba against Amazon."},
        MARKDOWN: {"schema": {"type": "string"}, "example": "# UBS draws the map\n\nUBS benchmarks **Alibaba**."},
    },
}


async def posted_document(request: Request, settings: SettingsDep) -> AsyncIterator[Document]:
    """The document in the body of the request, which has its place in line until it is stored."""
    _refuse_other_sites(request, settings.origins)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (JSON, *_NAMES):
        raise MediaTypeUnsupported(f"A body of type {kind or 'unknown'} is not read: send {JSON}, {', '.join(_NAMES)}.")
    body = await _body(request, settings.max_document_bytes)
    with place_in_line():
        yield await run_in_threadpool(_document, body, kind)  # a large body would keep all others waiting here


PostedDocument = Annotated[Document, Depends(posted_document, scope="function")]


def _refuse_other_sites(request: Request, allowed: Collection[str]) -> None:
    """A page that the user has open elsewhere can send text to this server: browsers then name the page's origin."""
    origin = request.headers.get("origin")
    if origin is not None and origin not in allowed and origin.partition("://")[2] != request.headers.get("host"):
        raise OriginRefused(f"A page of {origin} may not write here.")


async def _body(request: Request, most: int) -> bytes:
    """The body, given up as soon as it is longer than allowed."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise DocumentTooLarge(f"The body is longer than {most:,} bytes.", max_bytes=most)
    return bytes(body)


def _document(body: bytes, kind: str) -> Document:
    """The document in a body of this type, whose length has been checked."""
    return _from_json(body) if kind == JSON else parse(body, source=_NAMES[kind], max_bytes=len(body))


def _from_json(body: bytes) -> Document:
    try:
        given = DocumentIn.model_validate_json(body)
    except ValidationError as problem:
        errors = [
            error | {"loc": ("body", *error["loc"])} for error in problem.errors(include_url=False, include_input=False)
        ]
        raise request_problem(errors) from problem
    return Document(_readable(given.text), given.title.strip(), given.publisher, given.url, given.published_at)


def _readable(text: str) -> str:
    """The text as it is, but for line ends and control characters; its title was given beside it."""
    try:
        words = text_of(text.encode("utf-8"))
    except DocumentUnreadable as problem:
        raise DocumentUnreadable(f"The text {problem}") from problem
    if not any(char.isalnum() for char in words):
        raise DocumentUnreadable("The text has no words in it: there is nothing to read.")
    return words
