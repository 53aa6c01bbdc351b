"""Bodies of requests, read once the asker was let in, and no further than they may be long."""

from __future__ import annotations

from typing import TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError

from api.errors import BodyTooLarge, DocumentTooLarge, MediaTypeUnsupported
from api.handlers import request_problem

JSON = "application/json"
M = TypeVar("M", bound=BaseModel)
TooLarge = type[BodyTooLarge] | type[DocumentTooLarge]


def media_type(request: Request) -> str:
    """What the body is said to be, without parameters, in lower case; nothing if that is not said."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def read_json(request: Request, model: type[M], most_bytes: int) -> M:
    """The body as a model. FastAPI itself would read it whole before it asks who sends it.

    Raises MediaTypeUnsupported, BodyTooLarge, or BodyInvalid, which names every wrong field.
    """
    if (kind := media_type(request)) != JSON:
        raise MediaTypeUnsupported(f"A body of type {kind or 'unknown'} is not read: send {JSON}.")
    try:
        return model.model_validate_json(await read_bytes(request, most_bytes))
    except ValidationError as problem:
        errors = problem.errors(include_url=False, include_input=False)
        raise request_problem([error | {"loc": ("body", *error["loc"])} for error in errors]) from problem


async def read_bytes(request: Request, most: int, *, too_large: TooLarge = BodyTooLarge) -> bytes:
    """The body, given up as soon as it is longer than allowed."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise too_large(f"The body is longer than {most:,} bytes.", max_bytes=most)
    return bytes(body)
