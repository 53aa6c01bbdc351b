"""The names of a store in memory: read once for all who wait for them, and nobody waits for those of another store."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from graph import Store
from graph.names import names_of
from graph.store import Row


class Reading:
    """A store whose names are given out when they may be."""

    def __init__(self, store: Store) -> None:
        self._store, self.engine = store, store.engine
        self.begun, self.may_end, self.times = Event(), Event(), 0

    def read(self, query: str, /, **parameters: object) -> list[Row]:
        if query == "entities.names":
            self.times += parameters["after"] == ""  # they are read page by page
            self.begun.set()
            assert self.may_end.wait(60)
        return self._store.read(query, **parameters)


def test_the_names_of_one_store_are_not_waited_for_by_who_asks_for_those_of_another(filled: Store) -> None:
    slow, quick = Reading(filled), Reading(filled)
    quick.may_end.set()
    with ThreadPoolExecutor(1) as elsewhere:
        names = elsewhere.submit(names_of, slow)
        assert slow.begun.wait(60)
        assert names_of(quick).by_id("goldman-sachs")
        assert not names.done()
        slow.may_end.set()
        assert names.result(60).by_id("goldman-sachs")


def test_all_who_ask_at_once_wait_for_one_reading(filled: Store) -> None:
    store = Reading(filled)
    with ThreadPoolExecutor(4) as everybody:
        asked = [everybody.submit(names_of, store) for _ in range(4)]
        assert store.begun.wait(60)
        store.may_end.set()
        first, *others = [one.result(60) for one in asked]
    assert all(other is first for other in others)
    assert store.times == 1
