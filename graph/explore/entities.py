"""What is known of an entity."""

from __future__ import annotations

from graph.errors import EntityNotFound
from graph.reference import resolve
from graph.store import Row, Store


def entity(store: Store, reference: str) -> Row:
    """One entity: id, kind, name, aliases, tickers, and how many documents, mentions and claims are about it."""
    found = resolve(store, reference)
    for counts in store.read("entities.counts", id=found["id"]):
        return {**found, **counts}
    raise EntityNotFound(reference)  # it has gone since it was resolved
