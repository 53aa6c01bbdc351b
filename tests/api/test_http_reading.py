"""Questions over HTTP, on a real store."""

from __future__ import annotations

from starlette.testclient import TestClient
from written_graph import SECOND


def ask(client: TestClient, path: str, **query: object) -> dict:
    response = client.get(f"/v1{path}", params=query)
    assert response.status_code == 200, response.text
    return response.json()


def test_claims_come_with_speaker_subject_figures_and_words(client: TestClient) -> None:
    newest = ask(client, "/claims", speaker="scott-rubner")["data"][0]
    assert (newest["speaker"], newest["org"], newest["stance"]) == ("Scott Rubner", "Goldman Sachs", "negative")
    assert newest["about"] == [{"id": "sp-500", "name": "S&P 500"}]
    assert [(figure["low"], figure["unit"], figure["about"]) for figure in newest["figures"]] == [
        (-5.0, "percent", "S&P 500")
    ]
    assert SECOND[newest["start"] : newest["end"]] == newest["quote"]


def test_an_entity_goes_by_id_name_alias_and_ticker(client: TestClient) -> None:
    names = ("goldman-sachs", "Goldman Sachs", "goldman")
    assert {ask(client, f"/entities/{name}")["data"]["id"] for name in names} == {"goldman-sachs"}
    assert ask(client, "/entities/BABA")["data"]["name"] == "Alibaba"


def test_filters_narrow_each_other(client: TestClient) -> None:
    def found(**query: object) -> int:
        return ask(client, "/claims", **query)["page"]["total"]

    assert found(speaker="rubner") == 2
    assert found(speaker="rubner", stance="positive") == 1
    assert found(organisation="goldman", type="warning") == 1
    assert found(about="sp-500", **{"from": "2025-02-10"}) == 1
    assert found(about="sp-500", to="2025-02-10") == 1
    assert found(text="WARNED that") == 1
    assert found(speaker="ubs", stance="negative") == 0


def test_an_empty_filter_counts_as_not_given(client: TestClient) -> None:
    assert ask(client, "/claims", speaker="", stance="")["data"] == ask(client, "/claims")["data"]


def test_a_list_can_be_walked_page_by_page_without_loss_or_repeat(client: TestClient) -> None:
    whole = [claim["claim_id"] for claim in ask(client, "/claims")["data"]]
    walked, cursor = [], ""
    while True:
        answer = ask(client, "/claims", limit=1, cursor=cursor)
        walked += [claim["claim_id"] for claim in answer["data"]]
        assert answer["page"]["total"] == len(whole)
        assert answer["page"]["truncated"] == (answer["page"]["next"] is not None)
        if (cursor := answer["page"]["next"]) is None:
            break
    assert walked == whole


def test_a_limit_beyond_the_highest_is_lowered_and_says_so(client: TestClient) -> None:
    answer = ask(client, "/claims", limit=10_000)
    assert "lowered from 10000 to 20" in answer["meta"]["warnings"][0]


def test_a_claim_stands_in_its_context(client: TestClient) -> None:
    claim_id = ask(client, "/claims", type="warning")["data"][0]["claim_id"]
    claim = ask(client, f"/claims/{claim_id}")["data"]
    assert claim["prefix"] + claim["quote"] + claim["suffix"] == SECOND
    assert [passage["text"] for passage in claim["passages"]] == [SECOND]


def test_pairs_say_who_sets_them(client: TestClient) -> None:
    [pair] = ask(client, "/pairs", by="UBS", company="AMZN")["data"]
    assert (pair["a"], pair["b"], pair["by"]) == ("Alibaba", "Amazon", "UBS")


def test_neighbours_carry_direction_role_and_words(client: TestClient) -> None:
    rows = ask(client, "/entities/goldman-sachs/neighbors", relation="HAS_ROLE_AT")["data"]
    assert [(row["name"], row["direction"], row["role"]) for row in rows] == [("Scott Rubner", "in", "strategist")]
    assert ask(client, "/entities/goldman-sachs/neighbors", relation="HAS_ROLE_AT", direction="out")["data"] == []


def test_each_hop_of_a_path_shows_its_words(client: TestClient) -> None:
    [path] = ask(client, "/paths", source="alibaba", target="amazon", k=1)["data"]
    assert [(hop["source"], hop["relation"], hop["target"], hop["by"]) for hop in path["hops"]] == [
        ("Alibaba", "BENCHMARKED_AGAINST", "Amazon", "UBS")
    ]
    assert path["hops"][0]["quote"] in SECOND


def test_no_path_is_an_empty_list(client: TestClient) -> None:
    assert ask(client, "/paths", source="alibaba", target="goldman-sachs")["data"] == []


def test_a_document_is_given_with_its_text_and_listed_without(client: TestClient) -> None:
    listed = ask(client, "/documents")["data"]
    assert [document["title"] for document in listed] == ["Pairs and worries", "A rise to come"]
    assert "text" not in listed[0]
    assert ask(client, f"/documents/{listed[0]['id']}")["data"]["text"] == SECOND


def test_health_and_stats_say_how_it_stands(client: TestClient) -> None:
    assert client.get("/health/ready").json()["engine"] == client.app.state.store.engine
    assert ask(client, "/stats")["data"]["nodes"]["Document"] == 2
