"""Finding an entity by any of its names, and what it is linked to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from stories import Story

from graph import Store, ingest
from graph.errors import AmbiguousName, EntityNotFound, ParameterInvalid
from graph.explore import entity, neighbors, paths
from graph.model import Kind, RelationType


@pytest.mark.parametrize("reference", ["ubs", "UBS", "UBS Group", "ubs group", "UBSG", "ubsg", "the UBS"])
def test_an_entity_is_found_by_id_name_alias_or_ticker(filled: Store, reference: str) -> None:
    assert entity(filled, reference)["id"] == "ubs"


def test_an_entity_tells_how_often_it_is_named_speaks_and_is_spoken_of(filled: Store) -> None:
    found = entity(filled, "AAPL")
    assert (found["kind"], found["name"], found["aliases"], found["tickers"]) == (
        "Company", "Apple", ["Apple Inc."], ["AAPL"]
    )  # fmt: skip
    assert (found["documents"], found["mentions"], found["claims_made"], found["claims_about"]) == (3, 4, 0, 1)
    goldman = entity(filled, "Goldman")
    assert (goldman["claims_made"], goldman["claims_on_behalf"]) == (0, 2)


@pytest.mark.parametrize(
    ("wrong", "meant"), [("Aple", "apple"), ("Goldmann Saks", "goldman-sachs"), ("BABAA", "alibaba")]
)
def test_a_wrong_name_says_what_may_have_been_meant(filled: Store, wrong: str, meant: str) -> None:
    with pytest.raises(EntityNotFound, match=f"Did you mean .*{meant}") as caught:
        entity(filled, wrong)
    assert meant in caught.value.nearest


@pytest.mark.parametrize("wrong", ["", " ", "📈", "qqqqqqqq"])
def test_a_name_that_is_like_none_is_not_found(filled: Store, wrong: str) -> None:
    with pytest.raises(EntityNotFound):
        entity(filled, wrong)


def test_a_name_of_several_entities_gives_their_ids(store: Store, now) -> None:
    story = Story(("Morgan Stanley and JP Morgan differ.",))
    story.names("Morgan Stanley", Kind.INSTITUTION, aliases=("Morgan",))
    story.names("JP Morgan", Kind.INSTITUTION, aliases=("Morgan",))
    ingest(store, story.extraction, now=now)
    with pytest.raises(AmbiguousName, match="jp-morgan or morgan-stanley") as caught:
        entity(store, "morgan")
    assert caught.value.candidates == ("jp-morgan", "morgan-stanley")


def test_a_name_counts_for_more_than_a_ticker_and_a_ticker_for_more_than_an_alias(store: Store, now) -> None:
    story = Story(("Visa, Vale, and Verizon.",))
    story.names("Visa", Kind.COMPANY, tickers=("V",))
    story.names("Vale", Kind.COMPANY, aliases=("V", "Visa"))
    story.names("Verizon", Kind.COMPANY, aliases=("Visa",), tickers=("Vale",))
    ingest(store, story.extraction, now=now)
    assert [entity(store, name)["id"] for name in ("V", "Visa", "Vale")] == ["visa", "visa", "vale"]


def test_neighbors_name_the_edge_and_the_words_behind_it(filled: Store) -> None:
    page = neighbors(filled, "Goldman Sachs")
    assert (page.returned, page.total, page.truncated) == (1, 1, False)
    [row] = page.rows
    assert (row["entity_id"], row["relation"], row["direction"], row["role"]) == (
        "kinger-lau", "HAS_ROLE_AT", "in", "strategist"
    )  # fmt: skip
    assert row["quote"] == "Kinger Lau, chief China strategist at Goldman Sachs"


def test_neighbors_can_be_narrowed_to_a_relation_and_a_direction(filled: Store) -> None:
    both = neighbors(filled, "apple", relation="benchmarked_against")
    assert [(row["entity_id"], row["by_id"], row["by"]) for row in both.rows] == [("xiaomi", "ubs", "UBS")]
    assert neighbors(filled, "apple", direction="out").rows == []
    assert {row["entity_id"] for row in neighbors(filled, "apple", direction="in").rows} == {
        "xiaomi", "ubs", "daniel-blake"
    }  # fmt: skip


def test_a_relation_or_direction_that_does_not_exist_is_refused(filled: Store) -> None:
    with pytest.raises(ParameterInvalid, match="'relation' must be one of HAS_ROLE_AT"):
        neighbors(filled, "apple", relation="LIKES")
    with pytest.raises(ParameterInvalid, match="'direction' must be"):
        neighbors(filled, "apple", direction="up")


def test_pages_of_neighbors_give_each_edge_once_in_both_directions(store: Store, now) -> None:
    story = Story(("Acme and Bolt and Core are partners of each other.",))
    acme, bolt, core = (story.names(name, Kind.COMPANY) for name in ("Acme", "Bolt", "Core"))
    for source, target in ((acme, bolt), (bolt, acme), (core, acme), (acme, core)):
        story.relates(RelationType.PARTNER_OF, source, target, story.sentences[0])
    ingest(store, story.extraction, now=now)
    whole = neighbors(store, "acme").rows
    seen, cursor = [], None
    for _ in range(4):
        page = neighbors(store, "acme", limit=1, cursor=cursor)
        seen += page.rows
        cursor = page.next
    assert cursor is None
    assert seen == whole
    assert len(whole) == 4


def chain(store: Store, now, *names: str) -> None:
    for near, far in pairwise(names):
        story = Story((f"{near} owns {far} as of today.",))
        ends = [story.names(name, Kind.COMPANY) for name in (near, far)]
        story.relates(RelationType.OWNS, *ends, story.sentences[0])
        ingest(store, story.extraction, now=now)


def test_a_path_shows_the_words_of_every_hop_and_which_way_its_edge_points(store: Store, now) -> None:
    chain(store, now, "Acme", "Bolt", "Core")
    [path] = paths(store, "Core", "Acme").rows
    assert [(hop["source_id"], hop["target_id"], hop["relation"], hop["forward"]) for hop in path["hops"]] == [
        ("core", "bolt", "OWNS", False),
        ("bolt", "acme", "OWNS", False),
    ]
    assert [hop["quote"] for hop in path["hops"]] == ["Bolt owns Core as of today.", "Acme owns Bolt as of today."]
    assert [(hop["source"], hop["target"]) for hop in path["hops"]] == [("Core", "Bolt"), ("Bolt", "Acme")]


def test_paths_come_shortest_first_and_in_the_same_order_each_time(store: Store, now) -> None:
    for middle in ("Dune", "Bolt", "Core"):
        chain(store, now, "Acme", middle, "Edge")
    chain(store, now, "Acme", "Far", "Farther", "Edge")
    found = paths(store, "Acme", "Edge")
    assert [path["hops"][0]["target_id"] for path in found.rows] == ["bolt", "core", "dune", "far"]
    assert (found.total, found.truncated) == (4, False)
    first = paths(store, "Acme", "Edge", limit=2)
    assert first.rows == found.rows[:2]
    assert (first.total, first.truncated) == (None, True)


def test_a_path_that_is_too_long_or_not_there_is_not_found(store: Store, now) -> None:
    chain(store, now, "Acme", "Bolt", "Core", "Dune")
    chain(store, now, "Xeno", "Yarn")
    assert paths(store, "Acme", "Dune", max_hops=2).rows == []
    assert len(paths(store, "Acme", "Dune", max_hops=3).rows) == 1
    assert paths(store, "Acme", "Yarn").rows == []
    assert paths(store, "Acme", "Acme").rows == []


@pytest.mark.parametrize("wrong", [{"max_hops": 0}, {"max_hops": 7}, {"limit": 0}, {"limit": 1001}])
def test_paths_are_bounded(filled: Store, wrong: dict[str, int]) -> None:
    with pytest.raises(ParameterInvalid):
        paths(filled, "ubs", "apple", **wrong)
