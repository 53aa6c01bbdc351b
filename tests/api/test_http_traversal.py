"""From one entity to others over HTTP."""

from __future__ import annotations

import io

import networkx
import pytest
from local_client import TestClient


def ask(client: TestClient, path: str, **parameters) -> dict:
    response = client.get(f"/v1{path}", params=parameters)
    assert response.status_code == 200, response.text
    return response.json()


def test_neighbors_come_with_their_entities_and_counts_of_each_relation(client: TestClient) -> None:
    found = ask(client, "/entities/AMZN/neighbors", relation="benchmarked_against")
    [row] = found["data"]
    assert (row["entity_id"], row["direction"], row["hop"], row["from_id"]) == ("alibaba", "in", 1, "amazon")
    assert row["quote"] == "UBS benchmarks Alibaba against Amazon."
    assert found["counts"] == {"BENCHMARKED_AGAINST": {"out": 0, "in": 1}}
    assert [(node["id"], node["edges"]) for node in found["nodes"]] == [("alibaba", 2)]
    assert found["page"] == {"returned": 1, "total": 1, "truncated": False, "next": None}


@pytest.mark.parametrize("path", ["/entities/AMZN/neighbors?", "/paths?source=UBS&target=AMZN&", "/subgraph?ids=AMZN&"])
def test_a_relation_may_be_asked_for_in_short(client: TestClient, path: str) -> None:
    full, short = (client.get(f"/v1{path}{name}=BENCHMARKED_AGAINST").json() for name in ("relation", "rel"))
    assert full["data"] == short["data"] != client.get(f"/v1{path}".rstrip("?&")).json()["data"]
    both = client.get(f"/v1{path}rel=OWNS&relation=OWNS")
    assert (both.status_code, both.json()["type"]) == (400, "/problems/parameter-invalid")
    assert client.get(f"/v1{path}rel=LIKES").status_code == 400


def test_neighbors_of_neighbors_say_where_they_hang(client: TestClient) -> None:
    rows = ask(client, "/entities/amazon/neighbors", hops=2)["data"]
    assert {row["hop"] for row in rows} == {1, 2}
    assert {row["from_id"] for row in rows if row["hop"] == 2} <= {row["entity_id"] for row in rows if row["hop"] == 1}


def test_an_earlier_moment_has_fewer_neighbors_and_says_which_it_was(client: TestClient) -> None:
    found = ask(client, "/entities/alibaba/neighbors", as_of="2025-02-10")
    assert (found["data"], found["page"]["total"], found["meta"]["as_of"]) == ([], 0, "2025-02-10")
    assert ask(client, "/entities/alibaba/neighbors", known_at="2025-02-28")["data"] == []
    assert ask(client, "/pairs", as_of="2025-02-10")["data"] == []


def test_paths_may_be_asked_without_words_and_as_of_a_day(client: TestClient) -> None:
    asked = {"source": "alibaba", "target": "AMZN"}
    found = ask(client, "/paths", **asked, explain=False, k=2)
    assert (len(found["data"]), found["page"]["returned"]) == (2, 2)
    assert {hop["quote"] for path in found["data"] for hop in path["hops"]} == {None}
    assert ask(client, "/paths", **asked, as_of="2025-02-10")["data"] == []
    assert ask(client, "/paths", **asked, k=1)["page"]["truncated"] is True


def test_peers_have_a_score_and_a_reason(client: TestClient) -> None:
    [peer] = ask(client, "/entities/BABA/peers")["data"]
    assert (peer["id"], peer["score"], peer["why"]) == ("amazon", 0.5, "Set against it once by 1 source.")
    assert peer["quote"] == "UBS benchmarks Alibaba against Amazon."


def test_a_subgraph_is_ready_to_be_drawn(client: TestClient) -> None:
    drawn = ask(client, "/subgraph", ids="BABA, amazon")["data"]
    assert {(node["id"], node["hop"]) for node in drawn["nodes"]} == {("alibaba", 0), ("amazon", 0), ("ubs", 1)}
    assert {(link["source_id"], link["target_id"]) for link in drawn["links"]} >= {("alibaba", "amazon")}
    assert all(link["quote"] for link in drawn["links"])
    small = ask(client, "/subgraph", ids="alibaba", max_nodes=1)["data"]
    assert (small["is_cut"], small["nodes"][0]["more"]) == (True, small["nodes"][0]["edges"])


@pytest.mark.parametrize(
    ("parameters", "headers"),
    [({"format": "graphml"}, {}), ({}, {"Accept": "application/graphml+xml, application/json;q=0.5"})],
)
def test_a_subgraph_is_given_as_graphml(client: TestClient, parameters: dict, headers: dict) -> None:
    response = client.get("/v1/subgraph", params={"ids": "alibaba", **parameters}, headers=headers)
    assert response.headers["content-type"].startswith("application/graphml+xml")
    graph = networkx.read_graphml(io.BytesIO(response.content))
    assert set(graph) == {"alibaba", "amazon", "ubs"}
    assert graph.nodes["amazon"]["name"] == "Amazon"
    assert {about["relation"] for _, _, about in graph.edges(data=True)} >= {"BENCHMARKED_AGAINST"}


@pytest.mark.parametrize(
    ("parameters", "headers"),
    [({"format": "node-link"}, {}), ({}, {"Accept": "application/vnd.networkx.node-link+json"})],
)
def test_a_subgraph_is_given_as_networkx_has_it(client: TestClient, parameters: dict, headers: dict) -> None:
    response = client.get("/v1/subgraph", params={"ids": "alibaba", **parameters}, headers=headers)
    graph = networkx.node_link_graph(response.json(), edges="links")
    assert set(graph) == {"alibaba", "amazon", "ubs"}
    assert graph.edges["alibaba", "amazon", "BENCHMARKED_AGAINST"]["quote"].startswith("UBS benchmarks")


@pytest.mark.parametrize(
    ("path", "status", "problem"),
    [
        ("/entities/nobody/peers", 404, "entity-not-found"),
        ("/entities/the%20bank/neighbors", 409, "ambiguous-name"),
        ("/entities/alibaba/neighbors?relation=likes", 400, "parameter-invalid"),
        ("/entities/alibaba/neighbors?hops=4", 400, "parameter-invalid"),
        ("/entities/alibaba/neighbors?edge=OWNS", 400, "parameter-unknown"),
        ("/subgraph?ids=nobody", 404, "entity-not-found"),
        ("/subgraph?ids=,", 400, "parameter-invalid"),
        ("/subgraph?ids=alibaba&max_nodes=501", 400, "parameter-invalid"),
        ("/paths?source=alibaba&target=the%20bank", 409, "ambiguous-name"),
        ("/paths?source=alibaba", 400, "parameter-invalid"),
        ("/paths?source=alibaba&target=amazon&limit=3", 400, "parameter-unknown"),
        ("/pairs?company=alibabba", 404, "entity-not-found"),
        ("/pairs?as_of=yesterday", 400, "parameter-invalid"),
    ],
)
def test_what_cannot_be_answered_is_told_as_a_problem(client: TestClient, path: str, status: int, problem: str) -> None:
    response = client.get(f"/v1{path}")
    assert (response.status_code, response.json()["type"]) == (status, f"/problems/{problem}"), response.text
