"""What is known of an entity, and what it is linked to."""

from __future__ import annotations

from typing import Literal

from graph.errors import EntityNotFound, ParameterInvalid
from graph.explore.page import Page, Position, paged
from graph.ontology import ENTITY_EDGES
from graph.reference import resolve
from graph.store import Row, Store

Direction = Literal["both", "out", "in"]

_QUERIES = {"out": "neighbors.outgoing", "in": "neighbors.incoming"}
_COUNTS = {"out": "outgoing", "in": "incoming"}
_RELATIONS = tuple(edge.name for edge in ENTITY_EDGES)


def entity(store: Store, reference: str) -> Row:
    """One entity: id, kind, name, aliases, tickers, and how many documents, mentions and claims are about it."""
    found = resolve(store, reference)
    return {**found, **_counts(store, reference, "entities.counts", id=found["id"])}


def neighbors(
    store: Store,
    reference: str,
    *,
    relation: str | None = None,
    direction: Direction = "both",
    limit: int = 50,
    cursor: str | None = None,
) -> Page:
    """The entities that share an edge with this one, newest first, each with the claim and the words it rests on."""
    found = resolve(store, reference)["id"]
    kind = _relation(relation)
    directions = _directions(direction)

    def fetch(after: Position, most: int) -> list[Row]:
        rows = [row for one in directions for row in _edges(store, found, kind, one, after, most)]
        rows.sort(key=lambda row: _position(row).place)
        rows.sort(key=lambda row: _position(row).day, reverse=True)
        return rows[:most]

    counts = _counts(store, reference, "neighbors.count", entity=found, relation=kind)
    return paged(
        fetch,
        position=_position,
        total=sum(counts[_COUNTS[one]] for one in directions),
        filters={"neighbors": found, "relation": kind, "direction": direction},
        limit=limit,
        cursor=cursor,
    )


def _counts(store: Store, reference: str, query: str, **parameters: object) -> Row:
    for row in store.read(query, **parameters):
        return row
    raise EntityNotFound(reference)  # it has gone since it was resolved


def _edges(store: Store, found: str, relation: str, direction: str, after: Position, limit: int) -> list[Row]:
    rows = store.read(_QUERIES[direction], entity=found, relation=relation, limit=limit, **after.after)
    return [{**row, "direction": direction} for row in rows]


def _position(row: Row) -> Position:
    place = "|".join((row["relation"], row["entity_id"], row["claim_id"], row["direction"]))
    return Position(row["published_at"] or "", place)


def _relation(relation: str | None) -> str:
    if relation is None:
        return ""
    if relation.upper() not in _RELATIONS:
        raise ParameterInvalid(f"'relation' must be one of {', '.join(_RELATIONS)}, not {relation!r}.")
    return relation.upper()


def _directions(direction: str) -> tuple[str, ...]:
    if direction not in ("both", *_QUERIES):
        raise ParameterInvalid(f"'direction' must be both, out or in, not {direction!r}.")
    return tuple(_QUERIES) if direction == "both" else (direction,)
