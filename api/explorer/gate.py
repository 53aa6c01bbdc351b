"""Lets in to the explorer whom the server lets in: its pages, and the socket over which they live, are no other door.

The files of the library are anybody's. Everything else needs a caller with READ, whatever writes one with WRITE, and
comes from a page of ours: a page elsewhere can open a socket to this machine, and the browser sends our cookie with it.
"""

from __future__ import annotations

import re
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders, State
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Send
from starlette.types import Scope as Connection

from api.access.keys import Scope
from api.errors import KeyInvalid, KeyMissing, RequestError, ScopeMissing
from api.explorer.addresses import SIGN_IN, at
from api.explorer.sessions import COOKIE, Sessions
from api.explorer.visit import Visit
from api.handlers import answer
from api.hosts import refuse_socket
from api.posting import own_pages_only

_SOCKET = "/_nicegui_ws/"
_LIBRARY = re.compile(r"/_nicegui/\d[^/]*/(?!dynamic_resources/)|/favicon\.ico$")
# The library makes its templates into functions in the browser, and sets styles and scripts in the page.
CONTENT_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


class Gate:
    """Stands before the pages: says who looks, turns away who may not, and gives every answer its content policy."""

    def __init__(self, app: ASGIApp, server: State, sessions: Sessions) -> None:
        self.app, self.server, self.sessions = app, server, sessions

    async def __call__(self, scope: Connection, receive: Receive, send: Send) -> None:
        """Let the request through, or answer it."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        connection, sending = HTTPConnection(scope), partial(_with_policy, send)
        try:
            if not _LIBRARY.match(connection.url.path):
                await self._check(connection)
        except RequestError as problem:
            await _refused(scope, problem)(scope, receive, sending)
            return
        await self.app(scope, receive, sending)

    async def _check(self, connection: HTTPConnection) -> None:
        """Leave a visit in the request; a RequestError if this is not for who asks."""
        visit = self._visit(connection)
        method, is_socket = connection.scope.get("method", "GET"), connection.url.path.startswith(_SOCKET)
        if is_socket or method != "GET":
            own_pages_only(connection, visit.settings)
        await run_in_threadpool(visit.check, Scope.READ if is_socket or method == "GET" else Scope.WRITE)
        connection.state.visit = visit

    def _visit(self, connection: HTTPConnection) -> Visit:
        name = connection.cookies.get(COOKIE)
        return Visit(
            self.server,
            key=partial(self.sessions.key, name),
            address=connection.client.host if connection.client else None,
            path=connection.url.path,
            parameters=dict(connection.query_params),
        )


def _refused(scope: Connection, problem: RequestError) -> ASGIApp:
    """To the page where one signs in, if that helps; else the problem itself."""
    if scope["type"] == "websocket":
        return _closed
    request = Request(scope)
    if request.method == "GET" and isinstance(problem, KeyMissing | KeyInvalid | ScopeMissing):
        wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        why = "scope" if isinstance(problem, ScopeMissing) else ""
        return RedirectResponse(at(SIGN_IN, to=wanted, why=why), 303, headers={"Cache-Control": "no-store"})
    return answer(request, problem)


async def _closed(_: Connection, receive: Receive, send: Send) -> None:
    await refuse_socket(receive, send)


async def _with_policy(send: Send, message: Message) -> None:
    if message["type"] == "http.response.start":
        MutableHeaders(scope=message)["Content-Security-Policy"] = CONTENT_POLICY
    await send(message)
