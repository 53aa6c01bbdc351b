"""Who uses a thing right now, so that it is not closed under them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Users:
    """A count of those who use something, in any thread."""

    def __init__(self) -> None:
        self._count = 0
        self._changed = threading.Condition()

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Count as one of them."""
        self._add(1)
        try:
            yield
        finally:
            self._add(-1)

    def gone(self, *, within_seconds: float) -> bool:
        """Whether all have left, for whom this waits so long at most."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._count, within_seconds)

    def _add(self, number: int) -> None:
        with self._changed:
            self._count += number
            self._changed.notify_all()
