"""Exchanges: their market codes, and how tickers that are traded there are written."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_DIGITS = {"HK": 4}  # tickers of these are numbers that are filled up with zeros


@dataclass(frozen=True, slots=True)
class Exchange:
    """A market: `mic` is its ISO 10383 code, `suffix` what stands behind the point of a ticker, `codes` Bloomberg's."""

    mic: str
    country: str
    suffix: str
    codes: tuple[str, ...]
    names: tuple[str, ...]

    def ticker(self, symbol: str) -> str:
        """The symbol as a ticker: `700` in Hong Kong is `0700.HK`."""
        letters = symbol.replace("/", "-").strip().upper()
        letters = letters.zfill(_DIGITS.get(self.suffix, 0)) if letters.isdigit() else letters
        return f"{letters}.{self.suffix}" if self.suffix else letters


def exchange(code: str) -> Exchange | None:
    """The exchange of this market code, Bloomberg code or name, if the list has it."""
    return _by_code().get(code.strip().casefold())


@cache
def exchanges() -> tuple[Exchange, ...]:
    """All of the list, sorted by market code."""
    text = (files("loaders") / "data" / "exchanges.csv").read_text(encoding="utf-8")
    return tuple(
        Exchange(
            row["mic"], row["country"], row["suffix"], tuple(row["codes"].split("|")), tuple(row["names"].split("|"))
        )
        for row in csv.DictReader(text.splitlines())
    )


@cache
def _by_code() -> dict[str, Exchange]:
    return {code.casefold(): each for each in exchanges() for code in (each.mic, *each.codes, *each.names)}
