"""Results of OpenFIGI, as its mapping and its search give them: securities with their FIGIs and tickers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from graph.model import Kind
from graph.records import Record
from loaders.reference.entries import Entry, RowFault, checked, json_of
from loaders.reference.exchanges import exchange

SOURCE = "openfigi"
_KINDS = {"Equity": Kind.COMPANY, "Pfd": Kind.COMPANY, "Index": Kind.INDEX}  # bonds and contracts are no entities


def entries(file: BinaryIO) -> Iterator[Entry]:
    """A record for each listing of a share, and for each index; a question without an answer is a fault."""
    content = json_of(file)
    for number, answer in enumerate(content if isinstance(content, list) else [content], start=1):
        if not isinstance(answer, Mapping) or "data" not in answer:
            told = answer if isinstance(answer, Mapping) else {}
            yield RowFault(number, str(told.get("error") or told.get("warning") or "is no answer of OpenFIGI"))
            continue
        yield from _of_answer(number, answer["data"])


def _of_answer(number: int, listings: list[Mapping[str, Any]]) -> Iterator[Entry]:
    for listing in listings:
        try:
            if (kind := _KINDS.get(str(listing.get("marketSector")))) is not None:
                yield _record(listing, kind)
        except (AttributeError, KeyError, TypeError, ValueError) as problem:
            yield RowFault(number, str(problem))


def _record(listing: Mapping[str, Any], kind: Kind) -> Record:
    figis = [str(listing[name]) for name in ("figi", "compositeFIGI", "shareClassFIGI") if listing.get(name)]
    traded_at = exchange(str(listing.get("exchCode") or ""))
    symbol = str(listing.get("ticker") or "")
    return Record(
        source=SOURCE,
        key=str(listing["figi"]),
        name=str(listing["name"]).strip(),
        kind=kind,
        tickers=(traded_at.ticker(symbol) if traded_at else symbol.upper(),) if symbol else (),
        identifiers=checked({"figi": figis}),
        country=traded_at.country if traded_at and kind is Kind.INDEX else "",
        exchanges=(traded_at.mic,) if traded_at else (),
    )
