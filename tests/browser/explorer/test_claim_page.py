"""A claim in its words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from looking import Eyes
from playwright.sync_api import expect


@pytest.fixture
def claim(eyes: Eyes) -> dict[str, Any]:
    """A target that took the place of one before it."""
    claims = eyes.asked(
        "/v1/claims", speaker="Morgan Stanley", about="Hang Seng", type="target", published_from="2025-02-20"
    )
    return next(one for one in claims if len(one["figures"]) == 2)


def test_the_claim_is_lit_in_its_paragraph_with_speaker_subject_and_figures(eyes: Eyes, claim: dict[str, Any]) -> None:
    eyes.go(f"/claim/{claim['claim_id']}")
    expect(eyes.page.locator("h1")).to_have_text("Morgan Stanley on Hang Seng")
    passage = eyes.page.locator(".passage")
    assert "".join(passage.locator(".said").all_text_contents()) == claim["quote"]
    expect(passage.locator(".speaker")).to_have_text("Morgan Stanley")
    expect(passage.locator(".subject")).to_have_text("Hang Seng Index")
    assert passage.locator(".number").all_text_contents() == ["19,400 points", "24,000 points"]
    eyes.look_in_every_way()


def test_pointing_at_a_figure_lights_it_inside_its_sentence(eyes: Eyes, claim: dict[str, Any]) -> None:
    eyes.go(f"/claim/{claim['claim_id']}")
    eyes.page.get_by_role("row", name="24,000 points").hover()
    expect(eyes.page.locator(".passage .number.lit")).to_have_text("24,000 points")
    eyes.page.get_by_role("row", name="19,400 points").focus()
    expect(eyes.page.locator(".passage .number.lit")).to_have_text("19,400 points")


def test_it_leads_to_what_it_took_the_place_of_and_from_there_back(eyes: Eyes) -> None:
    index = "Hang Seng China Enterprises"
    [later] = eyes.asked("/v1/claims", speaker="Morgan Stanley", about=index, published_from="2025-02-20")
    eyes.go(f"/claim/{later['claim_id']}")
    eyes.page.get_by_role("list", name="Before that").get_by_role("link", name="at 6,970 points").click()
    expect(eyes.page.get_by_text("no longer held")).to_be_visible()
    eyes.settle()
    eyes.look()
    eyes.page.get_by_role("list", name="Later").get_by_role("link", name="lifted its target").click()
    expect(eyes.page).to_have_url(re.compile(f"/claim/{later['claim_id']}$"))


def test_who_says_otherwise_stands_below_with_the_words(eyes: Eyes) -> None:
    [claim] = eyes.asked("/v1/claims", speaker="Goldman Sachs", about="CSI 300", type="target")
    eyes.go(f"/claim/{claim['claim_id']}")
    others = eyes.page.get_by_role("list", name="Others say otherwise")
    expect(others).to_contain_text("maintained its target for the CSI 300 Index at 4,200 points")


def test_the_title_leads_to_the_words_in_the_document(eyes: Eyes, claim: dict[str, Any]) -> None:
    eyes.go(f"/claim/{claim['claim_id']}")
    eyes.page.get_by_role("link", name=claim["title"]).click()
    chosen = eyes.page.locator(".reader-text .said.chosen")
    expect(chosen.first).to_be_in_viewport()
    assert "".join(chosen.all_text_contents()) == claim["quote"]


def test_the_citation_is_copied_in_the_form_that_was_chosen(eyes: Eyes, claim: dict[str, Any]) -> None:
    eyes.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    eyes.go(f"/claim/{claim['claim_id']}")
    eyes.page.get_by_role("radio", name="Markdown").check(force=True)
    eyes.page.get_by_role("button", name="Copy").click()
    expect(eyes.page.get_by_role("status")).to_have_text("Copied")
    copied = eyes.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("> It raised its year-end target")
    assert f"{eyes.address}/claim/{claim['claim_id']}" in copied


def test_a_claim_of_a_later_day_is_not_there_yet(eyes: Eyes, claim: dict[str, Any]) -> None:
    eyes.go(f"/claim/{claim['claim_id']}?as_of=2025-01-01", status=404)
    expect(eyes.page.get_by_role("heading")).to_have_text("No such claim")
    eyes.look()
