"""What cannot even be read as a request: refused as a problem document, as everything else is."""

from __future__ import annotations

import asyncio
import json

from uvicorn.protocols.http.auto import AutoHTTPProtocol

from api.handlers import MEDIA_TYPE
from api.problems import NO_REQUEST

_BODY = json.dumps(
    {"type": NO_REQUEST.type, "title": NO_REQUEST.title, "status": NO_REQUEST.status, "detail": NO_REQUEST.help}
).encode()
_HEAD = (
    f"HTTP/1.1 {NO_REQUEST.status} Bad Request\r\ncontent-type: {MEDIA_TYPE}\r\n"
    f"content-length: {len(_BODY)}\r\nconnection: close\r\n\r\n"
).encode()


class ProblemProtocol(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
    """The server's own reader of requests, whichever it has."""

    transport: asyncio.Transport

    def send_400_response(self, _: str) -> None:
        """Answer what is no request, such as one with an address of more than 64 KiB, and hang up."""
        self.transport.write(_HEAD + _BODY)
        self.transport.close()
