"""Who is who over HTTP: pairs that may be one, judging them, and undoing it."""

from __future__ import annotations

from pathlib import Path

import pytest
from local_client import TestClient, client_of

from api.access.keys import KeyFile, Scope
from api.app import create_app
from api.client import Problem, Streetgraph
from api.settings import Settings

CANDIDATES, JUDGEMENTS = "/v1/resolution/candidates", "/v1/resolution/judgements"

pytestmark = pytest.mark.usefixtures("meeting")


def judged(client: TestClient, left: str, right: str, verdict: str = "same", **more: str) -> dict:
    response = client.post(JUDGEMENTS, json={"left": left, "right": right, "verdict": verdict, **more})
    assert response.status_code == 201, response.text
    return response.json()["data"]


def test_candidates_come_the_surest_first_with_both_sides_and_the_reason(client: TestClient) -> None:
    body = client.get(CANDIDATES).json()
    assert [(row["left"]["id"], row["right"]["id"], row["verdict"]) for row in body["data"]] == [
        ("alibaba", "alibaba-group-holding", "same"),
        ("scott-rubner", "s-rubner", "unsure"),
    ]
    first = body["data"][0]
    assert first["left"]["is_listed"]
    context = first["right"]["context"]
    assert context["text"][context["start"] : context["end"]] == "Alibaba Group Holding Ltd"
    assert (first["score"], body["page"]["total"]) == (0.94, 2)
    unsure = client.get(CANDIDATES, params={"verdict": "unsure", "entity": "Rubner"}).json()
    assert [row["right"]["id"] for row in unsure["data"]] == ["s-rubner"]


def test_judging_two_the_same_merges_them_at_once(client: TestClient) -> None:
    before = client.get(CANDIDATES).json()
    made = judged(client, "Alibaba", "alibaba-group-holding", why="One company.", by="jane")
    assert (made["id"], made["by"], made["score"]) == (before["data"][0]["id"], "jane", 0.94)
    assert client.get("/v1/entities/alibaba-group-holding").json()["data"]["id"] == "alibaba"
    after = client.get(CANDIDATES).json()
    assert (after["page"]["total"], after["meta"]["revision"] > before["meta"]["revision"]) == (1, True)
    assert [row["right"] for row in client.get(JUDGEMENTS).json()["data"]] == ["alibaba-group-holding"]


def test_undoing_a_judgement_brings_back_what_was(client: TestClient) -> None:
    before = client.get("/v1/entities/alibaba").json()["data"]
    made = judged(client, "alibaba", "alibaba-group-holding")
    assert client.get("/v1/entities/alibaba").json()["data"]["documents"] == 2
    assert client.delete(f"{JUDGEMENTS}/{made['id']}").status_code == 204
    assert client.get("/v1/entities/alibaba").json()["data"] == before
    assert client.get("/v1/entities/alibaba-group-holding").json()["data"]["documents"] == 1
    again = client.delete(f"{JUDGEMENTS}/{made['id']}")
    assert (again.status_code, again.json()["type"]) == (404, "/problems/judgement-not-found")


@pytest.mark.parametrize(
    ("body", "status", "problem"),
    [
        ({"left": "alibaba", "right": "nobody", "verdict": "same"}, 404, "entity-not-found"),
        ({"left": "alibaba", "right": "BABA", "verdict": "same"}, 409, "one-already"),
        ({"left": "ubs", "right": "the bank", "verdict": "same"}, 409, "ambiguous-name"),
        ({"left": "ubs", "right": "alibaba", "verdict": "equal"}, 422, "body-invalid"),
        ({"left": "ubs", "right": "alibaba"}, 422, "body-invalid"),
    ],
)
def test_what_cannot_be_judged_says_why(client: TestClient, body: dict, status: int, problem: str) -> None:
    response = client.post(JUDGEMENTS, json=body)
    assert (response.status_code, response.json()["type"]) == (status, f"/problems/{problem}")


def test_a_judgement_that_contradicts_others_is_a_conflict(client: TestClient) -> None:
    judged(client, "ubs", "alibaba", "different")
    judged(client, "ubs", "goldman-sachs")
    response = client.post(JUDGEMENTS, json={"left": "goldman-sachs", "right": "alibaba", "verdict": "same"})
    assert (response.status_code, response.json()["type"]) == (409, "/problems/judgement-conflict")
    assert "ubs and alibaba cannot be two" in response.json()["detail"]


def test_the_client_has_a_method_for_each(client: TestClient) -> None:
    graph = Streetgraph(http=client)
    [sure] = graph.candidates(verdict="same")
    made = graph.judge(sure.left.id, sure.right.id, "same", by="jane")
    assert [each.id for each in graph.judgements(entity="alibaba")] == [made.id]
    graph.undo(made.id)
    assert list(graph.judgements()) == []
    with pytest.raises(Problem, match="No such judgement"):
        graph.undo(made.id)


def test_who_may_only_read_cannot_judge(address: str, tmp_path: Path) -> None:
    file = tmp_path / "own_keys.db"
    made, key = KeyFile(file).create("reader", [Scope.READ])
    _, writing = KeyFile(file).create("writer", [Scope.READ, Scope.WRITE])
    body = {"left": "ubs", "right": "alibaba", "verdict": "different"}
    with client_of(create_app(Settings(store=address, keys=file, require_keys=True))) as client:
        refused = client.post(JUDGEMENTS, json=body, headers={"X-API-Key": key})
        assert (refused.status_code, client.get(CANDIDATES, headers={"X-API-Key": key}).status_code) == (403, 200)
        taken = client.post(JUDGEMENTS, json=body, headers={"X-API-Key": writing})
        assert taken.json()["data"]["by"] not in ("", made.id)
