"""The page of an entity: its graph, its timeline, its numbers, and an address that says what is shown."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import networkx
import pytest
from looking import Eyes
from playwright.sync_api import expect

PICTURES = os.environ.get("STREETGRAPH_EXPLORER_PICTURES")
# Where a node or the middle of a link is drawn, once the drawing has come to rest.
PLACE = """([name, other]) => {
  const element = document.querySelector('.around .chart');
  const series = getElement(Number(element.id.slice(1))).chart.getModel().getSeriesByIndex(0);
  const nodes = series.getData(), box = element.getBoundingClientRect();
  const placeOf = (wanted) => {
    for (let at = 0; at < nodes.count(); at++) if (nodes.getName(at) === wanted)
      return series.coordinateSystem.dataToPoint(nodes.getItemLayout(at));
  };
  const [one, two] = [placeOf(name), placeOf(other || name)];
  const place = one && two ? [box.x + (one[0] + two[0]) / 2, box.y + (one[1] + two[1]) / 2] : null;
  const isAtRest = JSON.stringify(place) === window.placeBefore;
  window.placeBefore = JSON.stringify(place);
  return place && isAtRest ? place : null;
}"""


def place_of(eyes: Eyes, name: str, other: str = "") -> tuple[float, float]:
    eyes.page.locator(".around .chart").scroll_into_view_if_needed()
    found: Any = eyes.page.wait_for_function(PLACE, arg=[name, other], polling=300).json_value()
    return found[0], found[1]


def test_the_page_is_well_in_light_and_dark_wide_and_narrow(eyes: Eyes) -> None:
    eyes.go("/entity/alibaba")
    expect(eyes.page.locator("h1")).to_have_text("Alibaba")
    for name in ("Around it", "Numbers over time", "What is said", "What each voice holds now", "Peers", "Pairs"):
        expect(eyes.page.get_by_role("region", name=name, exact=True)).to_be_visible()
    eyes.look_in_every_way()


@pytest.mark.parametrize("reference", ["BABA", "Alibaba Group", "9988.HK"])
def test_any_of_its_names_leads_to_the_page_and_its_own_address(eyes: Eyes, reference: str) -> None:
    eyes.go(f"/entity/{reference}")
    expect(eyes.page.locator("h1")).to_have_text("Alibaba")
    expect(eyes.page).to_have_url(re.compile("/entity/alibaba$"))


def test_a_click_on_a_name_brings_in_its_neighbours_and_undo_takes_them_back(eyes: Eyes) -> None:
    eyes.go("/entity/alibaba")
    told = eyes.page.locator(".tools [role=status]")
    expect(told).to_have_text("5 names, 6 links.")
    eyes.page.mouse.click(*place_of(eyes, "UBS"))
    expect(told).not_to_have_text("5 names, 6 links.")
    expect(eyes.page).to_have_url(re.compile(r"\?open=ubs&at=ubs$"))
    opened = told.text_content()
    eyes.page.reload()
    eyes.settle()
    expect(told).to_have_text(str(opened))  # the address says all of it
    eyes.page.get_by_role("button", name="Undo").click()
    expect(told).to_have_text("5 names, 6 links.")
    expect(eyes.page).to_have_url(re.compile("/entity/alibaba$"))
    expect(eyes.page.get_by_role("button", name="Undo")).to_be_disabled()


def test_a_double_click_opens_the_page_of_a_name(eyes: Eyes) -> None:
    eyes.go("/entity/alibaba")
    eyes.page.mouse.dblclick(*place_of(eyes, "Eddie Wu"))
    expect(eyes.page).to_have_url(re.compile("/entity/eddie-wu$"))


def test_a_click_on_a_line_shows_the_words_behind_it(eyes: Eyes) -> None:
    eyes.go("/entity/alibaba")
    eyes.page.mouse.click(*place_of(eyes, "Alibaba", "Amazon"))
    beside = eyes.page.get_by_role("complementary", name="What is chosen in the drawing")
    expect(beside).to_contain_text("UBS benchmarks Cambricon against Nvidia")
    beside.get_by_role("link", name="In its words").click()
    expect(eyes.page).to_have_url(re.compile("/claim/"))


def test_filters_leave_only_what_is_chosen_and_stand_in_the_address(eyes: Eyes) -> None:
    eyes.go("/entity/alibaba")
    eyes.page.get_by_role("group", name="Kinds").get_by_role("button", name="Person").click()
    expect(eyes.page).to_have_url(re.compile(r"\?kind=Person$"))
    expect(eyes.page.locator(".tools [role=status]")).to_have_text("3 names, 3 links.")
    eyes.page.get_by_role("group", name="Relations").get_by_role("button", name="has role at").click()
    expect(eyes.page).to_have_url(re.compile(r"\?kind=Person&relation=HAS_ROLE_AT$"))
    expect(eyes.page.locator(".tools [role=status]")).to_have_text("2 names, 1 link.")


def test_the_list_below_the_drawing_does_all_that_the_drawing_does(eyes: Eyes) -> None:
    eyes.go("/entity/alibaba")
    eyes.page.get_by_text("As a list:").press("Enter")
    eyes.look()
    eyes.page.locator(".as-table").get_by_role("button", name="UBS").press("Enter")
    expect(eyes.page).to_have_url(re.compile(r"\?open=ubs"))
    line = eyes.page.locator(".as-table").get_by_role("link", name="Alibaba benchmarked against Amazon")
    expect(line).to_have_attribute("href", re.compile("^/claim/"))


def test_the_drawing_can_be_taken_along_as_a_picture_and_as_graphml(eyes: Eyes, tmp_path: Path) -> None:
    eyes.go("/entity/alibaba")
    with eyes.page.expect_download() as picture:
        eyes.page.get_by_role("button", name="PNG").click()
    assert picture.value.suggested_filename == "alibaba.png"
    with eyes.page.expect_download() as graph:
        eyes.page.get_by_role("button", name="GraphML").click()
    graph.value.save_as(tmp_path / "alibaba.graphml")
    assert set(networkx.read_graphml(tmp_path / "alibaba.graphml")) >= {"alibaba", "amazon", "ubs", "eddie-wu"}


def test_the_timeline_can_be_cut_to_one_side(eyes: Eyes) -> None:
    eyes.go("/entity/china")
    said = eyes.page.get_by_role("region", name="What is said")
    said.get_by_role("button", name="Negative").click()
    expect(said.locator(".claim.positive")).to_have_count(0)
    expect(said.locator(".claim.negative").first).to_be_visible()
    expect(eyes.page).to_have_url(re.compile(r"\?stance=negative$"))
    eyes.page.reload()
    expect(said.get_by_role("button", name="Negative")).to_have_attribute("aria-pressed", "true")


def test_numbers_are_drawn_by_who_gives_them_and_lead_to_their_words(eyes: Eyes) -> None:
    eyes.go("/entity/csi-300")
    numbers = eyes.page.get_by_role("region", name="Numbers over time")
    expect(numbers.locator("canvas")).to_be_visible()
    numbers.get_by_text("As a table: 3 numbers").click()
    row = numbers.get_by_role("row").filter(has_text="Goldman Sachs")
    expect(row).to_contain_text("4,700 points")
    row.get_by_role("link").click()
    expect(eyes.page).to_have_url(re.compile("/claim/"))


def test_what_had_not_been_said_by_a_day_is_not_shown(eyes: Eyes) -> None:
    eyes.go("/entity/csi-300?as_of=2025-02-15")
    said = eyes.page.get_by_role("region", name="What is said")
    expect(said).to_contain_text("4,200 points")
    expect(said).not_to_contain_text("4,700 points")


@pytest.mark.skipif(not PICTURES, reason="pictures are made by `make screenshot`")
def test_pictures_for_the_documentation(eyes: Eyes) -> None:
    assert PICTURES is not None
    eyes.page.set_viewport_size({"width": 1180, "height": 820})
    eyes.go("/entity/china?open=ubs,goldman-sachs&at=morgan-stanley~china~SPEAKS_ABOUT")
    expect(eyes.page.get_by_role("link", name="In its words")).to_be_visible()
    place_of(eyes, "Morgan Stanley")
    eyes.page.locator("#around").evaluate("(element) => element.scrollIntoView()")
    eyes.page.screenshot(path=Path(PICTURES) / "entity.png")
    eyes.go("/consensus/csi-300?window=365")
    eyes.page.screenshot(path=Path(PICTURES) / "consensus.png")
