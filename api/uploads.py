"""A form: each file or field is a document, and one that cannot be read keeps none of the others out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

from api.errors import BodyInvalid, DocumentTooLarge
from api.jobs.ledger import Posted
from api.problems import described
from graph.model import Document
from loaders.documents import Outcome, Reading, parse_all
from loaders.errors import DocumentUnreadable, Failure

MOST = 200  # documents in one request
MOST_TIMES_UNPACKED = 5  # what an archive may hold, as a multiple of the longest request


async def uploaded(request: Request, body: bytes, longest: int, most_unpacked: int) -> list[Posted]:
    """The documents in a form, whose length has been checked as a whole."""
    again = Request(request.scope, _again(body))
    try:
        async with again.form(max_files=MOST, max_fields=MOST, max_part_size=longest) as form:
            documents = [
                one for name, part in form.multi_items() for one in await _posted(name, part, longest, most_unpacked)
            ]
    except HTTPException as problem:
        raise BodyInvalid(f"The form cannot be read: {problem.detail}") from problem
    if not documents:
        raise BodyInvalid("The form holds nothing.")
    if len(documents) > MOST:
        raise BodyInvalid(f"The files hold {len(documents):,} documents: send at most {MOST} in one request.")
    return documents


def noted(label: str, read: Callable[[], Document]) -> Posted:
    """The document that is read, or why it cannot be."""
    try:
        return read()
    except (DocumentUnreadable, DocumentTooLarge) as problem:
        return label, described(problem)


async def _posted(name: str, part: UploadFile | str, longest: int, most_unpacked: int) -> list[Posted]:
    """The documents in a file, or in a field that holds a text."""
    if isinstance(part, UploadFile):
        name, content = part.filename or name, await part.read()
    else:
        content = part.encode()
    return await run_in_threadpool(_read, content, name, longest, most_unpacked)


def _read(content: bytes, name: str, longest: int, most_unpacked: int) -> list[Posted]:
    """The documents in these bytes, and why others of them cannot be read."""
    outcomes = parse_all(content, source=name, reading=Reading(max_bytes=longest, max_file_bytes=most_unpacked))
    return list(islice(map(posted_as, outcomes), MOST + 1))


def posted_as(outcome: Outcome) -> Posted:
    """The document that was read, or what it is called and why it could not be."""
    if isinstance(outcome, Document):
        return outcome
    reason = outcome.reason if isinstance(outcome, Failure) else f"{outcome.source} is of unknown form."
    return outcome.source, described(DocumentUnreadable(reason))


def _again(body: bytes) -> Receive:
    """What a server would call to receive this body."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
