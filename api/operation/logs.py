"""The log on standard error: for people, or one JSON object a line; no text of documents, no keys."""

from __future__ import annotations

import logging
import sys
from time import perf_counter
from typing import Literal

from anyio import BrokenResourceError
from asgi_correlation_id import CorrelationIdFilter
from pythonjsonlogger.json import JsonFormatter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Format = Literal["text", "json"]
_NAMES = ("streetgraph", "uvicorn.error")
_TEXT = "%(levelname)s [%(correlation_id)s] %(name)s: %(message)s"
_JSON = "%(asctime)s %(levelname)s %(name)s %(correlation_id)s %(message)s"
_log = logging.getLogger("streetgraph.requests")


def log_to_standard_error(level: str, form: Format) -> None:
    """Let our log and the server's be seen from this level on; those of other libraries stay as they are."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(CorrelationIdFilter(default_value="-"))
    handler.setFormatter(_json() if form == "json" else logging.Formatter(_TEXT))
    for name in _NAMES:
        log = logging.getLogger(name)
        log.setLevel(level.upper())
        log.handlers, log.propagate = [handler], False


def _json() -> JsonFormatter:
    renamed = {"asctime": "time", "levelname": "level", "name": "logger", "correlation_id": "request_id"}
    return JsonFormatter(_JSON, rename_fields=renamed, datefmt="%Y-%m-%dT%H:%M:%S%z")


class Logged:
    """Writes a line for each request once it is answered: what was asked by whom, and how that went."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, and write the line."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, status = perf_counter(), 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noting)
        except* BrokenResourceError:  # whoever watched a job left amid an event, which is no failure of ours
            _log.debug("The asker left before the answer ended.")
        finally:
            _write_line(scope, status, perf_counter() - started)


def _write_line(scope: Scope, status: int, seconds: float) -> None:
    operation = getattr(scope.get("route"), "name", "-")  # and not the path: what was looked for is the asker's own
    seen = {"method": scope["method"], "operation": operation, "status": status, "ms": round(seconds * 1000, 1)}
    caller = scope.get("state", {}).get("caller")
    _log.info("%(method)s %(operation)s %(status)s %(ms)s ms", seen, extra=seen | {"key": caller})
