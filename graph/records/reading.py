"""The records in a store, and which register says what of an entity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.records.record import forms_of_row
from graph.store import Reader, Row

PIECE = 2_000


def sources(store: Reader) -> list[Row]:
    """The registers in the store: `source`, and the number of its `records`."""
    return store.read("records.sources")


def records_of(store: Reader, source: str = "") -> Iterator[Row]:
    """Every record as a row, in the order of the ids; of one register, if it is given."""
    after = ""
    while rows := store.read("records.page", after=after, source=source, limit=PIECE):
        after = rows[-1]["id"]
        yield from rows


def identity_of(store: Reader, entity: Row) -> Row:
    """The `country`, `exchanges` and `identifiers` of an entity, each of these with the registers that give it."""
    registers = _registers(store, entity["records"] or [])
    identifiers = [each.partition(":") for each in entity["identifiers"] or []]
    return {
        "country": entity["country"],
        "exchanges": entity["exchanges"] or [],
        "identifiers": [
            {"scheme": scheme, "value": value, "sources": registers[f"{scheme}:{value}"]}
            for scheme, _, value in identifiers
        ],
    }


def _registers(store: Reader, ids: Sequence[str]) -> dict[str, list[str]]:
    """The names of registers by the identifiers that they give."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in store.read("records.get", ids=list(ids)) if ids else []:
        for each in row["identifiers"]:
            found[each].add(row["source"])
    return defaultdict(list, {each: sorted(names) for each, names in found.items()})


def forms_held(store: Reader) -> set[str]:
    """What entities and records in the store are found by: a record that shares one of these may be of one of them."""
    held: set[str] = set()
    after = ""
    while rows := store.read("records.entities", after=after, limit=PIECE):
        after = rows[-1]["id"]
        held.update(*map(forms_of_row, rows))
    for record in records_of(store):
        held |= forms_of_row(record)
    return held
