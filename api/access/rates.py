"""How often one may ask: a moving window for each key."""

from __future__ import annotations

from math import ceil
from time import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from api.errors import RateExceeded


def rate_of(text: str) -> RateLimitItem:
    """The rate in words such as `100/minute`; ValueError if it is none."""
    return parse(text)


class Rates:
    """What each one has asked within the last window, counted in this process."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def count(self, who: str, rate: str) -> None:
        """Note a request; RateExceeded if it is one too many."""
        allowed = rate_of(rate)
        if not self._limiter.hit(allowed, who):
            raise self._exceeded(allowed, who)

    def _exceeded(self, allowed: RateLimitItem, who: str) -> RateExceeded:
        reset, _ = self._limiter.get_window_stats(allowed, who)
        return RateExceeded(f"At most {allowed} requests are answered.", seconds=max(ceil(reset - time()), 1))
