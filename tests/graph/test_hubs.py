"""An entity with very many edges is shown in pieces, and never read as a whole."""

from __future__ import annotations

from datetime import date

import pytest
from stories import Story

from graph import Store, ingest
from graph.explore import neighbors, paths, subgraph
from graph.explore.links import FOLLOWED, HUB
from graph.model import Kind, RelationType

NUMBER = HUB + 20


@pytest.fixture
def hub(store: Store, now) -> Store:
    story = Story(tuple(f"Hub owns Firm {number}X." for number in range(NUMBER)), published_at=date(2025, 1, 1))
    centre = story.names("Hub", Kind.COMPANY)
    for number, sentence in enumerate(story.sentences):
        story.relates(RelationType.OWNS, centre, story.names(f"Firm {number}X", Kind.COMPANY), sentence)
    ingest(store, story.extraction, now=now)
    return store


def test_every_edge_of_a_hub_can_be_paged_through_and_is_counted(hub: Store) -> None:
    page = neighbors(hub, "Hub", limit=500)
    assert (page.total, page.counts) == (NUMBER, {"OWNS": {"out": NUMBER, "in": 0}})
    rest = neighbors(hub, "Hub", limit=500, cursor=page.next)
    assert len({row["entity_id"] for row in page.rows + rest.rows}) == NUMBER
    assert rest.next is None


def test_beyond_one_hop_the_newest_edges_of_a_hub_are_followed_and_that_is_told(hub: Store) -> None:
    far = neighbors(hub, "Firm 1X", hops=2, limit=1000)
    assert len(far.rows) <= 1 + FOLLOWED
    assert far.total is None
    assert far.warnings == ("Only the newest edges of hub were followed.",)
    drawn = subgraph(hub, ["Hub"], max_nodes=50)
    assert (len(drawn.nodes), drawn.is_cut, drawn.nodes[0]["more"]) == (50, True, NUMBER - 49)


def test_a_path_through_a_hub_is_found_from_both_its_ends(hub: Store) -> None:
    [path] = paths(hub, "Firm 1X", f"Firm {NUMBER - 1}X").rows
    assert [hop["target_id"] for hop in path["hops"]] == ["hub", f"firm-{NUMBER - 1}x"]
