"""The one table of what can go wrong: how each failure is shown over HTTP and on the command line.

A problem's `type` is a path on the same server that leads to a page of help, so it never changes once published.
"""

from __future__ import annotations

from typing import Any

from api.errors import RequestError
from api.masking import masked
from api.problems.of_graph import OF_GRAPH
from api.problems.of_requests import OF_REQUESTS
from api.problems.problem import Problem
from graph import errors

PROBLEMS: dict[type[Exception], Problem] = OF_GRAPH | OF_REQUESTS

UNEXPECTED = Problem(
    "internal-error",
    500,
    "Something unexpected went wrong",
    "This is our fault. The server's log has the details under the time of the request.",
)
NO_ROUTE = Problem(
    "route-not-found", 404, "Nothing lives at this address", "The reference at /docs lists every address.", 4
)
WRONG_METHOD = Problem(
    "method-not-allowed", 405, "This address does not take this method", "The `Allow` header lists those it takes.", 2
)
NO_REQUEST = Problem(
    "request-unreadable",
    400,
    "This is no request",
    "Address and headers may be at most 64 KiB together: POST /v1/resolve takes many names, a body long texts.",
)

PUBLISHED: dict[str, Problem] = {
    problem.name: problem
    for problem in (*PROBLEMS.values(), UNEXPECTED, NO_ROUTE, WRONG_METHOD, NO_REQUEST)
    if problem.help
}


def problem_of(error: BaseException) -> Problem:
    """The entry for this failure, or for the closest kind that it is."""
    return next((PROBLEMS[kind] for kind in type(error).__mro__ if kind in PROBLEMS), UNEXPECTED)


def described(error: BaseException) -> dict[str, Any]:
    """The problem document of RFC 9457; a failure nobody foresaw keeps its text to itself."""
    problem = problem_of(error)
    detail = problem.help if problem is UNEXPECTED else masked(str(error))
    return {"type": problem.type, "title": problem.title, "status": problem.status, "detail": detail} | _more(error)


def _more(error: BaseException) -> dict[str, Any]:
    if isinstance(error, errors.EntityNotFound):
        return {"nearest": list(error.nearest)}
    if isinstance(error, errors.AmbiguousName):
        return {"candidates": list(error.candidates)}
    if isinstance(error, errors.CypherRefused):
        return {"line": error.line, "column": error.column}
    return dict(error.more) if isinstance(error, RequestError) else {}
