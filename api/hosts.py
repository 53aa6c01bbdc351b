"""Which names the server answers to.

A page elsewhere can let its own name point at this machine ("DNS rebinding") and is then, to the browser, of one origin
with us. It can only do so by name: a request that names an address of the network, or a name of ours, is well.
"""

from __future__ import annotations

import re
from ipaddress import ip_address

from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import HostRefused
from api.handlers import answer
from api.settings import Settings

_POLICY_VIOLATION = 1008  # in RFC 6455
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::[0-9]{1,5})?")


class OwnHostsOnly:
    """Refuses requests that were sent to a name which is not ours."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.names = {"localhost", settings.host.lower(), *settings.allowed_names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, or say that it came to the wrong name."""
        if scope["type"] not in ("http", "websocket") or self._is_ours(HTTPConnection(scope).headers.get("host", "")):
            await self.app(scope, receive, send)
            return
        if scope["type"] == "websocket":
            await refuse_socket(receive, send)
            return
        problem = HostRefused("The `Host` of the request is none of the names that this server goes by.")
        await answer(Request(scope), problem)(scope, receive, send)

    def _is_ours(self, host: str) -> bool:
        name = _name_in(host)
        return "*" in self.names or name in self.names or _is_address(name)


async def refuse_socket(receive: Receive, send: Send) -> None:
    """Close a socket before it is open: the browser is answered with 403."""
    await receive()
    await send({"type": "websocket.close", "code": _POLICY_VIOLATION})


def _name_in(host: str) -> str:
    """The name without the port, in lower case; nothing if it makes no sense."""
    found = _HOST.fullmatch(host)
    return found["name"].strip("[]").lower() if found else ""


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
