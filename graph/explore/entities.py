"""What is known of an entity."""

from __future__ import annotations

from collections.abc import Iterable

from graph.errors import EntityNotFound
from graph.explore.moment import ANY_TIME, Moment
from graph.records.reading import identity_of
from graph.reference import resolve
from graph.store import Row, Store


def entity(store: Store, reference: str, *, moment: Moment = ANY_TIME) -> Row:
    """One entity: id, kind, name, aliases, tickers, what registers say of it, and how much in the graph is about it.

    A moment bounds what is counted; names are as they are now.
    """
    found = resolve(store, reference)
    for known in store.read("entities.known", ids=[found["id"]]):
        identity = identity_of(store, known)
        for counts in _counted(store, found["id"], moment):
            return {**found, **identity, **counts}
    raise EntityNotFound(reference)  # it has gone since it was resolved


def heard_of(store: Store, entity_ids: Iterable[str], moment: Moment) -> set[str]:
    """Which of these entities some document had named by then; all of them if that may be at any time."""
    ids = sorted(set(entity_ids))
    if moment == ANY_TIME or not ids:
        return set(ids)
    return {row["id"] for row in store.read("entities.heard_of", ids=ids, **moment.parameters)}


def _counted(store: Store, entity_id: str, moment: Moment) -> list[Row]:
    if moment == ANY_TIME:
        return store.read("entities.counts", id=entity_id)
    return store.read("entities.counts_at", id=entity_id, **moment.parameters)
