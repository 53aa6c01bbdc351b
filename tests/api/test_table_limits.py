"""Only so many tables are sent at the same time; pages are never held up by them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from local_client import TestClient, client_of

from api.app import create_app
from api.settings import Settings

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
