"""From an empty store to who said what, in three clicks; and what the search finds."""

from __future__ import annotations

import re

from looking import Eyes
from playwright.sync_api import expect


def test_from_an_empty_store_to_who_said_what_about_alibaba_in_three_clicks(empty_eyes: Eyes) -> None:
    eyes = empty_eyes
    eyes.go("/")
    eyes.look_in_every_way()
    eyes.page.get_by_role("button", name="Load the samples").click()
    expect(eyes.page.get_by_text("2-alibaba-and-the-benchmarks.txt")).to_be_visible()
    spoken_about = eyes.page.get_by_role("region", name="Spoken about")
    spoken_about.get_by_role("link", name="Alibaba").click(timeout=60_000)
    expect(eyes.page).to_have_url(re.compile("/entity/alibaba$"))
    said = eyes.page.get_by_role("list", name="Timeline")
    expect(said.get_by_role("link", name="Eddie Wu").first).to_be_visible()
    words = said.get_by_role("link", name=re.compile("spending on cloud and AI infrastructure"))
    words.click()
    expect(eyes.page).to_have_url(re.compile("/claim/"))


def test_the_newest_claims_are_shown_first_and_more_of_them_when_asked(eyes: Eyes) -> None:
    eyes.go("/")
    said = eyes.page.get_by_role("list", name="What was said last")
    days = said.locator("time").all_text_contents()
    assert len(days) == 20
    assert days == sorted(days, reverse=True)
    eyes.page.get_by_role("button", name="Show more").click()
    expect(said.locator("li")).to_have_count(40)


def test_a_day_before_anything_was_said_is_no_empty_store(eyes: Eyes) -> None:
    eyes.go("/?as_of=2020-01-01")
    expect(eyes.page.get_by_text("Nothing had been said by then.")).to_be_visible()
    expect(eyes.page.get_by_role("button", name="Load the samples")).to_have_count(0)


def test_a_search_lists_names_claims_and_sentences_with_their_words_marked(eyes: Eyes) -> None:
    eyes.go("/?q=china+target")
    expect(eyes.page.get_by_role("region", name="Names").get_by_role("link", name="China")).to_be_visible()
    claims = eyes.page.get_by_role("region", name="Claims")
    expect(claims.get_by_role("link", name="Morgan Stanley").first).to_be_visible()
    expect(eyes.page.get_by_role("region", name="Sentences").locator("mark").first).to_have_text(
        re.compile("China", re.I)
    )
    eyes.look_in_every_way()


def test_all_that_has_the_words_is_one_of_what_the_field_offers(eyes: Eyes) -> None:
    eyes.go("/")
    eyes.page.get_by_role("combobox").fill("correction")
    eyes.page.get_by_role("option", name=re.compile("All that has")).click()
    expect(eyes.page).to_have_url(re.compile(r"\?q=correction$"))


def test_words_that_nothing_has_are_told_so(eyes: Eyes) -> None:
    eyes.go("/")
    field = eyes.page.get_by_role("combobox")
    field.fill("zzyzx qwrtp")
    expect(eyes.page.get_by_text("Nothing has these words.")).to_be_visible()
    eyes.go("/?q=zzyzx+qwrtp")
    expect(eyes.page.get_by_text("No claim has these words.")).to_be_visible()


def test_a_day_that_is_none_is_refused_in_words(eyes: Eyes) -> None:
    eyes.go("/?as_of=yesterday", status=400)
    expect(eyes.page.get_by_role("alert")).to_contain_text("'as_of' must be a date such as 2025-02-28")
