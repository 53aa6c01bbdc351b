"""Counts and times of requests, in the form that Prometheus reads."""

from __future__ import annotations

from fastapi import FastAPI
from prometheus_client import CollectorRegistry
from prometheus_fastapi_instrumentator import Instrumentator

from api.access.guard import ADMIN


def install(app: FastAPI) -> None:
    """Count every request by route, and tell at /metrics whoever may know."""
    own = CollectorRegistry()  # one for each app: two of them in one process do not share their counts
    counted = Instrumentator(registry=own, excluded_handlers=["/metrics", "/health/.*"], should_group_untemplated=True)
    counted.instrument(app).expose(app, include_in_schema=False, dependencies=[ADMIN])
