"""What stands where there is nothing to show: nothing yet, nothing so far, or something that went wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from api import problems
from api.errors import KeyInvalid, KeyMissing, ScopeMissing
from api.explorer.addresses import HOME, SIGN_IN, at, entity_address
from api.explorer.markup import Words, box, icon, link
from api.explorer.visit import Visit
from graph.errors import AmbiguousName, EntityNotFound

_log = logging.getLogger("streetgraph.explorer")


def empty(text: str, hint: str = "", *, symbol: str = "inbox") -> None:
    """There is nothing, and why that may be so."""
    with box("div", "state"):
        icon(symbol)
        Words("p", text, "state-title")
        if hint:
            Words("p", hint, "state-hint")


def loading(lines: int = 3) -> None:
    """Something is on its way."""
    with box("div", "loading", role="status", aria_label="Loading"):
        for _ in range(lines):
            box("div", "skeleton")


def failure(visit: Visit, problem: Exception, again: Callable[[], Any] | None = None) -> None:
    """What went wrong, in the words of the API, and what to do now."""
    found = problems.described(problem)
    with box("div", "state", role="alert"):
        icon("travel_explore" if found["status"] == 404 else "error_outline")
        Words("h1" if again is None else "p", found["title"], "state-title")
        Words("p", found["detail"], "state-hint")
        _way_out(visit, problem)
        if again is not None:
            with box("button", "button", type="button").on("click", again):
                Words("span", "Try again")


def note(visit: Visit, problem: Exception) -> None:
    """Write what is our own failure into the log, whose reader the page refers to."""
    if problems.problem_of(problem).status >= 500:
        _log.error("A part of %s failed", visit.path, exc_info=problem)


def _way_out(visit: Visit, problem: Exception) -> None:
    if isinstance(problem, EntityNotFound):
        _choices("Did you mean", problem.nearest, visit)
    elif isinstance(problem, AmbiguousName):
        _choices("Which one?", problem.candidates, visit)
    elif isinstance(problem, KeyMissing | KeyInvalid | ScopeMissing):
        link("Sign in", at(SIGN_IN, to=visit.path), "button")
    else:
        link("To the start", at(HOME, visit.moment), "button")


def _choices(title: str, ids: tuple[str, ...], visit: Visit) -> None:
    if not ids:
        link("To the start", at(HOME, visit.moment), "button")
        return
    Words("p", title, "state-hint")
    with box("ul", "choices"):
        for one in ids:
            with box("li"):
                link(one, entity_address(one, visit.moment), "button")
