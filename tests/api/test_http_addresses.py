"""Addresses that are posted: fetched by the server only where its operator allows that."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from local_client import TestClient, client_of
from web_server import Web, serving

from api.app import create_app
from api.settings import Settings

TEXT = b"Goldman Sachs raised its target for the CSI 300 Index to 4,700 points."


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as running:
        yield running


@pytest.fixture
def fetching(address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A server that fetches what is posted, also from this machine."""
    monkeypatch.setenv("STREETGRAPH_FETCH_POSTED", "true")
    monkeypatch.setenv("STREETGRAPH_FETCH_PRIVATE", "true")
    with client_of(create_app(Settings(store=address))) as client:
        yield client


def test_an_address_is_refused_unless_that_is_allowed(client: TestClient, web: Web) -> None:
    response = client.post("/v1/documents", json={"url": web.put("/a.txt", TEXT)})
    assert (response.status_code, response.json()["type"]) == (403, "/problems/fetch-off")
    assert not web.asked


def test_what_is_at_an_address_is_read(fetching: TestClient, web: Web) -> None:
    address = web.put("/a.txt", TEXT)
    [document] = fetching.post("/v1/documents?wait=60", json={"url": address}).json()["data"]["documents"]
    assert (document["state"], document["label"]) == ("added", address)
    kept = fetching.get(f"/v1/documents/{document['document_id']}").json()["data"]
    assert (kept["text"], kept["url"]) == (TEXT.decode(), address)


def test_an_address_that_gives_nothing_is_refused(fetching: TestClient, web: Web) -> None:
    response = fetching.post("/v1/documents", json={"url": f"{web.address}/nowhere"})
    assert (response.status_code, response.json()["type"]) == (422, "/problems/document-unreadable")
    assert "is answered with 404" in response.json()["detail"]


def test_a_text_with_an_address_is_read_without_visiting_it(fetching: TestClient, web: Web) -> None:
    posted = {"text": TEXT.decode(), "url": f"{web.address}/a.txt"}
    [document] = fetching.post("/v1/documents?wait=60", json=posted).json()["data"]["documents"]
    assert document["state"] == "added"
    assert not web.asked


def test_closed_networks_are_refused_by_themselves(address: str, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREETGRAPH_FETCH_POSTED", "true")
    with client_of(create_app(Settings(store=address))) as client:
        response = client.post("/v1/documents", json={"url": web.put("/a.txt", TEXT)})
    assert response.status_code == 422
    assert "within this machine or a closed network" in response.json()["detail"]
    assert not web.asked
