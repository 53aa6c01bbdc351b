"""Connections for readers: few at the same time, none for good, and nobody waits for themselves."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from graph import readers
from graph.readers import MOST, MOST_TEXTS, Readers


@dataclass(eq=False)
class Connection:
    texts: set[str] = field(default_factory=set)
    is_closed: bool = False

    def close(self) -> None:
        self.is_closed = True


@dataclass
class Opened:
    """Every connection that was opened."""

    connections: list[Connection] = field(default_factory=list)

    def __call__(self) -> Connection:
        self.connections.append(Connection())
        return self.connections[-1]


@pytest.fixture
def opened() -> Opened:
    return Opened()


def test_who_reads_after_another_gets_the_same_connection(opened: Opened) -> None:
    pool = Readers(opened)
    for _ in range(5):
        with pool.one():
            pass
    assert len(opened.connections) == 1


def test_many_who_read_at_once_share_few_connections(opened: Opened) -> None:
    pool, everybody = Readers(opened), threading.Barrier(MOST)

    def read_together(_: int) -> Connection:
        with pool.one() as connection:
            everybody.wait(timeout=10)  # only so many get here at the same time
            return connection

    with ThreadPoolExecutor(MOST * 3) as threads:
        lent = list(threads.map(read_together, range(MOST * 6)))
    assert len(set(map(id, lent))) == len(opened.connections) == MOST


def test_who_reads_within_a_read_does_not_wait_for_themselves(opened: Opened) -> None:
    pool, everybody = Readers(opened), threading.Barrier(MOST)

    def read_twice(_: int) -> bool:
        with pool.one() as outer:
            everybody.wait(timeout=10)
            with pool.one() as inner:
                return inner is not outer

    with ThreadPoolExecutor(MOST) as threads:
        assert all(threads.map(read_twice, range(MOST)))
    assert len([one for one in opened.connections if not one.is_closed]) <= MOST


def test_who_waits_too_long_gets_one_more(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "LONGEST_WAIT_SECONDS", 0.01)
    pool, everybody = Readers(opened), threading.Barrier(MOST + 1)

    def read_together(_: int) -> None:
        with pool.one():
            everybody.wait(timeout=10)

    with ThreadPoolExecutor(MOST + 1) as threads:
        list(threads.map(read_together, range(MOST + 1)))
    assert len([one for one in opened.connections if not one.is_closed]) == MOST


def test_a_connection_that_keeps_many_plans_is_closed_and_another_takes_its_place(opened: Opened) -> None:
    pool = Readers(opened)
    for number in range(MOST_TEXTS * 3):
        with pool.one() as connection:
            connection.texts.add(str(number))
    first, *others = opened.connections
    assert first.is_closed
    assert 1 <= len(others) <= 3
    assert all(len(one.texts) <= MOST_TEXTS + 1 for one in opened.connections)
