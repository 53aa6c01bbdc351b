"""Cypher over HTTP: off unless the operator switches it on, for those with the scope, within limits, told plainly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from local_client import ELSEWHERE, TestClient, client_of

from api.access.keys import KeyFile, Scope
from api.app import create_app
from api.settings import Settings

NAMES = "MATCH (e:Entity) WHERE e.kind = $kind RETURN e.id AS id ORDER BY id"


@pytest.fixture
def asked(address: str) -> Iterator[TestClient]:
    """A server that takes Cypher."""
    with client_of(create_app(Settings(store=address, cypher=True, cypher_rows=3, cypher_seconds=5))) as client:
        yield client


def ask(client: TestClient, query: str, **more: Any) -> Any:
    return client.post("/v1/cypher", json={"query": query, **more})


def name_of(response: Any) -> tuple[int, str]:
    return response.status_code, response.json()["type"].removeprefix("/problems/")


def test_a_query_is_answered_with_columns_and_rows(asked: TestClient) -> None:
    response = ask(asked, NAMES, parameters={"kind": "Company"})
    assert response.status_code == 200
    answer = response.json()
    assert answer["data"] == {"columns": ["id"], "rows": [["alibaba"], ["amazon"]]}
    assert answer["page"] == {"returned": 2, "total": 2, "truncated": False, "next": None}
    assert answer["meta"]["revision"] == asked.get("/v1/stats").json()["meta"]["revision"]


def test_nodes_relationships_and_paths_are_plain(asked: TestClient) -> None:
    query = "MATCH p = (a:Entity {id: 'alibaba'})-[r:BENCHMARKED_AGAINST]->(b:Entity) RETURN a, r, p"
    [[node, relationship, path]] = ask(asked, query).json()["data"]["rows"]
    assert (node["id"], node["labels"], node["properties"]["tickers"]) == ("alibaba", ["Entity"], ["BABA"])
    assert (relationship["type"], relationship["source"], relationship["target"]) == (
        "BENCHMARKED_AGAINST",
        "alibaba",
        "amazon",
    )
    assert relationship["properties"]["by"] == "ubs"
    assert [step["id"] for step in path] == ["alibaba", relationship["id"], "amazon"]


def test_what_is_cut_off_is_said(asked: TestClient) -> None:
    answer = ask(asked, "MATCH (e:Entity) RETURN e.id AS id ORDER BY id").json()
    assert answer["page"] == {"returned": 3, "total": None, "truncated": True, "next": None}
    assert "first 3 rows" in answer["meta"]["warnings"][0]


def test_bytes_are_limited_too(address: str) -> None:
    with client_of(create_app(Settings(store=address, cypher=True, cypher_bytes=50))) as client:
        answer = ask(client, "MATCH (e:Entity) RETURN e.id AS id ORDER BY id").json()
    assert 0 < answer["page"]["returned"] < 6
    assert "50 bytes" in answer["meta"]["warnings"][0]


def test_what_may_not_run_is_told_with_its_place(asked: TestClient) -> None:
    response = ask(asked, "MATCH (n)\n  DETACH DELETE n")
    assert name_of(response) == (403, "cypher-refused")
    assert (response.json()["line"], response.json()["column"]) == (2, 3)
    assert "DETACH" in response.json()["detail"]


@pytest.mark.parametrize(
    ("query", "parameters", "expected"),
    [
        ("MATCH (n) RETURN n.id AS id ORDER nonsense", {}, (403, "cypher-refused")),
        ("MATCH (n:Entity) RETURN n.name + 1 - [] AS x", {}, (400, "cypher-failed")),
        ("RETURN $missing AS x", {}, (400, "parameter-invalid")),
        ("RETURN 1 AS x", {"extra": 1}, (400, "parameter-invalid")),
        ("", {}, (403, "cypher-refused")),
        ("MATCH (n) RETURN n" + " " * 20_000, {}, (403, "cypher-refused")),
    ],
)
def test_each_failure_has_its_problem(
    asked: TestClient, query: str, parameters: dict[str, Any], expected: tuple[int, str]
) -> None:
    assert name_of(ask(asked, query, parameters=parameters)) == expected


def test_a_query_that_takes_too_long_is_ended_and_the_next_one_runs(address: str) -> None:
    slow = "MATCH (a), (b), (c), (d), (e), (f), (g) WHERE a.id + b.id < c.id + d.id RETURN sum(size(e.id + f.id)) AS n"
    with client_of(create_app(Settings(store=address, cypher=True, cypher_seconds=1))) as client:
        assert name_of(ask(client, slow)) == (408, "cypher-timed-out")
        assert ask(client, "RETURN 1 AS one").json()["data"]["rows"] == [[1]]


def test_what_is_written_is_seen_by_the_next_query(asked: TestClient) -> None:
    count = "MATCH (d:Document) RETURN count(d) AS documents"
    assert ask(asked, count).json()["data"]["rows"] == [[2]]
    document = asked.get("/v1/documents").json()["data"][0]["id"]
    assert asked.delete(f"/v1/documents/{document}").is_success
    assert ask(asked, count).json()["data"]["rows"] == [[1]]


class TestWhoMayAsk:
    """The same on every engine, so asked of one."""

    @pytest.fixture
    def engine(self) -> str:
        return "ladybug"

    def test_it_is_off_unless_switched_on(self, client: TestClient) -> None:
        response = ask(client, "RETURN 1 AS one")
        assert name_of(response) == (403, "cypher-off")
        assert "STREETGRAPH_CYPHER" in response.json()["detail"]

    def test_a_key_needs_the_scope(self, address: str, tmp_path: Path) -> None:
        keys = KeyFile(tmp_path / "keys.db")
        texts = {scope: keys.create("desk", [scope])[1] for scope in (Scope.READ, Scope.CYPHER)}
        app = create_app(Settings(store=address, cypher=True, keys=keys.path))
        with client_of(app, address=ELSEWHERE) as client:
            for scope, status in ((Scope.READ, 403), (Scope.CYPHER, 200)):
                client.headers["authorization"] = f"Bearer {texts[scope]}"
                assert ask(client, "RETURN 1 AS one").status_code == status

    def test_a_page_of_another_site_may_not_ask(self, asked: TestClient) -> None:
        body = {"query": "RETURN 1 AS one"}
        response = asked.post("/v1/cypher", json=body, headers={"origin": "https://elsewhere.example"})
        assert name_of(response) == (403, "origin-refused")

    @pytest.mark.parametrize(
        ("content", "kind", "expected"),
        [
            (b"RETURN 1", "text/plain", (415, "media-type-unsupported")),
            (b"{}", "application/json", (422, "body-invalid")),
            (b'{"query": 1}', "application/json", (422, "body-invalid")),
            (b'{"query": "RETURN 1", "x": 1}', "application/json", (422, "body-invalid")),
            (b"[" * 100_000, "application/json", (422, "body-invalid")),
            (b" " * 1_000_001, "application/json", (413, "body-too-large")),
        ],
    )
    def test_a_body_is_json_with_a_query(
        self, asked: TestClient, content: bytes, kind: str, expected: tuple[int, str]
    ) -> None:
        assert name_of(asked.post("/v1/cypher", content=content, headers={"content-type": kind})) == expected
