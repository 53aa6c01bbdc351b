"""Failures to responses: problem documents as in RFC 9457, all from the one table."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.routing import Match

from api import problems
from api.errors import BodyInvalid, ParameterUnknown, RateExceeded, RequestError, RequestInvalid
from api.pages.html import POLICY
from api.pages.problem_help import failure_page
from api.problems.problem import Problem
from graph.errors import GraphError
from loaders.errors import DocumentUnreadable

MEDIA_TYPE = "application/problem+json"
_log = logging.getLogger("streetgraph.api")


class ProblemResponse(JSONResponse):
    """A problem document."""

    media_type = MEDIA_TYPE


def install(app: FastAPI) -> None:
    """Let every failure of the app be answered with a problem document."""
    for kind in (GraphError, DocumentUnreadable, RequestError):
        app.add_exception_handler(kind, _foreseen)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused_by_router)
    app.add_exception_handler(Exception, _unforeseen)


def answer(request: Request, error: Exception) -> ProblemResponse:
    """The problem document for a failure that the table knows."""
    return _foreseen(request, error)


def _foreseen(request: Request, error: Exception) -> ProblemResponse:
    problem = problems.problem_of(error)
    if problem.status >= 500:
        _log.error("%s %s: %s", request.method, request.url.path, error)
    return _response(request, problems.described(error), _headers(error, problem))


def _headers(error: Exception, problem: Problem) -> dict[str, str]:
    seconds = error.seconds if isinstance(error, RateExceeded) else problem.retry_after
    asked = {"Retry-After": seconds and str(seconds), "WWW-Authenticate": problem.challenge}
    return {name: value for name, value in asked.items() if value}


def _unforeseen(request: Request, error: Exception) -> ProblemResponse:
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _response(request, problems.described(error))


def _invalid(request: Request, error: Exception) -> ProblemResponse:
    assert isinstance(error, RequestValidationError)
    problem = request_problem(error.errors())
    if isinstance(problem, ParameterUnknown):
        problem.more["known"] = _known_parameters(request)
    return _foreseen(request, problem)


def _known_parameters(request: Request) -> list[str]:
    """What the address takes, as its reference says."""
    name = request.scope["route"].name
    operations = [spec for methods in request.app.openapi()["paths"].values() for spec in methods.values()]
    given = (one for spec in operations if spec["operationId"] == name for one in spec.get("parameters", []))
    return [one["name"] for one in given if one["in"] == "query"]


def _refused_by_router(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    problem = {404: problems.NO_ROUTE, 405: problems.WRONG_METHOD}.get(error.status_code)
    if problem is problems.NO_ROUTE and _is_for_a_person(request):
        return HTMLResponse(failure_page(problem, f"There is no page {request.url.path}."), 404, headers=POLICY)
    if problem is None:
        return _response(request, _document(problems.UNEXPECTED, str(error.detail), error.status_code), error.headers)
    document = _document(problem, f"{request.method} {request.url.path}: {problem.help}")
    return _response(request, document, {"Allow": _allowed(request)} if problem is problems.WRONG_METHOD else None)


def _is_for_a_person(request: Request) -> bool:
    """Whether a browser asks for a page, which is nowhere below the addresses of the API."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/v1/")


def _allowed(request: Request) -> str:
    """The methods of the address; the router names those of the first route that fits, though several may."""
    methods = {"GET", "POST", "DELETE"}
    fits = {one for one in methods if _is_taken(request, one)}
    return ", ".join(sorted(fits | {"HEAD"} if "GET" in fits else fits))


def _is_taken(request: Request, method: str) -> bool:
    scope = dict(request.scope) | {"method": method}
    return any(route.matches(scope)[0] is Match.FULL for route in request.app.routes)


def _document(problem: Problem, detail: str, status: int | None = None) -> dict[str, Any]:
    return {"type": problem.type, "title": problem.title, "status": status or problem.status, "detail": detail}


def _response(request: Request, document: dict[str, Any], headers: Mapping[str, str] | None = None) -> ProblemResponse:
    return ProblemResponse(document | {"instance": request.url.path}, document["status"], headers=dict(headers or {}))


def request_problem(errors: Sequence[Any]) -> RequestError:
    """What pydantic found wrong with a request, as one problem that names every place."""
    unknown = [str(error["loc"][-1]) for error in errors if error["type"] == "extra_forbidden"]
    places = [{"field": _place(error["loc"]), "message": _sentence(error)} for error in errors]
    detail = " ".join(f"{place['field']}: {place['message']}" for place in places)
    if errors[0]["loc"][:1] == ("body",):
        return BodyInvalid(detail, errors=places)
    if unknown:
        return ParameterUnknown(f"{', '.join(unknown)} is not a parameter of this address.", unknown=unknown)
    return RequestInvalid(detail, errors=places)


def _place(location: tuple[Any, ...]) -> str:
    return ".".join(str(part) for part in location[1:]) or str(location[0])


def _sentence(error: dict[str, Any]) -> str:
    return f"{str(error['msg']).removeprefix('Value error, ').rstrip('.')}."
