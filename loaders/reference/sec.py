"""The SEC's lists of companies with tickers: `company_tickers.json` and `company_tickers_exchange.json`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from graph.model import Kind
from graph.records import Record
from loaders.reference.entries import Entry, RowFault, checked, json_of
from loaders.reference.exchanges import exchange

SOURCE = "sec"
_CLASS = re.compile(r"-([A-Z])$")


def entries(file: BinaryIO) -> Iterator[Entry]:
    """One record for each company, with all its tickers, in the order of their first; or what is wrong with a row."""
    found: dict[str, Record] = {}
    for number, row in enumerate(_rows(json_of(file)), start=1):
        try:
            record = _record(row)
        except (KeyError, TypeError, ValueError) as problem:
            yield RowFault(number, f"has no company: {problem}")
            continue
        found[record.key] = _together(found[record.key], record) if record.key in found else record
    yield from found.values()


def _rows(content: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - whatever is in the file
    """The rows of either list, by the names of `company_tickers.json`."""
    if "fields" in content:
        names = [{"cik": "cik_str", "name": "title"}.get(name, name) for name in content["fields"]]
        return (dict(zip(names, row, strict=False)) for row in content["data"])
    return iter(content.values())


def _record(row: Mapping[str, Any]) -> Record:
    traded_at = exchange(str(row.get("exchange") or ""))
    identifiers = checked({"cik": [str(row["cik_str"])]})
    return Record(
        source=SOURCE,
        key=next(value for _, value in identifiers),
        name=str(row["title"]).strip(),
        kind=Kind.COMPANY,
        tickers=(_ticker(str(row["ticker"])),) if row.get("ticker") else (),
        identifiers=identifiers,
        exchanges=(traded_at.mic,) if traded_at else (),
    )


def _ticker(symbol: str) -> str:
    """The symbol with its class of shares as it is usually written: `BRK-B` is `BRK.B`."""
    return _CLASS.sub(r".\1", symbol.strip().upper())


def _together(first: Record, other: Record) -> Record:
    """One company with the tickers of both rows."""
    return Record(
        source=SOURCE,
        key=first.key,
        name=first.name,
        kind=first.kind,
        tickers=tuple(dict.fromkeys((*first.tickers, *other.tickers))),
        identifiers=first.identifiers,
        exchanges=tuple(dict.fromkeys((*first.exchanges, *other.exchanges))),
    )
