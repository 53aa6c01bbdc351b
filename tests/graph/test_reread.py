"""Whether reading a document again would change anything: told by what is stored of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from stories import pairing

from graph import Store, ingest, remove
from graph.model import Document, Extraction
from graph.reread import is_read


def stored(store: Store, now: datetime) -> Extraction:
    whole = replace(
        pairing(),
        document=replace(pairing().document, url="https://notes.example/1", published_at=date(2025, 2, 27)),
        extractor="reader",
        extractor_version="1+a",
    )
    ingest(store, whole, now=now)
    return whole


def known(store: Store, document: Document, extractor: str = "reader", version: str = "1+a") -> bool:
    return is_read(store, document, extractor=extractor, version=version)


def test_a_document_is_known_as_it_was_read(store: Store, now: datetime) -> None:
    document = stored(store, now).document
    assert known(store, document)
    assert not known(store, document, extractor="another")
    assert not known(store, document, version="1+b")
    remove(store, document.id)
    assert not known(store, document)


@pytest.mark.parametrize(
    "told",
    [
        {"title": "Another"},
        {"publisher": "The Evening Note"},
        {"published_at": date(2025, 2, 28)},
        {"url": "https://notes.example/2"},
        {"text": "Other words."},
    ],
    ids=lambda told: next(iter(told)),
)
def test_a_document_that_tells_something_else_is_not_known(
    store: Store, now: datetime, told: dict[str, object]
) -> None:
    assert not known(store, replace(stored(store, now).document, **told))


def test_a_document_that_tells_less_is_known(store: Store, now: datetime) -> None:
    assert known(store, replace(stored(store, now).document, title="", published_at=None))


def test_a_document_from_another_place_is_not_known_there(store: Store, now: datetime) -> None:
    assert not known(store, replace(stored(store, now).document, origin="file:elsewhere"))
