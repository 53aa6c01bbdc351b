"""A drawing that grows by one entity at a time: who comes in, in which order, and what is said of those left out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stories import Story

from graph import Store, ingest
from graph.errors import EntityNotFound, ParameterInvalid
from graph.explore import Moment, expansion
from graph.explore.links import HUB
from graph.model import Kind, RelationType

PARTNERS = 60


@pytest.fixture
def circle(store: Store, now) -> Store:
    """Sun owns sixty firms, the first three of which are partners of Moon, which a person leads."""
    story = Story(
        (
            *(f"Sun owns Firm {number}X." for number in range(PARTNERS)),
            *(f"Moon is a partner of Firm {number}X too." for number in range(3)),
            "Ada Byron leads Moon.",
        ),
        published_at=date(2025, 1, 1),
    )
    sun, moon = story.names("Sun", Kind.COMPANY), story.names("Moon", Kind.COMPANY)
    for number, sentence in enumerate(story.sentences[:PARTNERS]):
        story.relates(RelationType.OWNS, sun, story.names(f"Firm {number}X", Kind.COMPANY), sentence)
    for number in range(3):
        story.relates(RelationType.PARTNER_OF, moon, f"firm-{number}x", story.sentences[PARTNERS + number])
    story.relates(RelationType.HAS_ROLE_AT, story.names("Ada Byron", Kind.PERSON), moon, story.sentences[-1])
    ingest(store, story.extraction, now=now)
    return store


def names(drawn) -> list[str]:
    return [node["id"] for node in drawn.nodes]


def test_opening_an_entity_brings_a_few_neighbours_and_tells_how_many_wait(circle: Store) -> None:
    drawn = expansion(circle, ["Sun"], most_new=10)
    assert names(drawn)[0] == "sun"
    assert (len(drawn.nodes), len(drawn.links), drawn.is_cut) == (11, 10, True)
    assert [node["more"] for node in drawn.nodes] == [PARTNERS - 10, *[None] * 10]


def test_opening_it_again_brings_the_next_until_none_waits(circle: Store) -> None:
    once, twice, often = (expansion(circle, ["sun"] * times, most_new=25) for times in (1, 2, 3))
    assert names(twice)[: len(once.nodes)] == names(once)
    assert len(often.nodes) == 1 + PARTNERS
    assert (often.nodes[0]["more"], often.is_cut) == (0, False)


def test_those_tied_to_what_is_drawn_already_come_first_and_all_ties_are_drawn(circle: Store) -> None:
    drawn = expansion(circle, ["moon", "sun"], most_new=4)
    assert set(names(drawn)) >= {"moon", "ada-byron", "firm-0x", "firm-1x", "firm-2x", "sun"}
    ties = {(link["source_id"], link["target_id"]) for link in drawn.links}
    assert {("sun", "firm-0x"), ("moon", "firm-0x"), ("ada-byron", "moon")} <= ties


def test_relations_and_kinds_keep_others_out(circle: Store) -> None:
    assert names(expansion(circle, ["moon"], kinds=["Person"])) == ["moon", "ada-byron"]
    assert len(expansion(circle, ["moon"], relation="PARTNER_OF").nodes) == 4


def test_before_anything_was_said_there_is_only_what_was_opened(circle: Store) -> None:
    drawn = expansion(circle, ["sun"], moment=Moment.of(as_of="2024-12-31"))
    assert (names(drawn), drawn.links) == (["sun"], [])


def test_of_a_hub_the_links_that_are_not_drawn_are_counted(store: Store, now) -> None:
    story = Story(tuple(f"Hub owns Firm {number}X." for number in range(HUB + 20)), published_at=date(2025, 1, 1))
    hub = story.names("Hub", Kind.COMPANY)
    for number, sentence in enumerate(story.sentences):
        story.relates(RelationType.OWNS, hub, story.names(f"Firm {number}X", Kind.COMPANY), sentence)
    ingest(store, story.extraction, now=now)
    drawn = expansion(store, ["hub"])
    assert (len(drawn.nodes), drawn.nodes[0]["more"]) == (51, HUB + 20 - 50)
    assert drawn.warnings == ("Only the newest edges of hub were followed.",)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(opened=st.lists(st.sampled_from(["sun", "moon", "firm-0x", "ada-byron"]), min_size=1, max_size=5))
def test_opening_one_more_takes_nothing_away(circle: Store, opened: list[str]) -> None:
    before, after = (expansion(circle, ids, most_new=3) for ids in (opened[:-1] or opened, opened))
    assert names(after)[: len(before.nodes)] == names(before)
    assert {link["claim_id"] for link in before.links} <= {link["claim_id"] for link in after.links}


@pytest.mark.parametrize(("opened", "most"), [([], 5), (["sun"] * 41, 5), (["sun"], 0), (["sun"], 51)])
def test_senseless_wishes_are_refused(circle: Store, opened: list[str], most: int) -> None:
    with pytest.raises(ParameterInvalid):
        expansion(circle, opened, most_new=most)


def test_who_is_not_there_cannot_be_opened(circle: Store) -> None:
    with pytest.raises(EntityNotFound):
        expansion(circle, ["sun", "nobody-at-all"])
