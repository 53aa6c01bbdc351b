"""Stores to test with. Every engine has to pass the whole contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from stories import doubt, pairing, quarter

from graph import Store, ingest, open_store
from graph.bolt import Neo4jAccess

NOW = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)

NewStore = Callable[[], Store]


@pytest.fixture
def store(empty_address: str, access: Neo4jAccess) -> Iterator[Store]:
    """An empty store of each engine."""
    store = open_store(empty_address, access=access)
    yield store
    store.close()


@pytest.fixture
def another_store(tmp_path: Path) -> Iterator[NewStore]:
    """Opens empty stores to compare with: files always, whatever the engine of the store that is tested."""
    opened: list[Store] = []

    def open_empty() -> Store:
        opened.append(open_store(f"ladybug:{tmp_path / f'other-{len(opened)}.lbug'}"))
        return opened[-1]

    yield open_empty
    for store in opened:
        store.close()


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
