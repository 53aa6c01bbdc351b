"""Search, type-ahead and many names at once over HTTP."""

from __future__ import annotations

import anyio
import pytest
from local_client import TestClient
from starlette.types import Message


def ask(client: TestClient, path: str, **parameters) -> dict:
    response = client.get(f"/v1{path}", params=parameters)
    assert response.status_code == 200, response.text
    return response.json()


def test_a_search_finds_entities_claims_and_passages_with_highlights(client: TestClient) -> None:
    assert [row["entity"]["id"] for row in ask(client, "/search", q="baba", kind="entity")["data"]] == ["alibaba"]
    found = ask(client, "/search", q="warned")
    assert [row["kind"] for row in found["data"]] == ["claim", "passage"]
    claim = found["data"][0]
    assert claim["claim"]["stance"] == "negative"
    [mark] = claim["highlights"]
    assert claim["claim"]["quote"][mark["start"] : mark["end"]] == mark["text"] == "warned"
    assert found["page"]["total"] == 2


def test_a_search_for_entities_of_one_kind_finds_no_others(client: TestClient) -> None:
    found = {kind: ask(client, "/search", q="s", kind=kind)["data"] for kind in ("entity", "Institution", "Person")}
    assert {row["entity"]["kind"] for row in found["entity"]} >= {"Institution", "Person"}
    for kind in ("Institution", "Person"):
        assert found[kind] == [row for row in found["entity"] if row["entity"]["kind"] == kind]
    [near] = ask(client, "/search", q="alibabba", kind="Company")["data"]
    assert near["id"] == "alibaba"
    assert ask(client, "/search", q="alibabba", kind="Person")["data"] == []


def test_pages_of_a_search_follow_each_other(client: TestClient) -> None:
    first = ask(client, "/search", q="goldman", limit=1)
    second = ask(client, "/search", q="goldman", limit=1, cursor=first["page"]["next"])
    assert first["page"]["truncated"]
    assert first["data"] != second["data"]


def test_a_search_as_of_a_day_finds_what_was_said_by_then(client: TestClient) -> None:
    assert len(ask(client, "/search", q="rubner", kind="claim")["data"]) == 2
    assert len(ask(client, "/search", q="rubner", kind="claim", as_of="2025-02-10")["data"]) == 1


def test_suggestions_follow_what_is_typed(client: TestClient) -> None:
    found = ask(client, "/suggest", q="a", limit=1)
    assert ([row["id"] for row in found["data"]], found["page"]["truncated"]) == (["alibaba"], True)
    assert [row["matched"] for row in ask(client, "/suggest", q="sach")["data"]] == ["sachs"]


def test_each_of_many_names_has_its_own_answer(client: TestClient) -> None:
    names = ["BABA", "the bank", "alibabba", "Rubner"]
    response = client.post("/v1/resolve", json={"names": names})
    assert response.status_code == 200
    rows = response.json()["data"]
    assert [(row["query"], row["status"]) for row in rows] == list(
        zip(names, ["found", "ambiguous", "not_found", "found"], strict=True)
    )
    assert rows[0]["entity"]["id"] == "alibaba"
    assert {one["entity"]["id"] for one in rows[1]["candidates"]} == {"ubs", "goldman-sachs"}
    assert rows[2]["candidates"][0]["entity"]["id"] == "alibaba"


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/search?q=", "parameter-invalid"),
        ("/search?q=!", "parameter-invalid"),
        ("/search?q=the&kind=claim", "parameter-invalid"),
        ("/search?q=a&kind=figure", "parameter-invalid"),
        ("/search?q=a&text=b", "parameter-unknown"),
        ("/search?q=a&cursor=forged", "parameter-invalid"),
        ("/suggest", "parameter-invalid"),
        ("/suggest?q=a&limit=51", "parameter-invalid"),
    ],
)
def test_what_cannot_be_looked_for_is_refused(client: TestClient, path: str, problem: str) -> None:
    response = client.get(f"/v1{path}")
    assert (response.status_code, response.json()["type"]) == (400, f"/problems/{problem}"), response.text


@pytest.mark.parametrize(
    "body", [{}, {"names": []}, {"names": ["x"] * 1001}, {"names": ["x"], "mode": 1}, {"names": [1]}]
)
def test_a_batch_that_cannot_be_used_is_refused(client: TestClient, body: dict) -> None:
    response = client.post("/v1/resolve", json=body)
    assert (response.status_code, response.json()["type"]) == (422, "/problems/body-invalid"), response.text


def test_a_batch_is_not_read_further_than_it_may_be_long(client: TestClient) -> None:
    pieces = iter([b'{"names": ["', *[b"a" * 500_000] * 4, b'"]}'])
    response = client.post("/v1/resolve", content=pieces, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()["type"]) == (413, "/problems/body-too-large")


@pytest.mark.parametrize("path", ["/v1/resolve", "/v1/documents", "/v1/cypher"])
def test_nothing_is_read_of_whoever_may_not_ask(client: TestClient, path: str) -> None:
    headers = [(b"host", b"localhost"), (b"content-type", b"application/json"), (b"x-api-key", b"sg_0_guess")]
    scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": headers}
    sent: list[Message] = []

    async def receive() -> Message:
        pytest.fail("the body was read")

    async def send(message: Message) -> None:
        sent.append(message)

    anyio.run(client.app, scope, receive, send)
    assert sent[0]["status"] == 401


def test_who_was_not_named_by_a_moment_is_not_found_at_it(client: TestClient) -> None:
    early = {"as_of": "2025-02-10"}
    for path, more in (("/search", {"q": "alibaba", "kind": "entity"}), ("/suggest", {"q": "ali"})):
        assert [len(ask(client, path, **more, **moment)["data"]) for moment in ({}, early)] == [1, 0]
    assert [row["id"] for row in ask(client, "/suggest", q="go", **early)["data"]] == ["goldman-sachs"]
    assert ask(client, "/suggest", q="go", known_at="2025-01-01")["data"] == []


def test_what_is_counted_of_an_entity_is_that_of_the_moment(client: TestClient) -> None:
    counted = ("documents", "mentions", "claims_made", "claims_on_behalf", "claims_about")
    asked = [{}, {"as_of": "2025-02-10"}, {"known_at": "2025-02-01"}]
    found = [ask(client, "/entities/rubner", **more) for more in asked]
    now, early, before = ([one["data"][name] for name in counted] for one in found)
    assert (now, early, before) == ([2, 2, 2, 0, 0], [1, 1, 1, 0, 0], [0] * 5)
    assert found[1]["meta"]["as_of"] == "2025-02-10"
