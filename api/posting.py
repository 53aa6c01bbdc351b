"""What a client posts: documents as JSON, text, Markdown or files, read with care, since they come from anywhere."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.requests import HTTPConnection
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool

from api.bodies import JSON, media_type, read_bytes
from api.dependencies import SettingsDep
from api.errors import DocumentTooLarge, MediaTypeUnsupported, OriginRefused
from api.handlers import request_problem
from api.jobs.ledger import Posted
from api.parameters import Day
from api.posted_addresses import AddressIn, address_in, documents_at
from api.uploads import MOST, MOST_TIMES_UNPACKED, noted, uploaded
from graph.model import Document
from loaders.decoding import text_of
from loaders.documents import parse
from loaders.errors import DocumentUnreadable

TEXT, MARKDOWN, FILES = "text/plain", "text/markdown", "multipart/form-data"
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
    published_at: Day | None = Field(None, description="When.", examples=["2025-02-20"])


_ONE = DocumentIn.model_json_schema()
_SEVERAL = TypeAdapter(Annotated[list[DocumentIn], Field(min_length=1, max_length=MOST)])

BODY: dict[str, Any] = {
    "required": True,
    "description": "One document as a JSON object, several as a list of them or as uploaded files, in any form that "
    "`streetgraph load` reads, or text, whose title, publisher, date and address may stand in four lines above it, or "
    "Markdown. No address in a text is visited; a JSON object with nothing but a `url` asks the server to read what is "
    "there, which it does only where its operator allows that.",
    "content": {
        JSON: {
            "schema": {
                "oneOf": [
                    _ONE,
                    AddressIn.model_json_schema(),
                    {"type": "array", "items": _ONE, "minItems": 1, "maxItems": MOST},
                ]
            }
        },
        TEXT: {"schema": {}, "example": "UBS draws the map\n\nUBS benchmarks Alibaba against Amazon."},
        MARKDOWN: {"schema": {}, "example": "# UBS draws the map\n\nUBS benchmarks **Alibaba**."},
        FILES: {
            "schema": {
                "type": "object",
                "minProperties": 1,
                "additionalProperties": {"type": "string", "format": "binary"},
            }
        },
    },
}


async def posted_documents(request: Request, settings: SettingsDep) -> list[Posted]:
    """The documents in the body of the request. One alone that cannot be read is refused, one of several noted."""
    own_pages_only(request, settings)
    kind = media_type(request)
    if kind not in (JSON, FILES, *_NAMES):
        known = ", ".join((JSON, FILES, *_NAMES))
        raise MediaTypeUnsupported(f"A body of type {kind or 'unknown'} is not read: send one of {known}.")
    longest = settings.max_document_bytes
    most = longest if kind in _NAMES else settings.max_request_bytes
    body = await read_bytes(request, most, too_large=DocumentTooLarge)
    if kind == FILES:
        return await uploaded(request, body, longest, MOST_TIMES_UNPACKED * settings.max_request_bytes)
    if kind == JSON and (address := address_in(body)) is not None:
        return await run_in_threadpool(documents_at, address, settings)
    # A large body would keep all others waiting here.
    return await run_in_threadpool(_documents, body, kind, longest)


PostedDocuments = Annotated[list[Posted], Depends(posted_documents)]


def own_pages_only(request: HTTPConnection, settings: SettingsDep) -> None:
    """Refuse what a page of another site sends, which the user may have open: browsers then name the page's origin."""
    origin = request.headers.get("origin")
    if (
        origin is not None
        and origin not in settings.origins
        and origin.partition("://")[2] != request.headers.get("host")
    ):
        raise OriginRefused(f"A page of {origin} may not write here.")


def _documents(body: bytes, kind: str, longest: int) -> list[Posted]:
    """The documents in a body of this type."""
    if kind != JSON:
        return [parse(body, source=_NAMES[kind], max_bytes=longest)]
    given = _from_json(body)
    if isinstance(given, DocumentIn):
        return [_document(given, longest)]
    return [
        noted(f"{number}: {one.title}", partial(_document, one, longest)) for number, one in enumerate(given, start=1)
    ]


def _from_json(body: bytes) -> DocumentIn | list[DocumentIn]:
    is_list = body.lstrip()[:1] == b"["
    try:
        return _SEVERAL.validate_json(body) if is_list else DocumentIn.model_validate_json(body)
    except ValidationError as problem:
        errors = [
            error | {"loc": ("body", *error["loc"])} for error in problem.errors(include_url=False, include_input=False)
        ]
        raise request_problem(errors) from problem


def _document(given: DocumentIn, longest: int) -> Document:
    if len(given.text) > longest:
        raise DocumentTooLarge(f"The text is longer than {longest:,} bytes.", max_bytes=longest)
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
