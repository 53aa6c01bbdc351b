"""Neighbours over several hops, subgraphs, paths and peers, on graphs made at random but always the same."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import networkx
import pytest
from stories import Story

from graph import Store, ingest
from graph.errors import ParameterInvalid
from graph.explore import Moment, Page, neighbors, pairs, paths, peers, subgraph
from graph.model import Kind, RelationType

NAMES = tuple(f"Firm {letter}" for letter in "ABCDEFGHIJKL")
RELATIONS = (RelationType.OWNS, RelationType.PARTNER_OF, RelationType.BENCHMARKED_AGAINST)


def random_graph(store: Store, seed: int) -> networkx.MultiDiGraph:
    """Twelve companies with thirty edges over three days, in the store and as networkx has it."""
    chance, graph = random.Random(seed), networkx.MultiDiGraph()
    for note in range(3):
        edges = [chance.sample(NAMES, 2) for _ in range(10)]
        sentences = tuple(f"{a} is tied to {b} by tie {note}{number}." for number, (a, b) in enumerate(edges))
        story = Story(sentences, published_at=date(2025, 1, 1) + timedelta(days=note))
        ids = {name: story.names(name, Kind.COMPANY) for name in {name for edge in edges for name in edge}}
        for (a, b), sentence in zip(edges, sentences, strict=True):
            kind = chance.choice(RELATIONS)
            story.relates(kind, ids[a], ids[b], sentence)
            graph.add_edge(ids[a], ids[b], relation=kind.value)
        ingest(store, story.extraction, now=datetime(2025, 3, 1 + note, tzinfo=UTC))
    return graph


def all_pages(ask: Callable[..., Page], limit: int) -> list[dict]:
    rows, cursor = [], None
    while True:
        page = ask(limit=limit, cursor=cursor)
        assert page.returned <= limit
        rows += page.rows
        if (cursor := page.next) is None:
            return rows


@pytest.mark.parametrize("seed", [1, 2])
def test_paths_are_the_shortest_simple_ones_with_true_steps(store: Store, seed: int) -> None:
    graph = random_graph(store, seed)
    plain = networkx.Graph(graph)
    for target in sorted(set(graph) - {"firm-a"})[:4]:
        found = paths(store, "firm-a", target, max_hops=5, limit=7).rows
        routes = [("firm-a", *(hop["target_id"] for hop in path["hops"])) for path in found]
        every = sorted(networkx.all_simple_paths(plain, "firm-a", target, cutoff=5), key=lambda path: (len(path), path))
        assert routes == [tuple(path) for path in every[:7]]
        for hop in (hop for path in found for hop in path["hops"]):
            assert hop["quote"].startswith((f"{hop['source']} is tied", f"{hop['target']} is tied"))


def test_paths_follow_only_the_relations_that_are_asked_for(store: Store) -> None:
    graph = random_graph(store, 3)
    owned = networkx.Graph([(a, b) for a, b, relation in graph.edges(data="relation") if relation == "OWNS"])
    for target in sorted(set(owned) - {"firm-a"}):
        found = paths(store, "firm-a", target, relation="owns", limit=1).rows
        near = "firm-a" in owned and networkx.has_path(owned, "firm-a", target)
        assert bool(found) == (near and networkx.shortest_path_length(owned, "firm-a", target) <= 4)
        assert {hop["relation"] for path in found for hop in path["hops"]} <= {"OWNS"}


def test_a_path_without_explanations_has_no_words(store: Store) -> None:
    random_graph(store, 1)
    [path] = paths(store, "Firm A", "Firm B", limit=1, explain=False).rows
    assert {hop["quote"] for hop in path["hops"]} == {None}
    assert all(hop["claim_id"] and hop["relation"] for hop in path["hops"])


@pytest.mark.parametrize("asked", [{}, {"hops": 2}, {"hops": 3, "direction": "out"}, {"relation": "owns,partner_of"}])
def test_pages_of_neighbors_are_one_big_page_in_pieces(store: Store, asked: dict) -> None:
    random_graph(store, 4)

    def ask(**page) -> Page:
        return neighbors(store, "Firm A", **asked, **page)

    whole = ask(limit=1000)
    assert not whole.truncated
    assert whole.rows
    for limit in (1, 3):
        assert all_pages(ask, limit) == whole.rows


@pytest.mark.parametrize("hop", ["²", "", "nan", "9" * 5000, "~"])
def test_a_cursor_that_somebody_made_up_breaks_nothing(store: Store, hop: str) -> None:
    random_graph(store, 4)
    mark, *_ = json.loads(base64.urlsafe_b64decode(f"{neighbors(store, 'Firm A', hops=2, limit=1).next}=="))
    forged = base64.urlsafe_b64encode(json.dumps([mark, hop, ""]).encode()).decode()
    assert neighbors(store, "Firm A", hops=2, limit=1, cursor=forged).returned <= 1


def test_neighbors_over_hops_are_those_that_are_so_far_away(store: Store) -> None:
    graph = random_graph(store, 5)
    away = networkx.single_source_shortest_path_length(networkx.Graph(graph), "firm-a", cutoff=3)
    page = neighbors(store, "Firm A", hops=3, limit=1000)
    assert {node["id"]: node["hop"] for node in page.nodes if node["id"] != "firm-a"} == {
        one: hop for one, hop in away.items() if hop and one != "firm-a"
    }
    assert all(abs(away[row["from_id"]] - (row["hop"] - 1)) == 0 for row in page.rows)


def test_counts_per_relation_are_those_of_the_graph(store: Store) -> None:
    graph = random_graph(store, 6)
    out = [relation for _, _, relation in graph.out_edges("firm-a", data="relation")]
    into = [relation for _, _, relation in graph.in_edges("firm-a", data="relation")]
    page = neighbors(store, "Firm A")
    assert page.counts == {
        relation: {"out": out.count(relation), "in": into.count(relation)} for relation in sorted({*out, *into})
    }
    assert page.total == len(page.rows) == len(out) + len(into)


def test_neighbors_may_be_of_one_kind_alone(store: Store, now) -> None:
    story = Story(("Ann Ash of Acme owns Bolt.",))
    ann, acme, bolt = (
        story.names(name, kind)
        for name, kind in (("Ann Ash", Kind.PERSON), ("Acme", Kind.COMPANY), ("Bolt", Kind.COMPANY))
    )
    story.relates(RelationType.HAS_ROLE_AT, ann, acme, story.sentences[0])
    story.relates(RelationType.OWNS, acme, bolt, story.sentences[0])
    ingest(store, story.extraction, now=now)
    assert [row["entity_id"] for row in neighbors(store, "Acme", kind="Person").rows] == ["ann-ash"]
    assert [row["entity_id"] for row in neighbors(store, "Bolt", kind="Person", hops=2).rows] == ["ann-ash"]


def test_what_lies_around_can_be_asked_as_of_a_day_and_as_known_at_a_time(store: Store) -> None:
    random_graph(store, 7)
    for moment, notes in ((Moment.of(as_of="2025-01-01"), "0"), (Moment.of(known_at="2025-03-02"), "01")):
        for rows in (
            neighbors(store, "Firm A", moment=moment).rows,
            neighbors(store, "Firm A", hops=3, moment=moment).rows,
            subgraph(store, ["Firm A"], hops=3, moment=moment).links,
            pairs(store, moment=moment).rows,
        ):
            assert rows
            assert {row["quote"].split("tie ")[1][0] for row in rows} <= set(notes)
        page = neighbors(store, "Firm A", moment=moment)
        assert page.total == len(page.rows)
        for path in paths(store, "Firm A", "Firm B", moment=moment).rows:
            assert {hop["quote"].split("tie ")[1][0] for hop in path["hops"]} <= set(notes)


def test_a_subgraph_holds_what_is_so_near_and_every_link_between(store: Store) -> None:
    graph = random_graph(store, 8)
    found = subgraph(store, ["Firm A"], hops=2)
    away = networkx.single_source_shortest_path_length(networkx.Graph(graph), "firm-a", cutoff=2)
    assert {node["id"]: node["hop"] for node in found.nodes} == dict(away)
    links = {(a, b, relation) for a, b, relation in graph.edges(data="relation") if {a, b} <= set(away)}
    assert {(link["source_id"], link["target_id"], link["relation"]) for link in found.links} == links
    assert sum(link["edges"] for link in found.links) == sum(1 for a, b in graph.edges() if {a, b} <= set(away))
    assert not found.is_cut
    for node in found.nodes:
        outside = [1 for a, b in graph.edges() if node["id"] in (a, b) and not {a, b} <= set(away)]
        assert node["more"] == len(outside)


def test_a_subgraph_that_is_cut_keeps_those_with_most_links_and_says_so(store: Store) -> None:
    random_graph(store, 9)
    whole, cut = (subgraph(store, ["Firm A"], hops=2, max_nodes=most) for most in (100, 4))
    assert (len(cut.nodes), cut.is_cut, whole.is_cut) == (4, True, False)
    assert sum(node["more"] for node in cut.nodes) > 0
    near = {node["id"] for node in whole.nodes if node["hop"] == 1}
    assert {node["id"] for node in cut.nodes if node["hop"] == 1} <= near


def test_a_subgraph_holds_whoever_it_is_asked_for_however_small_it_is_to_be(filled: Store) -> None:
    drawn = subgraph(filled, ["ubs", "apple", "xiaomi"], max_nodes=1)
    assert ({node["id"] for node in drawn.nodes}, drawn.is_cut) == ({"ubs", "apple", "xiaomi"}, True)


@pytest.mark.parametrize("wrong", [{"hops": 0}, {"hops": 4}, {"max_nodes": 0}, {"max_nodes": 501}])
def test_subgraphs_are_bounded(filled: Store, wrong: dict[str, int]) -> None:
    with pytest.raises(ParameterInvalid):
        subgraph(filled, ["ubs"], **wrong)


def test_peers_say_how_they_come_to_be_peers_and_those_of_peers_count_for_less(store: Store, now) -> None:
    story = Story(("UBS sets Acme against Bolt.", "Citi does so too: Acme and Bolt.", "It sets Bolt against Core."))
    acme, bolt, core = (story.names(name, Kind.COMPANY) for name in ("Acme", "Bolt", "Core"))
    ubs, citi = (story.names(name, Kind.INSTITUTION) for name in ("UBS", "Citi"))
    story.relates(RelationType.BENCHMARKED_AGAINST, acme, bolt, story.sentences[0], by=ubs)
    story.relates(RelationType.BENCHMARKED_AGAINST, acme, bolt, "Acme and Bolt", by=citi)
    story.relates(RelationType.BENCHMARKED_AGAINST, bolt, core, story.sentences[2], by=citi)
    story.says(ubs, story.sentences[0], acme, bolt, ubs)
    ingest(store, story.extraction, now=now)
    first, second = peers(store, "Acme").rows
    assert (first["id"], first["degree"], first["pairs"], first["sources"], first["claims"]) == ("bolt", 1, 2, 2, 1)
    assert first["why"] == "Set against it 2 times by 2 sources and named with it in 1 claim."
    assert (second["id"], second["degree"], second["via"]) == ("core", 2, "Bolt")
    assert second["why"] == "Set against its peer Bolt once by 1 source."
    assert 1 > first["score"] > second["score"] > 0
    assert first["quote"]
    assert [row["id"] for row in peers(store, "Acme", limit=1).rows] == ["bolt"]
    assert peers(store, "Acme", limit=1).truncated


def test_companies_that_are_named_together_are_peers_without_a_pair(store: Store, now) -> None:
    story = Story(("UBS likes Acme and Bolt.",))
    acme, bolt = (story.names(name, Kind.COMPANY) for name in ("Acme", "Bolt"))
    ubs = story.names("UBS", Kind.INSTITUTION)
    story.says(ubs, story.sentences[0], acme, bolt)
    ingest(store, story.extraction, now=now)
    [peer] = peers(store, "Bolt").rows
    assert (peer["id"], peer["why"], peer["quote"]) == ("acme", "Named with it in 1 claim.", story.sentences[0])
    assert peers(store, "UBS").rows == []


def test_pages_of_pairs_are_one_big_page_in_pieces(store: Store) -> None:
    random_graph(store, 10)
    whole = pairs(store, limit=1000).rows
    assert len(whole) > 3
    assert all_pages(lambda **page: pairs(store, **page), 2) == whole
    assert all(a["position"] > b["position"] for a, b in pairwise(whole))
