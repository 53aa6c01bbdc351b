"""Who asks what deserves a look waits for nobody who asks it of another store, and never for good."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, cast

import pytest

from graph import Store
from graph.doctor import findings, listing
from graph.errors import StoreUnavailable
from graph.explore.page import Page
from graph.resolution import candidates
from graph.store import Row

SOON = 60  # seconds, after which something waits for good


class Slow:
    """A store that answers one question only when it may."""

    def __init__(self, store: Store, query: str) -> None:
        self._store, self._query = store, query
        self.is_asked, self.may_answer = threading.Event(), threading.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def read(self, query: str, /, **parameters: object) -> list[Row]:
        if query == self._query:
            self.is_asked.set()
            self.may_answer.wait(SOON)
        return self._store.read(query, **parameters)


@contextmanager
def asked_of(store: Store, ask: Callable[[Store], Page], query: str) -> Iterator[Store]:
    """The store, while somebody asks and gets no answer to the query."""
    slow = Slow(store, query)
    with ThreadPoolExecutor(1) as somebody:
        answer = somebody.submit(ask, cast(Store, slow))
        try:
            assert slow.is_asked.wait(SOON)
            yield cast(Store, slow)
        finally:
            slow.may_answer.set()
        assert answer.result(SOON).total == 0


@pytest.mark.parametrize(("ask", "query"), [(findings, "doctor.kinds"), (candidates, "entities.names")])
def test_one_store_is_examined_beside_another(
    store: Store, another_store: Callable[[], Store], ask: Callable[[Store], Page], query: str
) -> None:
    with asked_of(another_store(), ask, query), ThreadPoolExecutor(1) as other:
        assert other.submit(ask, store).result(SOON).total == 0


def test_who_would_wait_too_long_is_told_to_try_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PATIENCE_SECONDS", 0.01)
    with asked_of(store, findings, "doctor.kinds") as slow, pytest.raises(StoreUnavailable, match="try again"):
        findings(slow)
    assert findings(store).total == 0
