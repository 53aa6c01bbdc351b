"""The ways in over a small graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from local_client import TestClient, client_of
from spelt_otherwise import load_meeting
from typer.testing import CliRunner
from written_graph import NOW, hopeful_note, worried_note

from api.app import create_app
from api.settings import Settings
from graph.bolt import Neo4jAccess
from graph.ingest import ingest
from graph.opening import open_store


@pytest.fixture
def address(empty_address: str, access: Neo4jAccess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of each engine with both notes in it; who may log in is set in the environment."""
    for name in ("jobs", "keys"):  # nobody's own ones
        monkeypatch.setenv(f"STREETGRAPH_{name.upper()}", str(tmp_path / f"{name}.db"))
    if access.password is not None:
        monkeypatch.setenv("STREETGRAPH_NEO4J_USER", access.user)
        monkeypatch.setenv("STREETGRAPH_NEO4J_PASSWORD", access.password)
    store = open_store(empty_address, access=access)
    for extraction in (hopeful_note(), worried_note()):
        ingest(store, extraction, now=NOW)
    store.close()
    return empty_address


@pytest.fixture
def meeting(address: str, access: Neo4jAccess) -> None:
    """Beside the two notes one that spells names otherwise."""
    load_meeting(address, access)


@pytest.fixture
def client(address: str) -> Iterator[TestClient]:
    """The HTTP API over that store."""
    app = create_app(Settings(store=address, max_document_bytes=100_000, page_limit=10, max_page_limit=20))
    with client_of(app) as client:
        yield client


@pytest.fixture
def cli(address: str, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command line over that store."""
    monkeypatch.setenv("STREETGRAPH_STORE", address)
    return CliRunner()
