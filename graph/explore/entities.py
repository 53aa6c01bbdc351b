"""What is known of an entity."""

from __future__ import annotations

from graph.errors import EntityNotFound
from graph.records.reading import identity_of
from graph.reference import resolve
from graph.store import Row, Store


def entity(store: Store, reference: str) -> Row:
    """One entity: id, kind, name, aliases, tickers, what registers say of it, and how much in the graph is about it."""
    found = resolve(store, reference)
    for known in store.read("entities.known", ids=[found["id"]]):
        identity = identity_of(store, known)
        for counts in store.read("entities.counts", id=found["id"]):
            return {**found, **identity, **counts}
    raise EntityNotFound(reference)  # it has gone since it was resolved
