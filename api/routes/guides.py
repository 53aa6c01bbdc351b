"""What Neo4j Browser loads from us: a guide, a style sheet and saved queries.

Browser asks from another origin and with headers of its own, so it asks first whether it may (CORS).
"""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Mount, Route

from api.pages.favourites import FOLDER, zipped
from api.pages.guide import guide

_MAY = Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET"], allow_headers=["cache-control", "pragma"])
_POLICY = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}


def _guide(request: Request) -> HTMLResponse:
    return HTMLResponse(guide(f"{request.base_url}guides"), headers=_POLICY)


def _style(_: Request) -> FileResponse:
    return FileResponse(FOLDER / "streetgraph.grass", media_type="text/plain")


def _queries(_: Request) -> FileResponse:
    return FileResponse(FOLDER / "favourites.cypher", media_type="text/plain")


def _zipped(_: Request) -> Response:
    return Response(zipped(), media_type="application/zip")


mount = Mount(
    "/guides",
    routes=[
        Route("/streetgraph.html", _guide),
        Route("/streetgraph.grass", _style),
        Route("/favourites.cypher", _queries),
        Route("/favourites.zip", _zipped),
    ],
    middleware=[_MAY],
)
