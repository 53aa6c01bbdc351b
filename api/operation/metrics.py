"""Counts and times of requests, in the form that Prometheus reads."""

from __future__ import annotations

from fastapi import FastAPI
from prometheus_client import CollectorRegistry
from prometheus_fastapi_instrumentator import Instrumentator
from prometheus_fastapi_instrumentator.metrics import Info, default

from api.access.guard import ADMIN

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def install(app: FastAPI) -> None:
    """Count every request by route, and tell at /metrics whoever may know."""
    own = CollectorRegistry()  # one for each app: two of them in one process do not share their counts
    counted = Instrumentator(registry=own, excluded_handlers=["/metrics", "/health/.*"], should_group_untemplated=True)
    count = default(registry=own)

    def counted_by_known_method(request: Info) -> None:
        """Anybody may invent methods, each of which would be kept apart for good."""
        request.method = request.method if request.method in METHODS else "other"
        if count is not None:
            count(request)

    counted.add(counted_by_known_method).instrument(app).expose(app, include_in_schema=False, dependencies=[ADMIN])
