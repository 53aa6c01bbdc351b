"""The names that the server answers to: a page elsewhere cannot point its own name here and read on."""

from __future__ import annotations

import pytest
from local_client import TestClient, client_of

from api.app import create_app
from api.settings import Settings


@pytest.fixture
def engine() -> str:
    """The embedded one: the names have nothing to do with the store."""
    return "ladybug"


def status(client: TestClient, host: str, path: str = "/v1/stats") -> int:
    return client.get(path, headers={"host": host}).status_code


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000", "192.0.2.7"])
def test_the_server_answers_to_localhost_and_to_addresses(client: TestClient, host: str) -> None:
    assert status(client, host) == 200


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", ""),
        *("[::1", "[::1]x", "a@localhost", "localhost/x", "localhost?x"),
    ],
)
@pytest.mark.parametrize("path", ["/v1/stats", "/docs", "/openapi.json", "/nothing"])
def test_a_name_that_was_pointed_here_is_refused(client: TestClient, host: str, path: str) -> None:
    response = client.get(path, headers={"host": host})
    assert (response.status_code, response.headers["content-type"]) == (421, "application/problem+json")
    assert response.json()["type"] == "/problems/host-refused"


def test_a_page_of_a_name_that_was_pointed_here_may_not_write(client: TestClient) -> None:
    headers = {"host": "evil.example", "origin": "http://evil.example"}
    assert client.post("/v1/documents", json={"text": "UBS rose."}, headers=headers).status_code == 421


def test_further_names_can_be_allowed(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREETGRAPH_ALLOWED_HOSTS", "graph.example, Other.example")
    with client_of(create_app(Settings(store=address, host="here.example", require_keys=False))) as client:
        for host, code in {
            "graph.example": 200,
            "other.example": 200,
            "here.example": 200,
            "evil.example": 421,
        }.items():
            assert status(client, host) == code
    with client_of(create_app(Settings(store=address, allowed_hosts="*"))) as client:
        assert status(client, "any.example") == 200
