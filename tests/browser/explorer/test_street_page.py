"""The page that says where the street stands on something."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from engines import ran_on
from looking import Eyes, serving
from playwright.sync_api import Browser, expect
from stored_notes import store_note

from graph import open_store
from graph.model import Claim, ClaimType, Document, Evidence, Kind, Stance

HOPE = "Ada Byron of Heron Bank sees Kestrel Foods gaining a third of the market."
DOUBT = "Otto Lind of Marsh Capital warns that Kestrel Foods has grown too fast."


def claim(sentence: str, speaker: str, stance: Stance) -> Claim:
    where = Evidence(Document(text=sentence).id, 0, len(sentence), sentence)
    return Claim(ClaimType.OPINION, where, speaker, None, ("kestrel-foods",), stance)


@pytest.fixture
def dispute(chromium: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Eyes]:
    """Somebody who looks at a graph in which two people disagree about a company."""
    ran_on(request.node, "ladybug")
    address = f"ladybug:{tmp_path / 'graph.db'}"
    store = open_store(address)
    for sentence, name, stance in ((HOPE, "Ada Byron", Stance.POSITIVE), (DOUBT, "Otto Lind", Stance.NEGATIVE)):
        said = claim(sentence, name.lower().replace(" ", "-"), stance)
        store_note(store, sentence, {name: Kind.PERSON, "Kestrel Foods": Kind.COMPANY}, title=name, claims=(said,))
    store.close()
    settings = {**os.environ, "STREETGRAPH_STORE": address, "STREETGRAPH_JOBS": str(tmp_path / "jobs.db")}
    with serving(settings) as served, Eyes.opened(chromium, served) as eyes:
        yield eyes


def test_both_sides_stand_beside_each_other_with_their_words(dispute: Eyes) -> None:
    eyes = dispute
    eyes.go("/entity/kestrel-foods")
    eyes.page.get_by_role("link", name="Where the street stands").click()
    expect(eyes.page.locator("h1")).to_have_text("Where the street stands on Kestrel Foods")
    expect(eyes.page.get_by_text("2 voices in 2 independent sources")).to_be_visible()
    expect(eyes.page.get_by_role("region", name="Positive")).to_contain_text(HOPE)
    negative = eyes.page.get_by_role("region", name="Negative")
    expect(negative).to_contain_text(DOUBT)
    pair = eyes.page.get_by_role("region", name="Who contradicts whom").locator(".pair")
    expect(pair).to_contain_text(HOPE)
    expect(pair).to_contain_text(DOUBT)
    eyes.look_in_every_way()
    negative.get_by_role("link", name=re.compile("grown too fast")).click()
    expect(eyes.page).to_have_url(re.compile("/claim/"))


def test_numbers_that_cannot_both_be_right_stand_side_by_side(eyes: Eyes) -> None:
    eyes.go("/consensus/csi-300")
    ranges = eyes.page.get_by_role("region", name="How far apart the numbers are")
    expect(ranges.get_by_role("img")).to_have_attribute("aria-label", "low 4,200, median 4,450, high 4,700")
    pair = eyes.page.get_by_role("region", name="Who contradicts whom").locator(".pair")
    expect(pair).to_contain_text("maintained its target for the CSI 300 Index at 4,200 points")
    expect(pair).to_contain_text("Goldman Sachs raised its targets")
    eyes.look_in_every_way()


def test_how_far_back_one_looks_stands_in_the_address(eyes: Eyes) -> None:
    eyes.go("/consensus/csi-300")
    eyes.page.get_by_role("button", name="A year").click()
    expect(eyes.page).to_have_url(re.compile(r"\?window=365$"))
    expect(eyes.page.get_by_role("button", name="A year")).to_have_attribute("aria-pressed", "true")


def test_before_anybody_spoke_there_is_nothing_to_hold_against_each_other(eyes: Eyes) -> None:
    eyes.go("/consensus/csi-300?as_of=2020-01-01")
    expect(eyes.page.get_by_text("Nobody speaks about it in this time.")).to_be_visible()
    eyes.look()


def test_a_senseless_window_is_refused_in_words(eyes: Eyes) -> None:
    eyes.go("/consensus/csi-300?window=soon", status=400)
    expect(eyes.page.get_by_role("alert")).to_contain_text("'window' must be a number of days")
