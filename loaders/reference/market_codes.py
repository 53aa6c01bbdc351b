"""The market codes of ISO 10383 (MIC), as the registration authority gives them: exchanges and who runs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from graph.model import Kind
from graph.records import Record
from loaders.reference.entries import Entry, RowFault, checked, country_code, table_rows

SOURCE = "iso10383"
_COUNTRY, _NAME = "ISO COUNTRY CODE (ISO 3166)", "MARKET NAME-INSTITUTION DESCRIPTION"


def entries(file: BinaryIO) -> Iterator[Entry]:
    """A record for each active market that has its own operator; segments of others are left out."""
    for line, row in table_rows(file):
        if row.get("OPRT/SGMT", "OPRT") != "OPRT" or row.get("STATUS") == "EXPIRED":
            continue
        try:
            yield _record(row)
        except (KeyError, ValueError) as problem:
            yield RowFault(line, str(problem))


def _record(row: Mapping[str, str]) -> Record:
    others = (row.get("LEGAL ENTITY NAME", ""), row.get("ACRONYM", ""))
    return Record(
        source=SOURCE,
        key=row["MIC"],
        name=row[_NAME],
        kind=Kind.INSTITUTION,
        aliases=tuple(name for name in dict.fromkeys(others) if name and name != row[_NAME]),
        identifiers=checked({"mic": [row["MIC"]], "lei": [row.get("LEI", "")]}),
        country=country_code(row.get(_COUNTRY, "")),
        exchanges=(row["MIC"],),
    )
