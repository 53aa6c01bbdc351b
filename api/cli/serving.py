"""`streetgraph serve` and `streetgraph config`."""

from __future__ import annotations

import gc
import socket
from contextlib import suppress
from importlib.util import find_spec
from typing import Annotated

import typer

from api.cli.options import JsonFlag
from api.cli.output import print_json
from api.cli.program import program
from api.cli.session import Session, session_of
from api.errors import PlaceUnusable
from api.masking import masked

LAST_SECONDS = 5  # for requests that still run when it is stopped: whoever watches a job would keep it for hours


def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = None,
) -> None:
    """Serve the graph over HTTP until Ctrl-C."""
    session = session_of(context)
    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    session.options |= given
    listening = _listen(session)
    with session.store(make=True):  # a store that cannot be opened is reported here, in our words
        pass
    address = f"http://{_shown_host(session.settings.host)}:{listening.getsockname()[1]}"
    session.say(_told(masked(session.settings.store), address))
    _say_who_may_ask(session)
    _run(session, listening)


def config(context: typer.Context, json: JsonFlag = False) -> None:
    """Every setting with its value, where that came from, and what it does."""
    from api.cli.tables import settings_table
    from api.settings_list import listed

    session = session_of(context)
    settings = listed(session.settings, frozenset(session.options))
    if json:
        print_json({"data": [setting._asdict() for setting in settings]})
    else:
        session.out.print(settings_table(settings))


def _listen(session: Session) -> socket.socket:
    host, port = session.settings.host, session.settings.port
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except OSError as problem:
        raise PlaceUnusable(f"Cannot listen on {host}:{port}: {problem.strerror or problem}.") from problem
    # Connections take it over: without it the body of an answer waits 40 ms for the receipt of its head.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _say_who_may_ask(session: Session) -> None:
    """A server that nobody can ask is a riddle: say how to make the first key."""
    from api.access.guard import is_loopback
    from api.access.keys import KeyFile

    settings = session.settings
    is_needed = settings.require_keys if settings.require_keys is not None else not is_loopback(settings.host)
    if is_needed and not any(key.revoked_at is None for key in KeyFile(settings.keys).all()):
        session.say(f"  keys       needed, and there is none yet: {program()} keys create NAME")


def _told(store: str, address: str) -> str:
    """What is served, and where one looks at it."""
    explorer = [f"  explore    {address}/"] if _has_explorer() else []
    return "\n".join((f"streetgraph serves {store}", *explorer, f"  reference  {address}/docs", "  stop       Ctrl-C"))


def _has_explorer() -> bool:
    """Whether the library of the explorer is installed; without it `/` leads to the reference."""
    return find_spec("nicegui") is not None


def _shown_host(host: str) -> str:
    """The host as a browser takes it."""
    if host in ("0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _run(session: Session, listening: socket.socket) -> None:
    import uvicorn

    from api.app import create_app
    from api.operation.refusals import ProblemProtocol

    app = create_app(
        session.settings, explorer=_has_explorer()
    )  # its log is set up already, and has a line for each request
    config = uvicorn.Config(
        app, http=ProblemProtocol, log_config=None, access_log=False, timeout_graceful_shutdown=LAST_SECONDS
    )
    server = uvicorn.Server(config)
    gc.freeze()  # what is loaded by now stays, and need not be looked through amid requests
    with suppress(KeyboardInterrupt):  # Ctrl-C is how one stops it; by now it has ended in good order
        server.run(sockets=[listening])
