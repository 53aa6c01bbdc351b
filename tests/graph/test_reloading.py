"""Which copies of a document that is there already change it, and what a barer copy leaves as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from stories import pairing, quarter
from test_ingest import everything

from graph import Status, Store, ingest, remove
from graph.errors import DocumentNotFound
from graph.explore import claims, document, pairs
from graph.model import Extraction
from graph.store import Run, T

METADATA = {
    "title": "A title",
    "publisher": "The Daily Note",
    "url": "https://notes.example/1",
    "published_at": date(2025, 2, 27),
    "source": "notes/1.txt",
}
BARE = dict.fromkeys(METADATA) | {"title": ""}


def described(extraction: Extraction, **metadata: object) -> Extraction:
    return replace(extraction, document=replace(extraction.document, **metadata))


@pytest.mark.parametrize("source", ["elsewhere/1.txt", None])
def test_the_same_text_from_another_place_changes_nothing(store: Store, now: datetime, source: str | None) -> None:
    whole = described(pairing(), **METADATA)
    ingest(store, whole, now=now)
    before = everything(store)
    assert ingest(store, described(whole, source=source), now=now).status == Status.UNCHANGED
    assert everything(store) == before


def test_a_bare_copy_of_a_document_changes_nothing(store: Store, now: datetime) -> None:
    ingest(store, described(pairing(), **METADATA), now=now)
    before = everything(store)
    assert ingest(store, described(pairing(), **BARE), now=now).status == Status.UNCHANGED
    assert everything(store) == before


@pytest.mark.parametrize("lacking", METADATA)
def test_what_a_new_copy_says_nothing_of_stays_and_the_rest_is_replaced(
    store: Store, now: datetime, lacking: str
) -> None:
    ingest(store, described(quarter(), **METADATA), now=now)
    changed = {**METADATA, "url": "https://notes.example/2", "title": "New", lacking: BARE[lacking]}
    assert ingest(store, described(quarter(version="2"), **changed), now=now).status == Status.REPLACED
    [kept] = store.read("documents.stored", ids=[quarter().document.id])
    expected = {**changed, lacking: METADATA[lacking], "published_at": "2025-02-27"}
    assert {name: kept[name] for name in METADATA} == expected


def test_claims_and_edges_of_an_undated_copy_keep_the_day_of_the_document(store: Store, now: datetime) -> None:
    ingest(store, described(pairing(), **METADATA), now=now)
    again = replace(described(pairing(), **BARE), extractor_version="2")
    assert ingest(store, again, now=now).status == Status.REPLACED
    rows = [*claims(store).rows, *pairs(store).rows, document(store, again.document.id)]
    assert {row["published_at"] for row in rows} == {"2025-02-27"}


def test_a_bare_document_takes_on_the_metadata_of_a_fuller_copy(store: Store, now: datetime) -> None:
    ingest(store, described(pairing(), **BARE), now=now)
    assert ingest(store, described(pairing(), **METADATA), now=now).status == Status.REPLACED
    assert document(store, pairing().document.id)["title"] == "A title"


class Unanswered:
    """A store that does all work once more, as after a commit whose answer was lost."""

    def __init__(self, store: Store) -> None:
        self._store, self.engine, self.address, self.read = store, store.engine, store.address, store.read
        self.ensure_schema, self.close = store.ensure_schema, store.close

    def write(self, work: Callable[[Run], T]) -> T:
        self._store.write(work)
        return self._store.write(work)


def test_removing_is_done_if_it_has_to_be_tried_again_and_was_done_before(filled: Store) -> None:
    remove(Unanswered(filled), quarter().document.id)
    assert filled.read("documents.stored", ids=[quarter().document.id]) == []
    with pytest.raises(DocumentNotFound):
        remove(Unanswered(filled), quarter().document.id)
