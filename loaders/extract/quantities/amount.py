"""The type of an amount, and the units that are no currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

PERCENT, POINTS, BPS, PERCENTAGE_POINTS, MULTIPLE = "percent", "points", "bps", "percentage_points", "multiple"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written, in base units, with the place where it stands; `unit` is None for a bare number."""

    start: int
    end: int
    low: float
    high: float
    unit: str | None
    number: Decimal  # before scaling
    scale: int = 1
    signed: bool = False
    in_words: bool = False
    is_part: bool = False  # "a third", "half": a share of something
    open_ended: bool = False  # "750+ million"

    @property
    def is_range(self) -> bool:
        """True where two ends are given."""
        return self.low != self.high

    @property
    def decimals(self) -> int:
        """How many decimal places are written."""
        exponent = self.number.as_tuple().exponent
        return -exponent if isinstance(exponent, int) else 0

    @property
    def looks_like_year(self) -> bool:
        """True for a bare number such as 2015."""
        plain = self.scale == 1 and self.end - self.start == 4 and not self.in_words
        return self.unit is None and plain and 1800 <= self.low <= 2100
