"""What goes wrong on the way to Neo4j: each is one sentence that says what to do, and comes in time."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from neo4j_server import Neo4jServer, free_port

from graph import Store, open_store
from graph.bolt import Neo4jAccess
from graph.errors import QueryFailed, StoreUnavailable
from graph.store import Run


@pytest.fixture
def engine() -> str:
    return "neo4j"


def why(address: str, access: Neo4jAccess, *, within: float = 10) -> str:
    """The one sentence with which opening fails, in time."""
    started = time.monotonic()
    with pytest.raises(StoreUnavailable) as caught:
        open_store(address, access=access)
    assert time.monotonic() - started < within
    assert str(caught.value).count(". ") == 0
    return str(caught.value)


def test_a_wrong_password_says_which_setting_to_change(neo4j_server: Neo4jServer, access: Neo4jAccess) -> None:
    for changed in ({"password": "wrong-one"}, {"user": "nobody"}, {"password": None}):
        wrong = replace(access, **changed)
        said = why(neo4j_server.uri, wrong)
        assert f"refuses the user {wrong.user!r}" in said or "too many wrong passwords" in said
        assert "STREETGRAPH_NEO4J_PASSWORD" in said
        assert "wrong-one" not in said


def test_a_wrong_database_says_which_setting_to_change(neo4j_server: Neo4jServer, access: Neo4jAccess) -> None:
    said = why(neo4j_server.uri, replace(access, database="attic"))
    assert "no database 'attic'" in said
    assert "STREETGRAPH_NEO4J_DATABASE" in said


def test_both_schemes_lead_to_the_server(neo4j_server: Neo4jServer, access: Neo4jAccess) -> None:
    store = open_store(neo4j_server.uri.replace("bolt://", "neo4j://") + "/", access=replace(access, database="neo4j"))
    assert store.address == neo4j_server.uri.replace("bolt://", "neo4j://")
    assert store.read("documents.count") == [{"total": 0}]
    store.close()


def test_the_port_of_the_browser_is_told_from_that_of_bolt(neo4j_server: Neo4jServer, access: Neo4jAccess) -> None:
    if neo4j_server.http is None:
        pytest.skip("not a server of our own")
    assert "give the Bolt port" in why(neo4j_server.http.replace("http", "bolt"), access)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_where_nobody_listens_the_port_and_a_start_are_suggested(scheme: str) -> None:
    said = why(f"{scheme}://127.0.0.1:{free_port()}", Neo4jAccess(connect_timeout_seconds=2))
    assert "check host and port (the Bolt port is 7687" in said
    assert "just been started takes some seconds" in said


@contextmanager
def listening(*replies: bytes) -> Iterator[str]:
    """A server that gives these replies to whatever it is sent, then nothing."""

    def serve() -> None:
        while True:
            try:
                connection = server.accept()[0]
            except OSError:
                return
            for reply in replies:
                connection.recv(4096)
                connection.sendall(reply)
            held.append(connection)

    held: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=serve, daemon=True).start()
        yield f"bolt://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
    for connection in held:
        connection.close()


def test_a_server_that_is_still_starting_and_says_nothing_is_given_up_in_time() -> None:
    with listening() as address:
        assert "just been started" in why(address, Neo4jAccess(connect_timeout_seconds=1), within=5)


def packed(text: str) -> bytes:
    return b"\xd0" + bytes([len(text)]) + text.encode()


def test_a_server_that_is_too_old_is_refused() -> None:
    version = packed("server") + packed("Neo4j/4.4.30") + packed("connection_id") + packed("bolt-1")
    message = b"\xb1\x70\xa2" + version
    hello = len(message).to_bytes(2, "big") + message + b"\x00\x00"
    with listening(b"\x00\x00\x04\x04", hello) as address:
        said = why(address, Neo4jAccess(connect_timeout_seconds=2))
    assert "runs Neo4j/4.4.30: streetgraph needs Neo4j 5 or newer" in said


def test_a_server_that_speaks_no_bolt_of_ours_is_refused() -> None:
    with listening(b"\x00\x00\x00\x00") as address:
        assert "needs Neo4j 5 or newer" in why(address, Neo4jAccess(connect_timeout_seconds=2))


@pytest.mark.parametrize("address", ["bolt://neo4j:swordfish@localhost:7687", "neo4j+s://reader:swordfish@db.example"])
def test_a_password_in_an_address_is_refused_and_not_repeated(address: str) -> None:
    said = why(address, Neo4jAccess())
    assert "swordfish" not in said
    assert "STREETGRAPH_NEO4J_USER" in said


@pytest.mark.parametrize("address", ["bolt://", "bolt://:7687", "bolt://localhost:bolt", "neo4j://db.example/graph"])
def test_what_is_no_address_of_a_server_is_refused(address: str) -> None:
    assert address in why(address, Neo4jAccess())


def test_a_password_is_not_shown_with_the_access() -> None:
    assert "swordfish" not in repr(Neo4jAccess(password="swordfish"))


def test_a_query_that_takes_too_long_is_given_up_and_says_so(store: Store, access: Neo4jAccess) -> None:
    """It waits for another writer, who waits for it to fail."""
    hasty = open_store(store.address, access=replace(access, query_timeout_seconds=0.5, retry_seconds=0))

    def wait_for_it(_: Run) -> None:
        with pytest.raises(QueryFailed, match=r"gave up .* after 0\.5 s"):
            hasty.write(lambda run: run("documents.count"))

    store.write(wait_for_it)
    assert hasty.write(lambda run: run("documents.count")) == [{"total": 0}]
    hasty.close()


def test_when_all_connections_are_in_use_the_setting_is_named(store: Store, access: Neo4jAccess) -> None:
    small = open_store(store.address, access=replace(access, pool_size=1, connect_timeout_seconds=0.5))

    def ask_beside(_: Run) -> None:
        with pytest.raises(StoreUnavailable, match="STREETGRAPH_NEO4J_POOL_SIZE"):
            small.read("documents.count")

    small.write(ask_beside)
    small.close()


def test_encryption_is_named_where_it_was_asked_for(neo4j_server: Neo4jServer, access: Neo4jAccess) -> None:
    assert "whether it takes encrypted connections" in why(neo4j_server.uri.replace("bolt", "bolt+s"), access)
