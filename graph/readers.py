"""Connections that readers of an embedded store share: few, since each keeps memory for every text that it ran."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar

MOST = 4  # that read at the same time: the engine spreads what is worth it over all cores by itself
MOST_TEXTS = 150  # that a connection keeps plans of; shipped queries are fewer, but for the filters they go without
LONGEST_WAIT_SECONDS = 30.0  # then one more is opened, so that those who wait for each other come to an end


class Connection(Protocol):
    """A connection that knows which texts it ran."""

    texts: set[str]

    def close(self) -> None:
        """Let go of what it keeps."""


C = TypeVar("C", bound=Connection)


class Readers(Generic[C]):
    """Lends connections, each to one thread at a time, the one that was given back last first."""

    def __init__(self, connect: Callable[[], C]) -> None:
        self._connect = connect
        self._idle: list[C] = []
        self._turns = threading.BoundedSemaphore(MOST)
        self._mine = threading.local()

    @contextmanager
    def one(self) -> Iterator[C]:
        """A connection that no other thread uses meanwhile."""
        with self._turn():
            connection = self._taken()
            try:
                yield connection
            finally:
                self._give_back(connection)

    def close(self) -> None:
        """Close those that nobody uses."""
        while self._idle:
            self._idle.pop().close()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait until fewer read; who reads within a read has a turn already."""
        if getattr(self._mine, "has_turn", False):
            yield
            return
        is_counted = self._turns.acquire(timeout=LONGEST_WAIT_SECONDS)
        self._mine.has_turn = True
        try:
            yield
        finally:
            self._mine.has_turn = False
            if is_counted:
                self._turns.release()

    def _taken(self) -> C:
        try:
            return self._idle.pop()
        except IndexError:
            return self._connect()

    def _give_back(self, connection: C) -> None:
        """Keep it for the next, unless it keeps too much itself."""
        if len(connection.texts) > MOST_TEXTS or len(self._idle) >= MOST:
            connection.close()
        else:
            self._idle.append(connection)
