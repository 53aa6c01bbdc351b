"""More documents at once than can be read: some are told to come again, and who only asks is answered meanwhile."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from threading import Event

import pytest
from starlette.testclient import TestClient

from api.extraction import MOST_AT_ONCE
from graph.model import Document, Extraction
from loaders.pipeline import Tier, extract


@pytest.fixture
def engine() -> str:
    """The embedded one: documents wait before any store is asked."""
    return "ladybug"


def test_documents_that_wait_do_not_keep_those_who_ask_from_an_answer(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = Event()

    def slow(document: Document, *, tier: Tier) -> Extraction:
        assert may_go_on.wait(60)
        return extract(document, tier=tier)

    monkeypatch.setattr("loaders.pipeline.extract", slow)
    with ThreadPoolExecutor(MOST_AT_ONCE + 1) as people:
        posts = [
            people.submit(client.post, "/v1/documents", json={"text": f"UBS said Nvidia may rise {number}%."})
            for number in range(MOST_AT_ONCE + 1)
        ]
        try:
            [refused], waiting = wait(posts, timeout=60, return_when=FIRST_COMPLETED)
            assert client.get("/v1/stats").status_code == 200
        finally:
            may_go_on.set()
    assert (refused.result().status_code, refused.result().json()["type"]) == (503, "/problems/server-busy")
    assert int(refused.result().headers["retry-after"]) > 0
    assert {post.result().status_code for post in waiting} == {201}
    assert client.post("/v1/documents", json={"text": "UBS said Nvidia may fall."}).status_code == 201
