"""The ways in over a small graph."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner
from written_graph import NOW, hopeful_note, worried_note

from api.app import create_app
from api.settings import Settings
from graph.ingest import ingest
from graph.opening import open_store

with warnings.catch_warnings():  # which HTTP client it wraps is not our business
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient


@pytest.fixture
def address(tmp_path: Path) -> str:
    """A store with both notes in it."""
    where = f"ladybug:{tmp_path / 'graph.db'}"
    store = open_store(where)
    for extraction in (hopeful_note(), worried_note()):
        ingest(store, extraction, now=NOW)
    store.close()
    return where


@pytest.fixture
def client(address: str) -> Iterator[TestClient]:
    """The HTTP API over that store."""
    app = create_app(Settings(store=address, max_document_bytes=100_000, page_limit=10, max_page_limit=20))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def cli(address: str, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command line over that store."""
    monkeypatch.setenv("STREETGRAPH_STORE", address)
    return CliRunner()
