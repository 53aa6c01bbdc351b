"""Stores to test with. Every engine that is added to `ENGINES` has to pass the whole contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from stories import doubt, pairing, quarter

from graph import Store, ingest, open_store

NOW = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
ENGINES = {"ladybug": lambda folder: f"ladybug:{folder / 'graph.lbug'}"}

NewStore = Callable[[], Store]


@pytest.fixture(params=sorted(ENGINES))
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewStore]:
    """Opens empty stores of one engine, each apart from the others."""
    opened: list[Store] = []

    def open_empty() -> Store:
        folder = tmp_path / str(len(opened))
        opened.append(open_store(ENGINES[request.param](folder)))
        return opened[-1]

    yield open_empty
    for store in opened:
        store.close()


@pytest.fixture
def store(new_store: NewStore) -> Store:
    """An empty store."""
    return new_store()


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with three documents: a pairing with a target, a quarter, and an undated doubt."""
    for extraction in (pairing(), quarter(), doubt()):
        ingest(store, extraction, now=NOW)
    return store


@pytest.fixture
def now() -> datetime:
    """The time of all loading in tests."""
    return NOW
