"""Documents that change where they were read from, and what stays of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stories import pairing, quarter
from test_ingest import everything
from wire_reports import ANOTHER, CLOSE, CUT, DOUBT, EDITED, OPENING, ORIGINAL, REPORTS, TARGET, at, emptied, report

from graph import Status, Store, ingest, remove
from graph.explore import claims, documents
from graph.ingest import Change, ingest_together, prepared
from graph.model import Extraction
from graph.sources import kept_apart, source_of
from graph.verify import verify

LATER = datetime(2025, 6, 1, tzinfo=UTC)
MUCH_LATER = datetime(2025, 9, 1, tzinfo=UTC)
PAGE = "https://news.example/corvane"


def times(store: Store) -> dict[str, str]:
    """Since when each claim is known, by its first words."""
    return {row["quote"][:18]: row["recorded_at"][:10] for row in claims(store).rows}


def test_another_text_at_the_same_address_takes_the_place_of_the_first(
    store: Store, another_store: Callable[[], Store], now: datetime
) -> None:
    first, second, fresh = (
        at(CUT, url=PAGE),
        at(report(OPENING, TARGET, CLOSE), url=f"{PAGE}/?utm_source=x"),
        another_store(),
    )
    ingest(store, first, now=now)
    changed = ingest(store, second, now=now)
    assert (changed.status, changed.change) == (Status.CHANGED, Change(first.document.id, kept=1, added=0, gone=1))
    ingest(fresh, second, now=now)
    assert everything(store) == everything(fresh)


def test_what_a_changed_document_still_says_is_known_since_it_first_said_so(store: Store, now: datetime) -> None:
    ingest(store, at(report(OPENING, TARGET), "file:a"), now=now)
    ingest(store, at(report(TARGET, DOUBT), "file:a"), now=LATER)
    ingest(store, at(report(CLOSE, DOUBT, TARGET), "file:a"), now=MUCH_LATER)
    assert times(store) == {TARGET[:18]: "2025-03-01", DOUBT[:18]: "2025-06-01"}
    assert documents(store).rows[0]["recorded_at"][:10] == "2025-09-01"


def test_another_number_in_the_same_words_of_an_analyst_is_another_claim(store: Store, now: datetime) -> None:
    ingest(store, at(ORIGINAL, "file:a"), now=now)
    raised = at(report(OPENING, TARGET.replace("84", "90"), DOUBT, CLOSE, target=90), "file:a")
    assert ingest(store, raised, now=LATER).change == Change(ORIGINAL.document.id, kept=1, added=1, gone=1)
    assert times(store)[TARGET[:18]] == "2025-06-01"


def test_the_same_text_read_anew_is_known_since_it_was_first_read(store: Store, now: datetime) -> None:
    ingest(store, quarter(), now=now)
    again = ingest(store, quarter(version="2"), now=LATER)
    assert (again.status, again.change) == (Status.REPLACED, Change(quarter().document.id, kept=1, added=0, gone=0))
    [row] = claims(store).rows
    assert row["recorded_at"][:10] == documents(store).rows[0]["recorded_at"][:10] == "2025-03-01"


def test_edges_of_a_claim_are_known_as_long_as_the_claim(store: Store, now: datetime) -> None:
    ingest(store, at(ORIGINAL, "file:a"), now=now)
    ingest(store, at(report(TARGET, CLOSE), "file:a"), now=LATER)
    [row] = store.read("entities.edges", ids=["lindqvist-bank"])
    assert row["recorded_at"][:10] == "2025-03-01"


def test_a_text_stays_as_long_as_one_of_its_sources_holds_it(store: Store, now: datetime) -> None:
    for source in ("file:b/1.txt", "file:a/1.txt"):
        ingest(store, at(ORIGINAL, source), now=now)
    [held] = documents(store).rows
    assert held["source"] == "file:a/1.txt"
    assert ingest(store, at(pairing(), "file:a/1.txt"), now=now).status == Status.CHANGED
    assert {row["source"] for row in documents(store).rows} == {"file:a/1.txt", "file:b/1.txt"}
    assert ingest(store, at(quarter(), "file:b/1.txt"), now=now).status == Status.CHANGED
    assert {row["id"] for row in documents(store).rows} == {pairing().document.id, quarter().document.id}


def test_texts_of_files_that_only_share_a_name_stay_beside_each_other(store: Store, now: datetime) -> None:
    assert ingest(store, at(ORIGINAL, "file:one"), now=now).status == Status.ADDED
    assert ingest(store, at(CUT, "file:other"), now=now).status == Status.ADDED
    assert len(documents(store).rows) == 2


def test_what_nothing_tells_from_others_is_in_nobodys_place(store: Store, now: datetime) -> None:
    for extraction in (at(ORIGINAL), at(CUT, url="https://news.example/"), at(EDITED, url="http://news.example")):
        assert ingest(store, extraction, now=now).status == Status.ADDED


def test_documents_of_other_titles_and_words_stay_beside_each_other_at_one_address(store: Store, now: datetime) -> None:
    for extraction in (ORIGINAL, pairing(), ANOTHER):
        assert ingest(store, at(extraction, url=PAGE), now=now).status in (Status.ADDED, Status.CHANGED)
    assert {row["id"] for row in documents(store).rows} == {pairing().document.id, ANOTHER.document.id}
    corrected = replace(EDITED, document=replace(EDITED.document, title="Correction"))
    assert ingest(store, at(corrected, url=PAGE), now=now).status == Status.ADDED
    assert ingest(store, at(CUT, url=PAGE), now=now).change.previous_id in (EDITED.document.id, ANOTHER.document.id)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.example/a", "http://www.news.example/a/"),
        ("https://news.example/a?id=1", "https://NEWS.example/a?id=1&utm_campaign=y#top"),
    ],
)
def test_ways_to_the_same_page_are_one_source(one: str, other: str) -> None:
    assert source_of(at(CUT, url=one).document) == source_of(at(CUT, url=other).document)


@pytest.mark.parametrize(
    "other", ["https://news.example/a?id=2", "https://news.example/b", "https://news.example:81/a"]
)
def test_other_pages_are_other_sources(other: str) -> None:
    assert source_of(at(CUT, url="https://news.example/a?id=1").document) != source_of(at(CUT, url=other).document)


def test_two_texts_of_one_address_that_come_together_are_both_kept_however_often(store: Store, now: datetime) -> None:
    found = [at(ORIGINAL, url=PAGE), at(CUT, url=PAGE)]
    for statuses in (["added", "added"], ["unchanged", "unchanged"]):
        apart = list(kept_apart(each.document for each in found))
        together = [at(each, one.origin, url=PAGE) for each, one in zip(found, apart, strict=True)]
        assert [ingest(store, each, now=now).status for each in together] == statuses


SOURCES = ("file:a", "file:b", None)
LOADS = st.tuples(st.sampled_from(REPORTS), st.sampled_from(SOURCES))
REMOVALS = st.sampled_from(sorted({each.document.id for each in REPORTS}))
STEPS = st.lists(st.one_of(LOADS, LOADS, REMOVALS), max_size=10)


class Shelf:
    """Which source holds which text: what a store should come to."""

    def __init__(self) -> None:
        self.held: dict[str, Extraction] = {}

    def load(self, extraction: Extraction) -> None:
        self.held[source_of(extraction.document)] = extraction

    def remove(self, document_id: str) -> bool:
        before = len(self.held)
        self.held = {source: each for source, each in self.held.items() if each.document.id != document_id}
        return len(self.held) < before


def follow(store: Store, shelf: Shelf, steps: list[tuple[Extraction, str | None] | str], now: datetime) -> None:
    for step in steps:
        if isinstance(step, str):
            if shelf.remove(step):
                remove(store, step)
        else:
            extraction = at(*step)
            ingest(store, extraction, now=now)
            shelf.load(extraction)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, order=st.randoms(use_true_random=False))
def test_loading_changing_and_removing_ends_as_if_only_the_last_of_each_had_been_loaded(
    store: Store, another_store: Callable[[], Store], now: datetime, steps, order
) -> None:
    fresh, shelf = another_store(), Shelf()
    emptied(store)
    follow(store, shelf, steps, now)
    last = list(shelf.held.values())
    order.shuffle(last)
    for extraction in last:
        ingest(fresh, extraction, now=now)
    assert everything(store) == everything(fresh)
    assert claims(store).rows == claims(fresh).rows
    assert verify(store).faults == ()
    fresh.close()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(loads=st.lists(LOADS, max_size=10))
def test_loading_together_or_one_by_one_comes_to_the_same(
    store: Store, another_store: Callable[[], Store], now: datetime, loads
) -> None:
    single, extractions = another_store(), [at(*each) for each in loads]
    emptied(store)
    together = ingest_together(store, [prepared(each, now=now) for each in extractions])
    assert together == [ingest(single, each, now=now) for each in extractions]
    assert everything(store) == everything(single)
    single.close()
