"""The HTTP application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from functools import partial
from importlib.metadata import version

from fastapi import Depends, FastAPI
from fastapi.routing import APIRoute

from api import handlers
from api.access.guard import Guard
from api.access.keys import Scope
from api.console import console_over
from api.dependencies import no_repeats
from api.description import DESCRIPTION, TAGS, App
from api.jobs.ledger import Ledger
from api.jobs.worker import Worker
from api.operation import freshness, headers, metrics
from api.routes import (
    claims,
    cypher,
    documents,
    entities,
    guides,
    health,
    jobs,
    pages,
    resolution,
    searching,
    service,
    traversal,
    views,
)
from api.settings import Settings
from api.tables.response import Tables
from graph.names import warm
from graph.opening import open_store


def create_app(settings: Settings | None = None, *, explorer: bool = False) -> FastAPI:
    """The application, which opens its store when it starts and closes it when it ends.

    With the `explorer` there are pages at `/`: in a process at most once, and only where their library is installed.
    """
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
    app.state.tables = Tables(app.state.settings.max_tables, app.state.settings.table_seconds)
    for part in (documents, jobs, claims, views, entities, traversal, searching, resolution, service, cypher):
        app.include_router(part.router, prefix="/v1", dependencies=[Depends(no_repeats)])
    app.include_router(health.router)
    if explorer:
        _install_explorer(app)
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
        _worker(app, settings) as app.state.worker,
        console_over(app),
    ):
        warm(app.state.store)
        yield


def _worker(app: FastAPI, settings: Settings) -> Worker:
    return Worker(
        app.state.ledger,
        app.state.store,
        settings.tier,
        settings.names_model,
        is_awaited=partial(app.state.guard.lets_anybody, Scope.WRITE),
    )


def _install_explorer(app: FastAPI) -> None:
    from api.explorer import install  # its library is an extra, and takes a second to import

    install(app)


def _name_of(route: APIRoute) -> str:
    return route.name
