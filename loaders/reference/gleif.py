"""The golden copy of GLEIF: every entity with an LEI (level 1, CSV), and which ISINs each has issued."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from graph.model import Kind
from graph.records import Record
from loaders.reference.entries import Entry, RowFault, checked, country_code, table_rows

SOURCE, ISIN_SOURCE = "gleif", "gleif-isin"
_NOT_COMPANIES = {"FUND", "BRANCH", "SOLE_PROPRIETOR"}
_NOT_VALID = {"DUPLICATE", "ANNULLED", "CANCELLED", "TRANSFERRED", "PENDING_VALIDATION"}
_OTHER_NAMES = tuple(
    f"Entity.{group}.{name}.{number}"
    for group, name in (
        ("OtherEntityNames", "OtherEntityName"),
        ("TransliteratedOtherEntityNames", "TransliteratedOtherEntityName"),
    )
    for number in range(1, 6)
)

_COLUMNS = frozenset(
    {"LEI", "Entity.LegalName", "Entity.EntityCategory", "Entity.EntityStatus", "Registration.RegistrationStatus"}
    | {"Entity.HeadquartersAddress.Country", "Entity.LegalAddress.Country", *_OTHER_NAMES}
)  # of some three hundred


def entries(file: BinaryIO) -> Iterator[Entry]:
    """A record for each active entity; funds, branches, sole traders and withdrawn entries are left out."""
    for line, row in table_rows(file, _COLUMNS):
        if _is_left_out(row):
            continue
        try:
            yield _record(row)
        except (KeyError, ValueError) as problem:
            yield RowFault(line, str(problem))


def isin_entries(file: BinaryIO) -> Iterator[Entry]:
    """A record for each row of GLEIF's list of LEIs with the ISINs of what they issued."""
    for line, row in table_rows(file):
        try:
            identifiers = checked({"lei": [row["LEI"]], "isin": [row["ISIN"]]})
        except (KeyError, ValueError) as problem:
            yield RowFault(line, str(problem))
            continue
        yield Record(ISIN_SOURCE, row["ISIN"], "", Kind.COMPANY, identifiers=identifiers)


def _is_left_out(row: Mapping[str, str]) -> bool:
    return (
        row.get("Entity.EntityCategory") in _NOT_COMPANIES
        or row.get("Entity.EntityStatus", "ACTIVE") != "ACTIVE"
        or row.get("Registration.RegistrationStatus") in _NOT_VALID
    )


def _record(row: Mapping[str, str]) -> Record:
    name = row["Entity.LegalName"]
    if not name:
        raise ValueError("has no legal name")
    others = dict.fromkeys(row.get(column, "") for column in _OTHER_NAMES)
    identifiers = checked({"lei": [row["LEI"]]})
    return Record(
        source=SOURCE,
        key=next(value for _, value in identifiers),
        name=name,
        kind=Kind.COMPANY,
        aliases=tuple(other for other in others if other and other != name),
        identifiers=identifiers,
        country=country_code(
            row.get("Entity.HeadquartersAddress.Country") or row.get("Entity.LegalAddress.Country") or ""
        ),
    )
