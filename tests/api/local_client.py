"""A client of the HTTP API that asks from this machine, or from elsewhere."""

from __future__ import annotations

import warnings
from typing import Any

from fastapi import FastAPI

with warnings.catch_warnings():  # which HTTP client it wraps is not our business
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

HERE, ELSEWHERE = "127.0.0.1", "192.0.2.7"


def client_of(app: FastAPI, *, address: str = HERE, **more: Any) -> TestClient:
    """A client at this address; what fails in the app is answered as it would be to anyone."""
    return TestClient(app, base_url="http://localhost", raise_server_exceptions=False, client=(address, 50_000), **more)
