"""What an entity is called, decided from what the documents say it is called.

The decision looks at nothing but the documents that are in the store, so it does not depend on the order in which they
came, and removing one leaves no trace of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from graph.model import Kind
from graph.naming import key
from graph.store import Row

_KIND_ORDER = {kind.value: rank for rank, kind in enumerate(Kind)}


def folded(entity_id: str, namings: Iterable[Row]) -> Row:
    """The properties of an entity, from the rows of `entities.namings` that are about it.

    Its kind and its name are what most documents say; among equals the kind that `Kind` lists first, and the longest
    name. Where others were merged into it, those documents decide that name it itself, if any do. Its aliases and
    tickers are all that any document gives.
    """
    namings = list(namings)
    own = [naming for naming in namings if _is_own(naming, entity_id)] or namings
    kind = _most_common(own, "kind", lambda value: _KIND_ORDER.get(value, len(_KIND_ORDER)))
    name = _most_common(own, "name", lambda value: (-len(value), value))
    others = {naming["name"] for naming in namings} - {name}
    aliases = sorted((_united(namings, "aliases") | others) - {name})
    tickers = sorted(_united(namings, "tickers"))
    merged = _united(namings, "found")
    keys = sorted({key(form) for form in (entity_id, name, *aliases, *tickers, *merged)} - {""})
    return {"id": entity_id, "kind": kind, "name": name, "aliases": aliases, "tickers": tickers, "keys": keys}


def _is_own(naming: Row, entity_id: str) -> bool:
    return not naming["found"] or entity_id in naming["found"]


def changes_nothing(naming: Row, entity: Row | None) -> bool:
    """Whether one more document that says `naming` leaves the entity as it is, so that the others need not be read."""
    return (
        entity is not None
        and naming["kind"] == entity["kind"]
        and naming["name"] == entity["name"]
        and _is_within(naming["aliases"], [*entity["aliases"], entity["name"]])
        and _is_within(naming["tickers"], entity["tickers"])
        and not {*naming["aliases"], *naming["tickers"]} & {*entity["added"]}  # by records, and so far by no document
        and _is_within(map(key, naming["found"]), entity["keys"])
    )


def _is_within(part: Iterable[str], whole: Sequence[str]) -> bool:
    return set(part) <= set(whole)


def _most_common(namings: Iterable[Row], column: str, order: Callable[[str], Any]) -> str:
    votes: Counter[str] = Counter()
    for naming in namings:
        votes[naming[column]] += naming["documents"]
    return min(votes, key=lambda value: (-votes[value], order(value)))


def _united(namings: Iterable[Row], column: str) -> set[str]:
    return {value for naming in namings for value in naming[column]}
