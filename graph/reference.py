"""From what a person types to the one entity that is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.errors import AmbiguousName, EntityNotFound
from graph.names import Names, current_names, names_of
from graph.naming import key, slug
from graph.store import Reader, Row

NEAREST = 3
_COLUMNS = ("id", "kind", "name", "aliases", "tickers")


def resolve(store: Reader, reference: str) -> Row:
    """The id, kind, name, aliases and tickers of the entity with this id, name, ticker, identifier or alias, so ranked.

    Raises EntityNotFound with the ids of the nearest names, or AmbiguousName with the ids of all that it may be.
    """
    found = fitting(reference, *_candidates(store, reference))
    if not found:
        raise EntityNotFound(reference, nearest(names_of(store, now=True), reference))
    if len(found) > 1:
        raise AmbiguousName(reference, tuple(row["id"] for row in found))
    return described(found[0])


def fitting(reference: str, by_id: list[Row], called: list[Row]) -> list[Row]:
    """Those that fit best: the one of this id, else those of this name, ticker, identifier or alias."""
    if by_id:
        exact = [row for row in by_id if row["id"] == reference]
        return (exact or by_id)[:1]
    wanted = key(reference)
    tests: tuple[Callable[[Row], bool], ...] = (
        lambda row: key(row["name"]) == wanted,
        lambda row: wanted in map(key, row["tickers"]),
        lambda row: is_identifier_of(reference, row),
    )
    for fits in tests:
        if best := [row for row in called if fits(row)]:
            return best
    return called


def ids_of(reference: str) -> list[str]:
    """The ids that a reference may be."""
    return sorted({reference, slug(reference)} - {""})


def is_identifier_of(reference: str, row: Row) -> bool:
    """Whether it is the LEI, the ISIN or another identifier of the entity; a CIK may lack its zeros."""
    values = {each.partition(":")[2] for each in row["identifiers"] or ()}
    return bool({reference.strip().upper(), reference.strip().zfill(10)} & values)


def nearest(names: Names, reference: str) -> tuple[str, ...]:
    """The ids of those that are called most like it."""
    return tuple(near.entity["id"] for near in names.near(reference, NEAREST))


def described(row: Row) -> Row:
    """What is told of an entity that was named."""
    return {column: row[column] for column in _COLUMNS}


def _candidates(store: Reader, reference: str) -> tuple[list[Row], list[Row]]:
    """Those of this id, and those that are called so, as the store is now."""
    if names := current_names(store):
        return _known(names, ids_of(reference)), names.called(reference)
    by_id = _of_ids(store, ids_of(reference))
    return by_id, [] if by_id else store.read("entities.named", key=key(reference))


def _of_ids(store: Reader, ids: list[str]) -> list[Row]:
    """The entities of these ids; else those into which the entities of these ids were merged."""
    if found := store.read("entities.known", ids=ids):
        return found
    kept = sorted({row["kept"] for row in store.read("resolution.redirects", ids=ids)})
    return store.read("entities.known", ids=kept) if kept else []


def _known(names: Names, ids: Iterable[str]) -> list[Row]:
    return [row for one in ids if (row := names.by_id(one)) is not None]
