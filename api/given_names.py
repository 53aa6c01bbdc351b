"""The names that tables in a store add to the lists that documents are read with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store import Reader
    from loaders.reference import Reference


def names_given(store: Reader) -> tuple[Reference, ...]:
    """The entries that the tables of names in this store make; none of registers, whose names are not for prose."""
    from graph.records.reading import records_of, sources
    from graph.records.record import record_of
    from loaders.reference.given import entries_of
    from loaders.reference.registers import RESERVED

    tables = [row["source"] for row in sources(store) if row["source"] not in RESERVED]
    return entries_of(record_of(row) for source in tables for row in records_of(store, source)) if tables else ()
