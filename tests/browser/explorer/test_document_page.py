"""A document: its text with its marks, beside what was read out of it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from engines import ran_on
from looking import NARROW, WIDE, Eyes, serving
from playwright.sync_api import Browser, Locator, expect
from stored_notes import megabyte, store_note

from graph import open_store
from graph.model import Kind

PICTURES = os.environ.get("STREETGRAPH_EXPLORER_PICTURES")
PATIENCE_MS = 120_000  # with a text of a megabyte, on a machine that has much else to do
TITLE = "Goldman's tactician turns on US stocks at the peak"


@pytest.fixture
def document(eyes: Eyes) -> dict[str, Any]:
    """A sample, as the API gives it."""
    [found] = eyes.asked("/v1/documents", title=TITLE)
    return eyes.asked(f"/v1/documents/{found['id']}")


@pytest.fixture
def claims(eyes: Eyes, document: dict[str, Any]) -> list[dict[str, Any]]:
    """What is claimed in it, in the order of the text."""
    return eyes.asked(f"/v1/documents/{document['id']}/annotations")["claims"]


def lit_words(eyes: Eyes) -> str:
    """What is lit in the text."""
    return "".join(eyes.page.locator(".reader-text .said.lit").all_text_contents())


def line_of(eyes: Eyes, claim: dict[str, Any]) -> Locator:
    """The line of a claim in the list beside the text."""
    return eyes.page.locator(f'[data-claim="{claim["claim_id"]}"]')


def test_the_whole_text_is_there_sign_by_sign_with_a_line_for_each_claim(
    eyes: Eyes, document: dict[str, Any], claims: list[dict[str, Any]]
) -> None:
    eyes.go(f"/document/{document['id']}")
    expect(eyes.page.locator("h1")).to_have_text(TITLE)
    assert eyes.page.locator(".reader-text").text_content() == document["text"]
    expect(eyes.page.get_by_role("list", name="Claims").get_by_role("listitem")).to_have_count(len(claims))
    eyes.look_in_every_way()


def test_pointing_at_a_claim_in_the_list_lights_exactly_its_words(eyes: Eyes, claims: list[dict[str, Any]]) -> None:
    eyes.go(f"/document/{claims[0]['document_id']}")
    for claim in claims:
        line_of(eyes, claim).get_by_role("button").hover()
        assert lit_words(eyes) == claim["quote"]
    eyes.page.locator("h1").hover()
    assert lit_words(eyes) == ""


def test_pointing_at_words_lights_the_line_of_their_claim(eyes: Eyes, claims: list[dict[str, Any]]) -> None:
    eyes.go(f"/document/{claims[0]['document_id']}")
    claim = next(one for one in claims if one["quote"].startswith("The Hang Seng Tech Index"))
    eyes.page.get_by_text("trades at", exact=False).last.hover()
    expect(line_of(eyes, claim)).to_have_class(re.compile("lit"))
    assert lit_words(eyes) == claim["quote"]


def test_the_keyboard_lights_words_and_enter_chooses_them(eyes: Eyes, claims: list[dict[str, Any]]) -> None:
    eyes.go(f"/document/{claims[0]['document_id']}")
    line_of(eyes, claims[-1]).get_by_role("button").focus()
    assert lit_words(eyes) == claims[-1]["quote"]
    eyes.page.keyboard.press("Enter")
    expect(eyes.page).to_have_url(re.compile(f"claim={claims[-1]['claim_id']}$"))
    eyes.page.keyboard.press("Escape")
    expect(eyes.page).to_have_url(re.compile(r"/document/\w+$"))


def test_an_address_with_a_claim_shows_its_words_and_its_line(eyes: Eyes, claims: list[dict[str, Any]]) -> None:
    for width in (WIDE, NARROW):
        eyes.page.set_viewport_size({"width": width, "height": 600})
        eyes.go(f"/document/{claims[-1]['document_id']}?claim={claims[-1]['claim_id']}")
        chosen = eyes.page.locator(".reader-text .said.chosen")
        expect(chosen.first).to_be_in_viewport()
        assert "".join(chosen.all_text_contents()) == claims[-1]["quote"]
        expect(line_of(eyes, claims[-1])).to_be_in_viewport()
        eyes.look()


def test_a_second_click_on_words_takes_the_claim_around_them(eyes: Eyes, claims: list[dict[str, Any]]) -> None:
    eyes.go(f"/document/{claims[0]['document_id']}")
    words = eyes.page.get_by_text("managing director and tactical specialist at")
    inner, outer = (next(one for one in claims if one["type"] == kind) for kind in ("relation", "warning"))
    for claim in (inner, outer):
        words.click(position={"x": 220, "y": 10})  # on no name, which would lead on
        expect(line_of(eyes, claim)).to_have_class(re.compile("chosen"))


def test_a_name_in_the_text_leads_to_its_entity_and_a_line_to_its_claim(
    eyes: Eyes, document: dict[str, Any], claims: list[dict[str, Any]]
) -> None:
    eyes.go(f"/document/{document['id']}?as_of=2025-12-31")
    eyes.page.locator(".reader-text").get_by_role("link", name="Scott Rubner").click()
    expect(eyes.page).to_have_url(re.compile(r"/entity/scott-rubner\?as_of=2025-12-31$"))
    eyes.go(f"/document/{document['id']}?as_of=2025-12-31")
    line_of(eyes, claims[0]).get_by_role("link").click()
    expect(eyes.page).to_have_url(re.compile(rf"/claim/{claims[0]['claim_id']}\?as_of=2025-12-31$"))


def test_a_document_from_after_the_day_one_looks_from_is_not_there(eyes: Eyes, document: dict[str, Any]) -> None:
    eyes.go(f"/document/{document['id']}?as_of=2025-01-01", status=404)
    expect(eyes.page.get_by_role("alert")).to_contain_text("had not been published")
    eyes.look()
    eyes.status = 200
    eyes.page.get_by_role("link", name="Back to now").click()
    expect(eyes.page.locator("h1")).to_have_text(TITLE)


def test_an_unknown_document_is_said_to_be_so(eyes: Eyes) -> None:
    eyes.go("/document/nothing", status=404)
    expect(eyes.page.get_by_role("heading")).to_have_text("No such document")


@pytest.mark.skipif(not PICTURES, reason="pictures are made by `make screenshot`")
def test_pictures_of_a_document_for_the_documentation(eyes: Eyes, claims: list[dict[str, Any]]) -> None:
    assert PICTURES is not None
    chosen = next(one for one in claims if one["quote"].startswith("He expects"))
    eyes.page.set_viewport_size({"width": 1180, "height": 700})
    eyes.go(f"/document/{chosen['document_id']}?claim={chosen['claim_id']}")
    expect(eyes.page.locator(".item.chosen")).to_be_in_viewport()
    eyes.page.screenshot(path=Path(PICTURES) / "document.png")


def test_a_text_of_a_megabyte_stays_usable(chromium: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    ran_on(request.node, "ladybug")
    store = open_store(address := f"ladybug:{tmp_path / 'graph.db'}")
    text, claims = megabyte()
    names = {"UBS": Kind.INSTITUTION, "Alibaba": Kind.COMPANY, "Nvidia": Kind.COMPANY}
    document_id = store_note(store, text, names, title="A megabyte", claims=claims)
    store.close()
    settings = {**os.environ, "STREETGRAPH_STORE": address, "STREETGRAPH_JOBS": str(tmp_path / "jobs.db")}
    with serving(settings) as server, Eyes.opened(chromium, server) as eyes:
        begun = perf_counter()
        eyes.page.goto(f"{server}/document/{document_id}", wait_until="commit", timeout=PATIENCE_MS)
        for what in ("h1", ".reader-text p >> nth=0", f".extracted li >> nth={len(claims) - 1}"):
            eyes.page.locator(what).wait_for(state="attached", timeout=PATIENCE_MS)
            print(f"{what} of a megabyte: {perf_counter() - begun:.1f} s")
        assert eyes.page.locator(".reader-text").text_content() == text
        eyes.page.locator(".extracted button").nth(len(claims) - 9).dispatch_event("click", timeout=PATIENCE_MS)
        for chosen in (".reader-text .said.chosen", ".item.chosen"):
            expect(eyes.page.locator(chosen)).to_be_in_viewport(timeout=PATIENCE_MS)
