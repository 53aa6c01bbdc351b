"""Headers of every answer: what a browser may do with it, which request it answers, and how it is packed."""

from __future__ import annotations

from asgi_correlation_id import CorrelationIdMiddleware
from fastapi import FastAPI
from secure import (
    CrossOriginOpenerPolicy,
    PermissionsPolicy,
    ReferrerPolicy,
    Secure,
    XContentTypeOptions,
    XFrameOptions,
)
from secure.middleware import SecureASGIMiddleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from api.hosts import OwnHostsOnly
from api.operation.heads import HeadsAnswered
from api.operation.logs import Logged
from api.settings import Settings

REQUEST_ID = "X-Request-ID"
_SMALLEST_PACKED = 1000  # bytes: below that packing costs more than it saves
_PACKING = 5  # of 9 levels: the last ones double the time for a hundredth of the size
_SECURE = Secure(  # pages bring their own content policy; TLS, and with it HSTS, is the proxy's
    xfo=XFrameOptions().deny(),
    xcto=XContentTypeOptions().nosniff(),
    referrer=ReferrerPolicy().no_referrer(),
    permissions=PermissionsPolicy().geolocation().microphone().camera(),
    coop=CrossOriginOpenerPolicy().same_origin(),
)


def install(app: FastAPI, settings: Settings) -> None:
    """Let every request pass through these, the last one first."""
    app.add_middleware(GZipMiddleware, minimum_size=_SMALLEST_PACKED, compresslevel=_PACKING)
    app.add_middleware(OwnHostsOnly, settings=settings)
    if settings.origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=sorted(settings.origins),
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "X-API-Key", "Content-Type", "If-None-Match", REQUEST_ID],
            expose_headers=["ETag", "Location", "Retry-After", REQUEST_ID],
        )
    app.add_middleware(SecureASGIMiddleware, secure=_SECURE)
    app.add_middleware(Logged)
    app.add_middleware(CorrelationIdMiddleware, header_name=REQUEST_ID)
    app.add_middleware(HeadsAnswered)
