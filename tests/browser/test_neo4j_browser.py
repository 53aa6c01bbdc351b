"""What somebody sees who opens Neo4j Browser on our graph.

`make screenshot` saves what the first test sees, for the README.
"""

from __future__ import annotations

import os
from pathlib import Path

import httpx2 as httpx
from neo4j_browser import Neo4jBrowser
from playwright.sync_api import expect

from api.pages.favourites import favourites

COMPANY, INSTITUTION = "#2f6fde", "#7a4fc9"
PAIRS = favourites()[0]
PICTURE = os.environ.get("STREETGRAPH_SCREENSHOT")


def test_the_pairs_are_drawn_in_the_colours_of_their_kinds(browser: Neo4jBrowser, api: str) -> None:
    browser.run(f":style {api}/guides/streetgraph.grass")
    result = browser.run(PAIRS.cypher)
    expect(result.locator("g.node").first).to_be_visible()
    assert {"Cambricon", "Nvidia"} <= browser.drawn(COMPANY)
    assert browser.drawn(INSTITUTION) == {"UBS"}
    expect(result.locator("g.relationship text").filter(has_text="against")).to_have_count(5)
    if PICTURE:
        browser.save(Path(PICTURE))


def test_browser_plays_the_guide_and_a_click_on_its_query_makes_it_runnable(browser: Neo4jBrowser, api: str) -> None:
    guide = browser.run(f":play {api}/guides/streetgraph.html")
    expect(guide).to_contain_text("streetgraph in Neo4j Browser")
    expect(guide).to_contain_text(f"1 / {len(favourites()) + 1}")
    guide.get_by_test_id("nextSlide").first.click()
    expect(guide).to_contain_text(PAIRS.title)
    guide.locator("pre.runnable").filter(visible=True).click()
    result = browser.run_typed(PAIRS.cypher.split()[-1])
    expect(result.locator("g.node").first).to_be_visible()


def test_browser_makes_a_folder_of_favourites_from_the_zip_file(browser: Neo4jBrowser, api: str) -> None:
    browser.drop("favourites.zip", httpx.get(f"{api}/guides/favourites.zip").content)
    browser.page.get_by_test_id("navigationFavorites").click()
    browser.page.get_by_text("streetgraph", exact=True).click()
    for favourite in favourites():
        expect(browser.page.get_by_text(favourite.title, exact=True)).to_be_visible()
