"""The client: the questions of the API as methods, its lists without an end, its problems as exceptions."""

from __future__ import annotations

from inspect import getmembers, isfunction

import networkx
import pytest
from local_client import TestClient
from pydantic import ValidationError

from api.client import Problem, Streetgraph
from api.description import App

NOT_ASKED = {"list_jobs", "stream_job", "is_live", "is_ready"}


@pytest.fixture
def graph(client: TestClient) -> Streetgraph:
    return Streetgraph(http=client)


def test_a_list_is_gone_through_to_its_end(graph: Streetgraph) -> None:
    claims = list(graph.claims())
    assert [claim.claim_id for claim in graph.claims(limit=1)] == [claim.claim_id for claim in claims]
    assert len(claims) > 1


def test_a_claim_stands_in_its_document(graph: Streetgraph) -> None:
    claim = next(graph.claims(speaker="Rubner"))
    text = graph.document(claim.document_id).text
    assert text[claim.start : claim.end] == claim.quote
    assert graph.claim(claim.claim_id).prefix in text


def test_a_question_is_asked_from_the_chosen_moment(client: TestClient) -> None:
    assert list(Streetgraph(http=client, known_at="2000-01-01").claims()) == []
    before = Streetgraph(http=client, as_of="2025-02-10")
    assert {str(claim.published_at) for claim in before.claims()} == {"2025-02-07"}


def test_a_problem_says_what_the_server_said(graph: Streetgraph) -> None:
    with pytest.raises(Problem, match="gold") as caught:
        graph.entity("goldman-sax")
    assert (caught.value.status, caught.value.type) == (404, "/problems/entity-not-found")
    assert "goldman-sachs" in caught.value.more["nearest"]


def test_a_misspelt_filter_is_refused_before_anything_is_sent(graph: Streetgraph) -> None:
    with pytest.raises(ValidationError, match="speeker"):
        graph.claims(speeker="ubs")


def test_a_reference_may_hold_any_character(graph: Streetgraph) -> None:
    assert graph.entity("S&P 500").id == "sp-500"
    with pytest.raises(Problem, match="No such entity"):
        graph.entity("a?b#c")


def test_pairs_paths_and_peers_come_as_models(graph: Streetgraph) -> None:
    assert ("alibaba", "amazon") in {(pair.a_id, pair.b_id) for pair in graph.pairs(by="UBS")}
    assert next(graph.paths("ubs", "amazon")).hops
    assert "amazon" in {peer.id for peer in graph.peers("alibaba")}
    assert {edge.relation for edge in graph.neighbors("alibaba", relation=["BENCHMARKED_AGAINST"])}


def test_names_are_found_suggested_and_resolved(graph: Streetgraph) -> None:
    assert {found.kind for found in graph.search("alibaba")} >= {"entity", "passage"}
    assert "alibaba" in {entity.id for entity in graph.suggest("alib")}
    assert [(one.query, one.status) for one in graph.resolve("BABA", "nobody at all")] == [
        ("BABA", "found"),
        ("nobody at all", "not_found"),
    ]


def test_a_query_of_ones_own_is_refused_where_it_is_off(graph: Streetgraph) -> None:
    with pytest.raises(Problem) as caught:
        graph.cypher("MATCH (c:Claim) RETURN count(c) AS total")
    assert caught.value.type == "/problems/cypher-off"


def test_a_piece_of_the_graph_is_one_of_networkx(graph: Streetgraph) -> None:
    piece = graph.subgraph("alibaba", hops=1)
    assert isinstance(piece, networkx.MultiDiGraph)
    assert piece.has_edge("alibaba", "amazon")


def test_claims_come_as_a_table(graph: Streetgraph) -> None:
    table = graph.table(about="alibaba")
    assert set(table["claim_id"]) == {claim.claim_id for claim in graph.claims(about="alibaba")}
    assert "quote" in graph.table(speaker="ubs", published_to="2000-01-01").columns


def test_what_is_posted_can_be_removed_again(graph: Streetgraph) -> None:
    before = graph.stats().nodes
    job = graph.post({"text": "Goldman Sachs raised its target for the CSI 300 Index to 4,700 points."})
    [document] = job.documents
    assert document.document_id in {one.id for one in graph.documents(entity="csi-300")}
    graph.remove(str(document.document_id))
    assert graph.stats().nodes == before


def test_every_operation_of_the_api_has_a_method(client: TestClient) -> None:
    app = client.app
    assert isinstance(app, App)
    operations = {spec["operationId"] for methods in app.openapi()["paths"].values() for spec in methods.values()}
    methods = {name for name, _ in getmembers(Streetgraph, isfunction)}
    named = {name.split("_", 1)[1] if "_" in name else name for name in operations - NOT_ASKED}
    assert named <= methods | {"documents"}, named - methods
