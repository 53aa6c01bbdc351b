"""Where one gives a key, once: it stays on the server, and the browser is given the name of the session."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api import problems
from api.access.guard import Guard
from api.access.keys import Scope
from api.errors import RequestError
from api.explorer import colours
from api.explorer.addresses import HOME, SIGN_IN
from api.explorer.sessions import COOKIE, LASTS_SECONDS, Sessions
from api.pages.html import Html, element
from api.posting import own_pages_only

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_POLICY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
    "Cache-Control": "no-store",
}
# Without it the browser says of a form that it comes from nowhere, and a form from nowhere may be anybody's.
REFERRER = element("meta", name="referrer", content="same-origin")
_WHY = {"scope": "The key that you signed in with may not see this. Give another one."}


@router.get(SIGN_IN)
def ask_for_key(to: str = HOME, why: str = "") -> HTMLResponse:
    """The page that asks for a key."""
    return HTMLResponse(_page(to, _WHY.get(why, "")), headers=_POLICY)


@router.post(SIGN_IN, dependencies=[Depends(own_pages_only)])
def take_key(request: Request, key: Annotated[str, Form()] = "", to: Annotated[str, Form()] = HOME) -> Response:
    """Begin a session for a key that may read, or say what is wrong with it."""
    guard: Guard = request.app.state.guard
    try:
        caller = guard.caller(key.strip(), request.client.host if request.client else None)
    except RequestError as problem:
        found = problems.described(problem)
        return HTMLResponse(_page(to, found["detail"]), found["status"], headers=_POLICY)
    if Scope.READ not in caller.scopes:
        return HTMLResponse(_page(to, "This key has not the scope read, without which no page opens."), 403, _POLICY)
    return _signed_in(request, key.strip(), to)


@router.post("/sign-out", dependencies=[Depends(own_pages_only)])
def sign_out(request: Request) -> Response:
    """End the session."""
    _sessions(request).end(request.cookies.get(COOKIE))
    answer = RedirectResponse(HOME, 303)
    answer.delete_cookie(COOKIE)
    return answer


def _signed_in(request: Request, key: str, to: str) -> Response:
    answer = RedirectResponse(_own(to), 303)
    answer.set_cookie(
        COOKIE,
        _sessions(request).begin(key),
        max_age=LASTS_SECONDS,
        httponly=True,
        samesite="lax",  # strict would ask whoever follows a link to a page for the key again
        secure=request.url.scheme == "https",
    )
    return answer


def _sessions(request: Request) -> Sessions:
    sessions: Sessions = request.app.state.sessions
    return sessions


def _own(address: str) -> str:
    """The address if it is one of ours: a link must not lead elsewhere by way of a sign-in."""
    is_own = address.startswith("/") and address[1:2] not in ("/", "\\") and address.isprintable()
    return address if is_own else HOME


def _page(to: str, wrong: str) -> Html:
    style = colours.css() + (files("api.explorer") / "style.css").read_text(encoding="utf-8")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width,initial-scale=1"),
        REFERRER,
        element("title", "Sign in · streetgraph"),
        element("style", Html(style)),
    )
    body = element("body", element("main", _form(to, wrong), class_="sign-in"), class_="as-system")
    return Html(f"<!doctype html>{element('html', head, body, lang='en')}")


def _form(to: str, wrong: str) -> Html:
    field = {"id": "key", "name": "key", "type": "password", "class_": "input", "autocomplete": "current-password"}
    problem = [element("p", wrong, class_="sign-in-wrong", role="alert")] if wrong else []
    return element(
        "form",
        element("h1", "streetgraph"),
        element(
            "p", "This server asks for a key. It stays on the server until you sign out, or stay away for twelve hours."
        ),
        *problem,
        element("label", "Key", for_="key", class_="field-label"),
        element("input", required="", autofocus="", spellcheck="false", **field),
        element("input", type="hidden", name="to", value=to),
        element("button", "Sign in", type="submit", class_="button primary"),
        method="post",
        action=SIGN_IN,
        class_="card",
    )
