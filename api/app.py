"""The HTTP application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from importlib.metadata import version
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.routing import APIRoute

from api import handlers
from api.access.guard import Guard
from api.dependencies import no_repeats
from api.envelope import ProblemOut
from api.jobs.ledger import Ledger
from api.jobs.worker import Worker
from api.operation import freshness, headers, metrics
from api.routes import claims, documents, entities, guides, health, jobs, pages, service, views
from api.settings import Settings
from graph.opening import open_store

DESCRIPTION = """Who said what about which company, when, with which numbers, and in which exact words.

Entities are named by id, name, alias or ticker everywhere: `/v1/claims?about=BABA` and `/v1/claims?about=alibaba` are
one question. Every claim carries the words that make it and where they stand: `text[start:end] == quote`.

An answer holds `data` and `meta`; a list also holds `page`, which says how much there is and whether more follows: give
`page.next` as `cursor` to go on. A parameter that an address does not know is refused, never ignored. Failures are
`application/problem+json`, and their `type` leads to a page that explains them."""

TAGS = [
    {"name": "Documents", "description": "What was read. What is posted is noted as a job, and read at once."},
    {"name": "Claims", "description": "Who said what about whom, with which numbers, in which words."},
    {"name": "Views", "description": "Who holds what, who changed their mind, and where the street disagrees."},
    {"name": "Entities", "description": "Companies, institutions, people, indices, products and places."},
    {"name": "Relations", "description": "How entities hang together, and who says so."},
    {"name": "Service", "description": "Whether the server is well, and how much it knows."},
]


class App(FastAPI):
    """FastAPI, with the problem document among the models."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document."""
        document = super().openapi()
        for answer in (spec["responses"] for methods in document["paths"].values() for spec in methods.values()):
            for success in (answer[status] for status in ("200", "201") if status in answer):
                success["description"] = success["description"].replace("Successful Response", "What was asked for")
        document["components"]["schemas"].setdefault(ProblemOut.__name__, ProblemOut.model_json_schema())
        return document


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application, which opens its store when it starts and closes it when it ends."""
    app = App(
        title="streetgraph",
        version=version("streetgraph"),
        description=DESCRIPTION,
        openapi_tags=TAGS,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=_name_of,
        lifespan=_with_store,
    )
    app.state.settings = settings or Settings()
    app.state.guard = Guard(app.state.settings)
    for part in (documents, jobs, claims, views, entities, service):
        app.include_router(part.router, prefix="/v1", dependencies=[Depends(no_repeats)])
    app.include_router(health.router)
    app.include_router(pages.router)
    app.router.routes.append(guides.mount)
    handlers.install(app)
    freshness.install(app)
    metrics.install(app)
    headers.install(app, app.state.settings)
    return app


@asynccontextmanager
async def _with_store(app: FastAPI) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    with (
        closing(open_store(settings.store, access=settings.neo4j_access)) as app.state.store,
        closing(Ledger(settings.jobs_file)) as app.state.ledger,
        Worker(app.state.ledger, app.state.store, settings.tier) as app.state.worker,
    ):
        yield


def _name_of(route: APIRoute) -> str:
    return route.name
