"""Only so many tables are sent at the same time; pages are never held up by them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from local_client import HERE, TestClient, client_of

from api.app import create_app
from api.settings import Settings
from api.tables import response

TABLE = "/v1/claims?format=csv"


@pytest.fixture
def engine() -> str:
    """What is sent at the same time has nothing to do with the engine."""
    return "ladybug"


@pytest.fixture
def one_at_once(address: str) -> Iterator[TestClient]:
    with client_of(create_app(Settings(store=address, max_tables=1))) as client:
        yield client


def test_a_table_too_many_is_refused_until_another_ends(one_at_once: TestClient) -> None:
    with one_at_once.app.state.tables.one():
        refused = one_at_once.get(TABLE)
        assert (refused.status_code, refused.json()["type"]) == (503, "/problems/tables-busy")
        assert int(refused.headers["retry-after"]) > 0
        assert one_at_once.get("/v1/claims").status_code == 200
    assert one_at_once.get(TABLE).status_code == 200


def test_whatever_becomes_of_a_table_the_next_one_is_sent(one_at_once: TestClient) -> None:
    assert one_at_once.get(f"{TABLE}&about=nobody").status_code == 404
    assert one_at_once.head(TABLE).status_code == 200
    for form in ("csv", "jsonl", "parquet", "xlsx") * 2:
        assert one_at_once.get(f"/v1/claims?format={form}").status_code == 200


def test_who_leaves_amid_a_table_makes_room_for_others(one_at_once: TestClient) -> None:
    for _ in range(3):
        with one_at_once.stream("GET", TABLE) as response:
            next(response.iter_bytes(10))
    assert one_at_once.get(TABLE).status_code == 200


@pytest.mark.parametrize(("whole", "piece"), [(0.05, 30.0), (900.0, 0.05)])
@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "xlsx"])
def test_who_takes_a_table_too_slowly_is_cut_off_and_makes_room(
    address: str, monkeypatch: pytest.MonkeyPatch, whole: float, piece: float, form: str
) -> None:
    monkeypatch.setattr(response, "STALL_SECONDS", piece)
    settings = Settings(store=address, max_tables=1, table_seconds=whole)
    with client_of(create_app(settings)) as client:
        assert asyncio.run(sent_until_stalled(client.app, f"format={form}"))[0]["status"] == 200
        with client.app.state.tables.one():
            pass


async def sent_until_stalled(app: Any, query: str) -> list[dict[str, Any]]:
    """What an app answers to somebody who takes the head of the answer and then no more, once it has given up."""
    messages: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return await asyncio.Future() if messages else {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)
        if message["type"] == "http.response.body":
            await asyncio.Future()

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/v1/claims",
        "raw_path": b"/v1/claims",
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", b"localhost")],
        "client": (HERE, 50_000),
        "server": ("localhost", 80),
    }
    await asyncio.wait_for(app(scope, receive, send), 30)
    return messages
