"""Documents that are posted again with another text."""

from __future__ import annotations

from local_client import TestClient
from test_http_posting import TEXT, posted

DOUBT = "Morgan Stanley warned that the Hang Seng Index may fall."
PAGE = "https://news.example/42"


def ids(client: TestClient) -> set[str]:
    return {row["id"] for row in client.get("/v1/documents").json()["data"]}


def test_another_text_at_an_address_takes_the_place_of_the_first(client: TestClient) -> None:
    before = ids(client)
    first = posted(client, json={"text": f"{TEXT} {DOUBT}", "url": PAGE})
    changed = posted(client, json={"text": TEXT, "url": PAGE})
    assert changed["state"] == "changed"
    assert {name: changed["counts"][f"claims_{name}"] for name in ("kept", "added", "gone")} == {
        "kept": 1,
        "added": 0,
        "gone": first["counts"]["claims"] - 1,
    }
    assert ids(client) - before == {changed["document_id"]}


def test_two_texts_of_one_address_in_one_post_are_both_kept(client: TestClient) -> None:
    before = ids(client)
    body = [{"text": text, "url": PAGE} for text in (TEXT, DOUBT)]
    for states in ({"added": 2}, {"unchanged": 2}):
        job = client.post("/v1/documents?wait=60", json=body).json()["data"]
        assert job["tally"] == states
    assert len(ids(client) - before) == 2
