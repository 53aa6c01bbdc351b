"""What a user's query on a server costs those who ask it: nothing that the server sends has to fit in our process."""

from __future__ import annotations

import resource
import threading
from collections.abc import Iterator
from contextlib import closing
from time import monotonic

import pytest
from neo4j_server import Neo4jServer

from graph import open_store
from graph.cypher import Console, Limits, on_neo4j
from graph.cypher.guard import Allowed
from graph.errors import CypherBusy, CypherFailed, CypherTimedOut, StoreUnavailable
from graph.neo4j_store import Neo4jStore

ONE = Allowed("RETURN 1 AS one", {})
TEXT = {"p": "x" * 190_000}
# An expression that no server ends, and that the guard refuses: of 12,000 items times as many.
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


def test_what_a_server_does_not_end_keeps_its_place_until_it_has_ended(
    store: Neo4jStore, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    neo4j_server.query("UNWIND range(1, 12000) AS n CREATE (:Entity {id: toString(n)})")
    monkeypatch.setattr(on_neo4j, "GRACE_SECONDS", 0.1)
    monkeypatch.setattr(on_neo4j, "SPARE", 1)
    with closing(on_neo4j.Neo4jConsole(store, Limits(seconds=1, at_once=1))) as console:
        console.run(ONE)
        for failure in (CypherTimedOut, CypherBusy):
            with pytest.raises(failure):
                console.run(Allowed(UNSTOPPABLE, {}))
        deadline = monotonic() + 60
        while is_at_work(neo4j_server) and monotonic() < deadline:
            pass
        assert console.run(ONE)[0].rows == [[1]]


def test_nobody_waits_at_the_end_for_what_a_server_does_not_end(
    store: Neo4jStore, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    neo4j_server.query("UNWIND range(1, 12000) AS n CREATE (:Entity {id: toString(n)})")
    monkeypatch.setattr(on_neo4j, "GRACE_SECONDS", 0.1)
    console = on_neo4j.Neo4jConsole(store, Limits(seconds=1))
    with pytest.raises(CypherTimedOut):
        console.run(Allowed(UNSTOPPABLE, {}))
    console.close()
    deadline = monotonic() + 60
    while threads() and monotonic() < deadline:
        pass
    assert is_at_work(neo4j_server)


def test_a_server_that_is_away_is_told_as_one(store: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "address", "bolt://127.0.0.1:9")
    with closing(Console(store)) as console, pytest.raises(StoreUnavailable, match="No Neo4j answers"):
        console.ask("RETURN 1 AS one")


def peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def threads() -> list[str]:
    return [one.name for one in threading.enumerate() if one.name.startswith("cypher")]


def is_at_work(server: Neo4jServer) -> bool:
    queries = server.query("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery")
    return any("toStringList" in row["currentQuery"] for row in queries)
