"""What is around every page: search, the moment, light and dark, keys of the keyboard."""

from __future__ import annotations

import re

from looking import Eyes
from playwright.sync_api import expect


def test_the_first_page_is_well_in_light_and_dark_wide_and_narrow(eyes: Eyes) -> None:
    eyes.go("/")
    expect(eyes.page.locator("h1")).to_have_text("Who said what about which company")
    eyes.look_in_every_way()


def test_a_name_typed_and_entered_opens_its_page(eyes: Eyes) -> None:
    eyes.go("/")
    eyes.page.keyboard.press("/")
    eyes.page.keyboard.type("alib")
    eyes.page.keyboard.press("Enter")
    expect(eyes.page).to_have_url(re.compile("/entity/alibaba$"))


def test_arrows_walk_through_what_is_found(eyes: Eyes) -> None:
    eyes.go("/")
    field = eyes.page.get_by_role("combobox")
    field.fill("goldman")
    found = eyes.page.get_by_role("option")
    expect(found.first).to_be_visible()
    field.press("ArrowDown")
    expect(found.first).to_have_attribute("aria-selected", "true")
    eyes.look()
    field.press("ArrowUp")
    expect(found.last).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(found.first).to_be_hidden()


def test_a_day_to_look_from_stands_in_the_address_and_leads_back_to_now(eyes: Eyes) -> None:
    eyes.go("/entity/alibaba?side=subject")
    eyes.page.get_by_text("As of").click()
    eyes.page.get_by_label("Said by").fill("2025-01-31")
    eyes.page.get_by_role("button", name="Look", exact=True).click()
    expect(eyes.page).to_have_url(re.compile(r"\?side=subject&as_of=2025-01-31$"))
    expect(eyes.page.get_by_role("note")).to_contain_text("what was said by 2025-01-31")
    eyes.page.get_by_role("link", name="Back to now").click()
    expect(eyes.page).to_have_url(re.compile(r"\?side=subject$"))


def test_dark_stays_dark_on_the_next_page(eyes: Eyes) -> None:
    eyes.go("/")
    eyes.page.get_by_role("button", name="Light or dark").click()
    expect(eyes.page.locator("body")).to_have_class(re.compile("body--dark"))
    eyes.go("/load")
    expect(eyes.page.locator("body")).to_have_class(re.compile("body--dark"))


def test_the_way_back_leads_to_where_one_was_on_the_page(eyes: Eyes) -> None:
    eyes.go("/")
    line = eyes.page.get_by_role("list", name="What was said last").locator(".quote").nth(15)
    line.scroll_into_view_if_needed()
    place = eyes.page.evaluate("scrollY")
    assert place > 300
    line.click()
    expect(eyes.page).to_have_url(re.compile("/claim/"))
    eyes.page.go_back()
    eyes.settle()
    eyes.page.wait_for_function(f"Math.abs(scrollY - {place}) < 2")


def test_an_unknown_name_is_answered_with_who_may_be_meant(eyes: Eyes) -> None:
    eyes.go("/entity/alibabba", status=404)
    expect(eyes.page.get_by_role("heading")).to_have_text("No such entity")
    eyes.look()
    eyes.page.get_by_role("link", name="alibaba").click()
    expect(eyes.page.locator("h1")).to_have_text("Alibaba")
