"""The explorer as part of the application: NiceGUI behind a gate, at our addresses and at no others."""

from __future__ import annotations

import re
from importlib.resources import files

from fastapi import FastAPI
from nicegui import app as pages
from nicegui import ui
from starlette.routing import Match, Mount
from starlette.types import Scope

from api.explorer import colours, sign_in, taking
from api.explorer.gate import Gate
from api.explorer.pages import claim, consensus, document, entity, home, load, review
from api.explorer.sessions import Sessions
from api.explorer.showing import register

# What NiceGUI is asked for; everything else stays the API's, with its own answers to what is not there.
_OURS = re.compile(r"/(favicon\.ico|load|review|(entity|consensus|claim|document)/[^/]+|_nicegui(_ws)?/.*)?")
PAGES = (home, entity, consensus, claim, document, load, review)


def is_ours(path: str) -> bool:
    """Whether the explorer answers at this path."""
    return _OURS.fullmatch(path) is not None


class _OwnPathsOnly(Mount):
    """Takes the addresses of the explorer, and leaves the others to the routes that follow."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether the request is for the explorer."""
        if scope["type"] in ("http", "websocket") and not is_ours(scope["path"]):
            return Match.NONE, {}
        return super().matches(scope)


def install(app: FastAPI) -> None:
    """Serve the explorer at `/`. NiceGUI keeps one set of pages for each process, so this is done once in each."""
    sessions = Sessions()
    app.include_router(sign_in.router)
    app.state.sessions = sessions
    for page in PAGES:
        register(page.build)
    taking.register()  # behind the pages, since one makes its address its own
    ui.add_head_html(_head(), shared=True)
    ui.run_with(
        app,
        title="streetgraph",
        favicon=_ICON,
        dark=None,  # as the system has it
        language="en-US",
        tailwind=False,
        gzip_middleware_factory=None,  # the app does this already
        show_welcome_message=False,
    )
    pages.config.quasar_config["loadingBar"]["skipHijack"] = True  # a bar that no reader of screens can name
    app.router.routes.pop()  # where NiceGUI would take every address that is left
    app.router.routes.append(_OwnPathsOnly("/", app=Gate(pages, app.state, sessions)))


_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2258bd"/>'
    '<path d="M9 21 16 10l7 9" stroke="#fff" stroke-width="2" fill="none"/>'
    '<g fill="#fff"><circle cx="9" cy="21.5" r="3.5"/><circle cx="16" cy="10" r="3.5"/>'
    '<circle cx="23.5" cy="19.5" r="3"/></g></svg>'
)


def _head() -> str:
    folder = files("api.explorer")
    style, script = ((folder / name).read_text(encoding="utf-8") for name in ("style.css", "frame.js"))
    return f"{sign_in.REFERRER}<style>{colours.css()}{style}</style><script>{script}</script>"
