"""Names that are longer than any line, with no place to break them, fit on every page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from engines import ran_on
from looking import NARROW, WIDE, Eyes, serving
from playwright.sync_api import Browser
from stored_notes import store_note

from graph import open_store
from graph.model import Claim, ClaimType, Document, Evidence, Kind, Stance
from graph.naming import slug

NAME, OTHER = "Kestrel" * 20, "Heron" * 30
WORDS = f"{NAME} sees {OTHER} rising, said {NAME}."


@pytest.fixture
def long_names(chromium: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Eyes]:
    """Somebody who looks at a graph in which names have hundreds of letters and no space."""
    ran_on(request.node, "ladybug")
    store = open_store(address := f"ladybug:{tmp_path / 'graph.db'}")
    said = Evidence(Document(text=WORDS).id, 0, len(WORDS), WORDS)
    claim = Claim(ClaimType.OPINION, said, slug(NAME), None, (slug(OTHER),), Stance.POSITIVE)
    names = {NAME: Kind.INSTITUTION, OTHER: Kind.COMPANY, f"{OTHER} Ltd": Kind.COMPANY}
    store_note(store, WORDS, names, title=NAME, claims=(claim,))
    store.close()
    settings = {**os.environ, "STREETGRAPH_STORE": address, "STREETGRAPH_JOBS": str(tmp_path / "jobs.db")}
    with serving(settings) as served, Eyes.opened(chromium, served) as eyes:
        yield eyes


def test_no_page_is_wider_than_its_window(long_names: Eyes) -> None:
    eyes = long_names
    [claim] = eyes.asked("/v1/claims")
    addresses = (
        "/",
        "/?q=rising",
        f"/entity/{slug(OTHER)}",
        f"/entity/{slug(NAME)}",
        f"/consensus/{slug(OTHER)}",
        f"/claim/{claim['claim_id']}",
        f"/document/{claim['document_id']}",
        "/review",
    )
    for address in addresses:
        eyes.go(address)
        for width in (WIDE, NARROW):
            eyes.page.set_viewport_size({"width": width, "height": 900})
            assert eyes.width_beyond_window() == 0, (address, width)
