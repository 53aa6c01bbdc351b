"""Takes what the load page sends: the same bodies as `POST /v1/documents`, from whoever is signed in and may write."""

from __future__ import annotations

from nicegui import app as pages
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.errors import RequestError
from api.explorer.addresses import LOAD
from api.explorer.visit import Visit
from api.handlers import answer
from api.posting import posted_documents
from graph.errors import GraphError
from loaders.errors import DocumentUnreadable


def register() -> None:
    """Let NiceGUI take it at the address of the page."""
    pages.post(LOAD, include_in_schema=False)(_take)


async def _take(request: Request) -> Response:
    """Note the documents as a job, whose id is the answer; the gate has let in nobody who may not write."""
    visit: Visit = request.state.visit
    try:
        documents = await posted_documents(request, visit.settings)
        job = await run_in_threadpool(visit.worker.submit, documents, most_waiting=visit.settings.max_waiting_documents)
    except (RequestError, GraphError, DocumentUnreadable) as problem:
        return answer(request, problem)
    return JSONResponse({"job": job.id}, 202)
