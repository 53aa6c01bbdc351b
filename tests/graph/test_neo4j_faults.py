"""A server that goes away in the middle of a load, and comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from neo4j_server import Neo4jServer
from stories import doubt, pairing, quarter
from test_ingest import everything
from test_parity import generated

from graph import Status, Store, ingest, open_store
from graph.bolt import Neo4jAccess
from graph.errors import StoreUnavailable
from graph.store import Run, T
from graph.verify import verify

DOCUMENTS = [pairing(), quarter(), generated(1), doubt()]


@pytest.fixture
def engine() -> str:
    return "neo4j"


@pytest.fixture
def access(neo4j_server: Neo4jServer) -> Neo4jAccess:
    return replace(neo4j_server.access, retry_seconds=1)


@pytest.fixture
def own_server(neo4j_server: Neo4jServer) -> Iterator[Neo4jServer]:
    """A server that may be stopped; it runs again for the tests that follow."""
    if neo4j_server.process is None:
        pytest.skip("only a server that was started from Maven is ours to stop")
    yield neo4j_server
    if neo4j_server.process is None:
        neo4j_server.start()


class Interrupted:
    """A store where something happens after so many queries of a write."""

    def __init__(self, store: Store, after: int, happens: Callable[[], None]) -> None:
        self._store, self._left, self._happens = store, after, happens
        self.engine, self.address, self.read = store.engine, store.address, store.read

    def write(self, work: Callable[[Run], T]) -> T:
        return self._store.write(lambda run: work(self._counting(run)))

    def _counting(self, run: Run) -> Run:
        def counted(query: str, /, **parameters: object) -> list[dict[str, object]]:
            self._left -= 1
            if self._left == 0:
                self._happens()
            return run(query, **parameters)

        return counted


def loaded_without_a_fault(store: Store, now: datetime) -> bytes:
    for extraction in DOCUMENTS:
        ingest(store, extraction, now=now)
    return everything(store)


def test_a_load_whose_server_stops_ends_clearly_and_a_second_run_completes_it(
    own_server: Neo4jServer, store: Store, another_store: Callable[[], Store], now: datetime
) -> None:
    """The server stops amid the third document: half of it has been sent, none of it may stay."""
    interrupted = Interrupted(store, after=6, happens=own_server.stop)
    for extraction in DOCUMENTS[:2]:
        ingest(store, extraction, now=now)
    with pytest.raises(
        StoreUnavailable, match=r"was lost: what was acknowledged is stored.*again once the server is up"
    ):
        ingest(interrupted, DOCUMENTS[2], now=now)
    with pytest.raises(StoreUnavailable, match="check host and port"):
        open_store(store.address, access=own_server.access)

    own_server.start()
    again = open_store(store.address, access=own_server.access)
    assert again.read("documents.count") == [{"total": 2}]
    assert verify(again).faults == ()
    statuses = [ingest(again, extraction, now=now).status for extraction in DOCUMENTS]
    assert statuses == [Status.UNCHANGED] * 2 + [Status.ADDED] * (len(DOCUMENTS) - 2)
    assert everything(again) == loaded_without_a_fault(another_store(), now)
    again.close()


def test_a_load_goes_on_by_itself_if_the_server_is_soon_back(
    own_server: Neo4jServer, store: Store, another_store: Callable[[], Store], now: datetime
) -> None:
    def crash() -> None:
        own_server.kill()
        own_server.start()

    interrupted = Interrupted(store, after=9, happens=crash)
    for extraction in DOCUMENTS:
        assert ingest(interrupted, extraction, now=now).status == Status.ADDED
    assert everything(store) == loaded_without_a_fault(another_store(), now)


def test_a_view_opens_although_the_server_was_restarted_since_the_last_question(
    own_server: Neo4jServer, store: Store, now: datetime
) -> None:
    ingest(store, pairing(), now=now)
    own_server.stop()
    with pytest.raises(StoreUnavailable, match="was lost"), store.view():
        pass
    own_server.start()
    with store.view() as view:
        assert view.read("documents.count") == [{"total": 1}]
