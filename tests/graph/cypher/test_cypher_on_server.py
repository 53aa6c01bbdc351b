"""What a user's query on a server costs those who ask it: nothing that the server sends has to fit in our process."""

from __future__ import annotations

import resource
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from neo4j_server import Neo4jServer
from slow_door import slow_door

from graph import open_store
from graph.cypher import Console, Limits, on_neo4j, workers
from graph.cypher.guard import Allowed
from graph.errors import CypherBusy, CypherFailed, CypherTimedOut, StoreUnavailable
from graph.neo4j_store import Neo4jStore

ONE = Allowed("RETURN 1 AS one", {})
TEXT = {"p": "x" * 190_000}
# An expression that no server ends, and that the guard refuses: of 16,000 items times as many.
UNSTOPPABLE = (
    "MATCH (n:Entity) WITH collect(n.id) AS ids RETURN size([x IN ids WHERE head(toStringList(ids)) = '']) AS n"
)


@pytest.fixture
def store(neo4j_server: Neo4jServer) -> Iterator[Neo4jStore]:
    store = open_store(neo4j_server.uri, access=neo4j_server.access)
    assert isinstance(store, Neo4jStore)
    with closing(store):
        yield store


@pytest.mark.parametrize(
    "query",
    [
        "RETURN [x IN range(1, 1000) | $p] AS x",  # one record of 190 MB, of which the server holds a line
        "UNWIND range(1, 10) AS n WITH collect($p) AS texts RETURN [x IN range(1, 100) | texts] AS x",
    ],
)
def test_a_record_larger_than_its_memory_ends_the_process_that_reads_it_and_no_other(
    store: Neo4jStore, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_neo4j, "SPARE_BYTES", 1 << 26)
    with closing(Console(store, Limits(seconds=120))) as console:
        assert console.ask("RETURN 1 AS one").rows == [[1]]
        before = peak_bytes()
        with pytest.raises(CypherFailed, match="more memory than it may have"):
            console.ask(query, TEXT)
        assert peak_bytes() - before < 50_000_000
        assert console.ask("RETURN 1 AS one").rows == [[1]]


def test_a_record_behind_what_was_cut_off_may_be_larger_than_memory_too(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_neo4j, "SPARE_BYTES", 1 << 26)
    query = "UNWIND [[1], range(1, 1000)] AS numbers RETURN [n IN numbers | $p] AS x"
    with closing(Console(store, Limits(seconds=120, bytes=1000))) as console:
        with pytest.raises(CypherFailed, match="more memory than it may have"):
            console.ask(query, TEXT)
        assert console.ask("RETURN 1 AS one").rows == [[1]]


@pytest.fixture
def much(neo4j_server: Neo4jServer) -> Neo4jServer:
    """A server with so much in it that the unstoppable takes some seconds."""
    neo4j_server.query("UNWIND range(1, 16000) AS n CREATE (:Entity {id: toString(n)})")
    return neo4j_server


def test_what_a_server_does_not_end_keeps_its_place_until_it_has_ended(
    store: Neo4jStore, much: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_neo4j, "SPARE", 1)
    with closing(on_neo4j.Neo4jConsole(store, Limits(seconds=0.3, at_once=1))) as console:
        with patience(monkeypatch, 60):
            console.run(ONE)
        with patience(monkeypatch, 0.1):
            for failure in (CypherTimedOut, CypherBusy):
                with pytest.raises(failure):
                    console.run(Allowed(UNSTOPPABLE, {}))
        with patience(monkeypatch, 60):
            assert console.run(ONE)[0].rows == [[1]]
        assert not is_at_work(much)


def test_nobody_waits_at_the_end_for_what_a_server_does_not_end(
    store: Neo4jStore, much: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = on_neo4j.Neo4jConsole(store, Limits(seconds=0.3))
    with patience(monkeypatch, 60):
        console.run(ONE)
    with patience(monkeypatch, 0.1), pytest.raises(CypherTimedOut):
        console.run(Allowed(UNSTOPPABLE, {}))
    console.close()
    for thread in threads():
        thread.join(60)
    assert not threads()
    assert is_at_work(much)
    with pytest.raises(StoreUnavailable, match="closing"):
        console.run(ONE)


def test_a_server_that_is_away_is_told_as_one_however_short_a_query_has_to_be(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "address", "bolt://127.0.0.1:9")
    with closing(Console(store, Limits(seconds=0.01))) as console, patience(monkeypatch, 0):
        for _ in range(2):  # it is asked anew each time
            with pytest.raises(StoreUnavailable, match="No Neo4j answers"):
                console.ask("RETURN 1 AS one")


def test_a_connection_that_was_lost_meanwhile_is_made_anew_in_time_of_its_own(
    neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "RESTED_SECONDS", 0)
    with (
        slow_door(neo4j_server.uri) as door,
        closing(open_store(door.uri, access=neo4j_server.access)) as store,
        closing(Console(store, Limits(seconds=1))) as console,
        patience(monkeypatch, 1),
    ):
        assert console.ask("RETURN 1 AS one").rows == [[1]]
        door.put_out()
        door.seconds = 3
        assert console.ask("RETURN 1 AS one").rows == [[1]]


@contextmanager
def patience(monkeypatch: pytest.MonkeyPatch, seconds: float) -> Iterator[None]:
    """How long a query is waited for after its time."""
    with monkeypatch.context() as patched:
        patched.setattr(on_neo4j, "GRACE_SECONDS", seconds)
        yield


def peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def threads() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name.startswith("cypher")]


def is_at_work(server: Neo4jServer) -> bool:
    queries = server.query("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery")
    return any("toStringList" in row["currentQuery"] for row in queries)
