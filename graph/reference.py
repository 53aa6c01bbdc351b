"""From what a person types to the one entity that is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapidfuzz import fuzz, process

from graph.errors import AmbiguousName, EntityNotFound
from graph.naming import key, slug
from graph.store import Reader, Row


def resolve(store: Reader, reference: str) -> Row:
    """The id, kind, name, aliases and tickers of the entity with this id, name, ticker or alias, in that order.

    Raises EntityNotFound with the ids of the nearest names, or AmbiguousName with the ids of all that it may be.
    """
    by_id = store.read("entities.known", ids=sorted({reference, slug(reference)} - {""}))
    if by_id:
        exact = [row for row in by_id if row["id"] == reference]
        return _described((exact or by_id)[0])
    found = _best(reference, store.read("entities.named", key=key(reference)))
    if not found:
        raise EntityNotFound(reference, _nearest(store, reference))
    if len(found) > 1:
        raise AmbiguousName(reference, tuple(row["id"] for row in found))
    return _described(found[0])


def _described(row: Row) -> Row:
    return {column: row[column] for column in ("id", "kind", "name", "aliases", "tickers")}


def _best(reference: str, candidates: list[Row]) -> list[Row]:
    """The candidates that fit best: those of this name before those of this ticker, both before those of this alias."""
    wanted = key(reference)
    tests: tuple[Callable[[Row], bool], ...] = (
        lambda row: key(row["name"]) == wanted,
        lambda row: wanted in map(key, row["tickers"]),
    )
    for fits in tests:
        if best := [row for row in candidates if fits(row)]:
            return best
    return candidates


def _nearest(store: Reader, reference: str) -> tuple[str, ...]:
    forms = list(_forms(store))
    matches = process.extract(
        key(reference), [form for form, _ in forms], scorer=fuzz.WRatio, limit=10, score_cutoff=70
    )
    return tuple(dict.fromkeys(forms[index][1] for _, _, index in matches))[:3]


def _forms(store: Reader) -> Iterator[tuple[str, str]]:
    for row in store.read("entities.keys"):
        for form in row["keys"]:
            yield form, row["id"]
