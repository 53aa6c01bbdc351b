"""Requests and answers: one connection to a server, its pages and its problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from time import sleep
from typing import Any, TypeVar

import httpx2 as httpx
from pydantic import BaseModel

from api.envelope import Listing

M = TypeVar("M", bound=BaseModel)
AGAIN = frozenset({429, 503})  # the server says when
MOST_TRIES = 3
MOST_SECONDS = 60.0


class Problem(Exception):
    """What the server could not do, as it said it (RFC 9457). `more` holds `candidates`, `nearest` and the like."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.type = str(document.get("type", "about:blank"))
        self.title = str(document.get("title", ""))
        self.status = int(document.get("status", 0))
        self.detail = str(document.get("detail", ""))
        self.more = {name: value for name, value in document.items() if name not in vars(self)}
        super().__init__(f"{self.title}: {self.detail}")


class Connection:
    """Sends requests to a server, each from the moment that was chosen once."""

    def __init__(self, http: httpx.Client, moment: Mapping[str, str]) -> None:
        self.http, self.moment = http, dict(moment)

    def get(self, model: type[M], path: str, query: Mapping[str, object] | None = None, **more: object) -> M:
        """The answer as this model."""
        return model.model_validate_json(self.send("GET", path, {**(query or {}), **more}).content)

    def rows(self, model: type[M], path: str, query: Mapping[str, object]) -> Iterator[M]:
        """Every row of a list, a page at a time."""
        pages = self.get_pages(Listing[model], path, query)  # type: ignore[valid-type]
        return (row for page in pages for row in page.data)

    def get_pages(self, model: type[M], path: str, query: Mapping[str, object]) -> Iterator[M]:
        """Every page of a list."""
        cursor: str | None = None
        while True:
            page: Any = self.get(model, path, query, cursor=cursor)
            yield page
            if (cursor := page.page.next) is None:
                return

    def send(
        self,
        method: str,
        path: str,
        query: Mapping[str, object] | None = None,
        *,
        json: object = None,
        files: Iterable[Path] = (),
    ) -> httpx.Response:
        """The response to a request; Problem if the server refuses it. What it is too busy for is asked again."""
        parameters = _written({**(self.moment if method == "GET" else {}), **(query or {})})
        parts = [("file", (file.name, file.read_bytes())) for file in files] or None
        for is_last in [False] * (MOST_TRIES - 1) + [True]:
            response = self.http.request(method, path, params=parameters, json=json, files=parts)
            if response.status_code not in AGAIN or is_last or "retry-after" not in response.headers:
                break
            sleep(min(float(response.headers["retry-after"]), MOST_SECONDS))
        if response.is_error:
            raise _problem(response)
        return response


def _problem(response: httpx.Response) -> Problem:
    try:
        document = response.json()
    except ValueError:
        document = None
    if not isinstance(document, dict):
        document = {"title": response.reason_phrase, "status": response.status_code, "detail": response.text[:200]}
    return Problem(document)


def _written(query: Mapping[str, object]) -> dict[str, str]:
    """The parameters as an address has them; `from_` stands for `from`, and several values are joined."""
    return {name.removesuffix("_"): _word(value) for name, value in query.items() if value is not None}


def _word(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple | set | frozenset):
        return ",".join(map(_word, value))
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
