"""Entities that may be one are judged, and what was judged is undone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from engines import ENGINES, ran_on
from looking import Eyes, environment_for, serving
from playwright.sync_api import Browser, Locator, expect
from stored_notes import store_note

from graph import open_store, remove, resolution
from graph.bolt import Neo4jAccess
from graph.model import Kind

NOTES = {
    "Harbour Freight Holdings fell.": {"Harbour Freight Holdings": Kind.COMPANY},
    "Harbour Freight rose again.": {"Harbour Freight": Kind.COMPANY},
    "Jana Novak is hopeful.": {"Jana Novak": Kind.PERSON},
    "J. Novak has doubts.": {"J. Novak": Kind.PERSON},
}
on_both_engines = pytest.mark.parametrize("engine", ENGINES)


@pytest.fixture
def engine() -> str:
    """The embedded one, where a test says nothing else."""
    return "ladybug"


@pytest.fixture
def settings(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    """What leads streetgraph to a store of the engine: a new one, or on Neo4j that which other tests look at."""
    ran_on(request.node, engine)
    if engine == "neo4j":
        return environment_for(request.getfixturevalue("running_neo4j"))
    return {"STREETGRAPH_STORE": f"ladybug:{tmp_path / 'graph.db'}"}


@pytest.fixture
def judging(chromium: Browser, tmp_path: Path, settings: dict[str, str], access: Neo4jAccess) -> Iterator[Eyes]:
    """Somebody who looks at a server with two pairs that may be one; afterwards the store is as it was before."""
    with closing(open_store(settings["STREETGRAPH_STORE"], access=access)) as store:
        notes = [store_note(store, text, names, title=text) for text, names in NOTES.items()]
    own = {"STREETGRAPH_JOBS": str(tmp_path / "jobs.db")}
    try:
        with serving({**os.environ, **settings, **own}) as server, Eyes.opened(chromium, server) as looking:
            yield looking
    finally:
        with closing(open_store(settings["STREETGRAPH_STORE"], access=access)) as store:
            for judgement in resolution.judgements(store).rows:
                resolution.undo(store, judgement["id"])
            for note in notes:
                remove(store, note)


def pair(eyes: Eyes, name: str) -> Locator:
    """The card of a pair, by one of its names."""
    return eyes.page.get_by_role("region", name=name)


def test_both_sides_stand_beside_each_other_with_what_speaks_for_them(judging: Eyes) -> None:
    judging.go("/review")
    companies = pair(judging, "Harbour Freight")
    expect(companies).to_contain_text("94% alike")
    expect(companies.locator("mark")).to_have_text(["Harbour Freight Holdings", "Harbour Freight"])
    expect(companies.get_by_role("heading")).to_have_text(["Harbour Freight Holdings", "Harbour Freight"])
    judging.look_in_every_way()


@on_both_engines
def test_two_that_are_judged_the_same_become_one_until_that_is_undone(judging: Eyes) -> None:
    judging.go("/review")
    pair(judging, "Harbour Freight").get_by_role("button", name="Same").click()
    expect(judging.page.get_by_role("status")).to_contain_text("Harbour Freight is now Harbour Freight Holdings.")
    assert judging.asked("/v1/entities/harbour-freight")["id"] == "harbour-freight-holdings"
    judging.look()
    pair(judging, "Harbour Freight").get_by_role("button", name="Undo").click()
    expect(pair(judging, "Harbour Freight").get_by_role("button", name="Same")).to_be_visible()
    assert judging.asked("/v1/entities/harbour-freight")["id"] == "harbour-freight"


def test_the_other_name_is_kept_if_that_is_wanted(judging: Eyes) -> None:
    judging.go("/review")
    companies = pair(judging, "Harbour Freight")
    companies.get_by_role("button", name="Keep the other name").click()
    expect(companies.get_by_role("heading").first).to_have_text("Harbour Freight")
    companies.get_by_role("button", name="Same").click()
    expect(judging.page.get_by_role("status")).to_contain_text("Harbour Freight Holdings is now Harbour Freight.")


def test_keys_judge_one_pair_after_the_other_and_take_the_last_back(judging: Eyes) -> None:
    judging.go("/review")
    judging.page.keyboard.press("d")
    expect(pair(judging, "Harbour Freight")).to_contain_text("stay two")
    judging.page.keyboard.press("u")
    expect(pair(judging, "Novak")).to_contain_text("left undecided")
    judging.page.keyboard.press("z")
    expect(pair(judging, "Novak").get_by_role("button", name="Same")).to_be_visible()
    [judgement] = judging.asked("/v1/resolution/judgements")
    assert (judgement["verdict"], judgement["by"]) == ("different", "explorer")


@on_both_engines
def test_what_was_judged_is_listed_with_its_reason_and_undone_there(judging: Eyes) -> None:
    judging.go("/review")
    pair(judging, "Novak").get_by_role("button", name="Different").click()
    expect(judging.page.get_by_role("status")).to_be_visible()
    judging.page.get_by_role("link", name="Judged").click()
    expect(judging.page).to_have_url(re.compile("show=judged"))
    judging.settle()
    expect(judging.page.get_by_text("One has an initial for the first name.")).to_be_visible()
    judging.look_in_every_way()
    judging.page.get_by_role("button", name="Undo").click()
    expect(judging.page.get_by_role("status", name="").filter(has_text="undone")).to_be_visible()
    judging.go("/review?show=judged")
    expect(judging.page.get_by_text("Nothing was judged yet.")).to_be_visible()


def test_a_day_that_is_looked_from_changes_nothing_but_where_links_lead(judging: Eyes) -> None:
    judging.go("/review?as_of=2020-01-01")
    expect(judging.page.get_by_role("note")).to_contain_text("This page shows what is there now")
    expect(judging.page.get_by_text("As of")).to_have_count(0)
    expect(judging.page.get_by_role("region")).to_have_count(2)
    link = pair(judging, "Novak").get_by_role("link", name="Jana Novak", exact=True)
    expect(link).to_have_attribute("href", "/entity/jana-novak?as_of=2020-01-01")
    judging.look()


def test_only_those_of_one_kind_of_doubt_or_of_one_entity_are_shown_by_their_address(judging: Eyes) -> None:
    judging.go("/review?verdict=unsure")
    expect(judging.page.get_by_role("region")).to_have_count(1)
    expect(pair(judging, "Novak")).to_be_visible()
    judging.go("/review?entity=harbour-freight")
    expect(judging.page.get_by_role("region")).to_have_count(1)
    judging.page.get_by_role("link", name="Show all").click()
    judging.settle()
    expect(judging.page.get_by_role("region")).to_have_count(2)


def test_where_nobody_is_left_to_judge_the_page_says_so(empty_eyes: Eyes) -> None:
    empty_eyes.go("/review")
    expect(empty_eyes.page.get_by_text("Nobody is left to be told apart.")).to_be_visible()
    empty_eyes.look_in_every_way()
