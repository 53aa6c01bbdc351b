"""The reference and the help pages."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException

from api.pages.html import POLICY
from api.pages.problem_help import problem_list, problem_page
from api.pages.reference import reference
from api.problems import PUBLISHED

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
def home() -> RedirectResponse:
    """To the reference."""
    return RedirectResponse("/docs")


@router.get("/docs")
def docs(request: Request) -> HTMLResponse:
    """The reference of the API."""
    return HTMLResponse(reference(request.app.openapi()), headers=POLICY)


@router.get("/problems")
def problems() -> HTMLResponse:
    """Every kind of problem."""
    return HTMLResponse(problem_list(), headers=POLICY)


@router.get("/problems/{name}")
def problem(name: str) -> HTMLResponse:
    """One kind of problem."""
    if name not in PUBLISHED:
        raise HTTPException(404)
    return HTMLResponse(problem_page(PUBLISHED[name]), headers=POLICY)
