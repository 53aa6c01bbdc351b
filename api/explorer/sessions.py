"""Who signed in: keys that are held on the server, under a random name that the browser has as a cookie.

They are forgotten when the server ends. The key itself is checked again with each question, so one that is revoked is
refused at once, however long its session would last.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from threading import Lock
from time import monotonic

COOKIE = "streetgraph_session"
LASTS_SECONDS = 12 * 3600  # since it was last used
MOST = 10_000  # sessions; the one that was not used for longest makes room


class Sessions:
    """The sessions of a server, which its threads share."""

    def __init__(self) -> None:
        self._keys: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self._lock = Lock()

    def begin(self, key: str) -> str:
        """The name of a new session for this key."""
        name = secrets.token_urlsafe(32)
        with self._lock:
            self._keys[name] = key, monotonic() + LASTS_SECONDS
            while len(self._keys) > MOST:
                self._keys.popitem(last=False)
        return name

    def key(self, name: str | None) -> str | None:
        """The key of a session, which lasts on from now; None if there is no such session, or no longer."""
        with self._lock:
            key, until = self._keys.pop(name or "", ("", 0.0))
            if name is None or until < monotonic():
                return None
            self._keys[name] = key, monotonic() + LASTS_SECONDS
        return key

    def end(self, name: str | None) -> None:
        """Forget a session."""
        with self._lock:
            self._keys.pop(name or "", None)
