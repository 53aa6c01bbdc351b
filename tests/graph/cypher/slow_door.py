"""A door before a server: whoever comes in waits there for a while, and all who are in can be put out at once."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit


class SlowDoor:
    """Passes on what is said between its own address and that of a server."""

    def __init__(self, uri: str) -> None:
        there = urlsplit(uri)
        self._there = (there.hostname or "", there.port or 7687)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self._listening.getsockname()[1]}"
        self.seconds = 0.0  # that the next ones wait
        self._inside: list[socket.socket] = []
        threading.Thread(target=self._let_in, daemon=True).start()

    def put_out(self) -> None:
        """End all connections there are."""
        while self._inside:
            _end(self._inside.pop())

    def close(self) -> None:
        """Let nobody in any more."""
        _end(self._listening)
        self.put_out()

    def _let_in(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                time.sleep(self.seconds)
                far = socket.create_connection(self._there)
                self._inside += (near, far)
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=_pass_on, args=ends, daemon=True).start()


@contextmanager
def slow_door(uri: str) -> Iterator[SlowDoor]:
    """A door before the server at this address, for as long as the block runs."""
    door = SlowDoor(uri)
    try:
        yield door
    finally:
        door.close()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while said := source.recv(65536):
            target.sendall(said)
    _end(target)


def _end(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
