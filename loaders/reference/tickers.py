"""Whether tickers are written as those of their exchange are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.model import Kind
from loaders.reference.exchanges import exchanges
from loaders.reference.starter import Reference

# Exchanges whose tickers are numbers, and the country of all or nearly all that they list.
_NUMBERS = {
    "HK": r"0?\d{4}",
    "SS": r"(60|68|90)\d{4}",
    "SH": r"(60|68|90)\d{4}",
    "SZ": r"(00|20|30)\d{4}",
    "T": r"\d[0-9A-Z]\d[0-9A-Z]",
    "KS": r"\d{5}[0-9K]",
    "KQ": r"\d{6}",
    "TW": r"\d{4}",
    "TWO": r"\d{4}",
    "SR": r"\d{4}",
    "KL": r"\d{4}",
}
_AT_HOME = {
    mark: country
    for country, marks in (
        *(("CN", ("SS", "SH", "SZ")), ("JP", ("T",)), ("KR", ("KS", "KQ")), ("IN", ("NS", "BO"))),
        *(("TW", ("TW", "TWO")), ("SA", ("SR",)), ("TR", ("IS",)), ("PL", ("WA",))),
    )
    for mark in marks
}
# Marks of exchanges beyond those of the list: Reuters' for the same, classes of shares, and small markets.
_FURTHER = frozenset(
    {"O", "N", "A", "B", "SH", "TWO"} | {"AM", "BD", "BH", "CA", "KW", "LG", "NR", "OM", "PR", "QA", "RO"}
)
_LETTERS = re.compile(r"[A-Z0-9&_-]{1,11}")
_BARE = re.compile(r"[A-Z]{1,5}(-[A-Z])?|\d{5,6}")


def implausible_tickers(entries: Iterable[Reference]) -> Iterator[str]:
    """A sentence for each ticker that is written as none of its exchange, or stands with a company of elsewhere."""
    for entry in entries:
        for ticker in entry.tickers:
            if entry.kind is not Kind.INDEX and (fault := _fault(ticker, entry.country)):
                yield f"{entry.id}: {ticker!r} {fault}."


def _fault(ticker: str, country: str) -> str:
    letters, _, mark = ticker.rpartition(".") if "." in ticker else (ticker, "", "")
    if not mark:
        return "" if _BARE.fullmatch(letters) else "is written as no ticker without an exchange"
    if mark not in _marks():
        return "names no exchange that is known"
    if not re.fullmatch(_NUMBERS.get(mark, _LETTERS.pattern), letters):
        return "is written as none of its exchange"
    return f"is of {_AT_HOME[mark]}, the company of {country}" if _AT_HOME.get(mark, country) != country else ""


def _marks() -> frozenset[str]:
    return _FURTHER | {exchange.suffix for exchange in exchanges()}
