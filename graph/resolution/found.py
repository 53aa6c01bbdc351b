"""What a document says of entities: as it was found, and as it is stored once some of them are one.

The graph holds the latter. Of the former it keeps only what differs, so that what was judged can be undone: the rows
that name one of the entities that were merged, as JSON on the document.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from graph.model import Kind
from graph.store import Row

Parts = dict[str, list[Row]]  # the rows of one document that name entities, by part or, between entities, by relation

LINKS = ("made_by", "on_behalf_of", "about", "measures")
PARTS = ("namings", "mentions", *LINKS)
_NAMING: Mapping[str, tuple[str, ...]] = {"namings": ("id",), **dict.fromkeys(("mentions", *LINKS), ("target",))}
_ENDS = ("source", "target", "by")  # of an edge between entities
_STAMP = ("published_at", "recorded_at")  # what an edge repeats of its claim
_COLUMNS: Mapping[str, tuple[str, ...]] = {  # in one order: rows with others are of another type to an engine
    "namings": ("id", "kind", "name", "aliases", "tickers"),
    "mentions": ("source", "target", "start", "end", "text"),
    **dict.fromkeys(LINKS, ("source", "target")),
}
_EDGE = ("source", "target", "claim_id", "by", "role")


class Resolved(NamedTuple):
    """The rows as they are stored, and what has to be kept to tell how they were found."""

    parts: Parts
    found: str | None


def parts_of(batches: Mapping[str, Any]) -> Parts:
    """The parts of a document that name entities, from all that is to be stored of it."""
    return {**{part: batches[part] for part in PARTS}, **batches["relations"]}


def resolved(parts: Parts, redirects: Mapping[str, str]) -> Resolved:
    """The rows as found, with each id in place of which the entity is kept; what has become the same is there once."""
    merged = {redirects[row["id"]] for row in parts["namings"] if row["id"] in redirects}
    if not merged:
        return Resolved({**parts, "namings": [{**row, "found": []} for row in parts["namings"]]}, None)
    moved = {part: list(_moved(part, rows, redirects)) for part, rows in parts.items()}
    return Resolved(
        {part: rows for part, rows in moved.items() if rows or part in PARTS}, _kept(parts, merged, redirects)
    )


def as_found(parts: Parts, found: str | None, stamps: Mapping[str, Row]) -> Parts:
    """The rows as they were found, from those that are stored; `stamps` are the times of each claim, by its id."""
    kept = {"merged": [], **json.loads(found or "{}")}
    merged = frozenset(kept.pop("merged"))
    together = {
        part: [row for row in parts.get(part, []) if not _names(part, row, merged)] + kept.get(part, [])
        for part in {**parts, **kept}
    }
    return {part: [_bare(part, row, stamps) for row in rows] for part, rows in together.items()}


def _bare(part: str, row: Row, stamps: Mapping[str, Row]) -> Row:
    """The row with the columns that it is found with; an edge with the times of its claim."""
    own = {name: row[name] for name in _COLUMNS.get(part, _EDGE)}
    return own if part in PARTS else {**own, **stamps[row["claim_id"]]}


def _kept(parts: Parts, merged: Collection[str], redirects: Mapping[str, str]) -> str:
    """The rows as found that name one of the merged entities, under whichever id, in one order always."""
    every = {*merged, *(found for found, kept in redirects.items() if kept in merged)}
    rows = {part: [_without_stamp(row) for row in found if _names(part, row, every)] for part, found in parts.items()}
    named = {part: sorted(found, key=json.dumps) for part, found in rows.items() if found}
    return json.dumps({**named, "merged": sorted(merged)}, ensure_ascii=False, sort_keys=True)


def _names(part: str, row: Row, ids: Collection[str]) -> bool:
    return any(row[column] in ids for column in _NAMING.get(part, _ENDS))


def _without_stamp(row: Row) -> Row:
    return {name: row[name] for name in sorted(row) if name not in _STAMP}


def _moved(part: str, rows: Iterable[Row], redirects: Mapping[str, str]) -> Iterator[Row]:
    if part == "namings":
        return _together(rows, redirects)
    columns = _NAMING.get(part, _ENDS)
    moved = ({**row, **{name: redirects.get(row[name], row[name]) for name in columns}} for row in rows)
    if part in PARTS:
        return iter({tuple(sorted(row.items())): row for row in moved}.values())
    return _edges(moved)


def _edges(rows: Iterable[Row]) -> Iterator[Row]:
    """Each edge once, with all roles that it has; an entity has none to itself."""
    found: dict[tuple[str, str, str], Row] = {}
    for row in sorted(rows, key=_order):
        if row["source"] != row["target"]:
            kept = found.setdefault((row["source"], row["target"], row["claim_id"]), row)
            kept["role"] = both(kept["role"], row["role"])
    return iter(found.values())


def _order(edge: Row) -> tuple[str, ...]:
    return edge["source"], edge["target"], edge["claim_id"], edge["role"] or "", edge["by"] or ""


def both(first: str | None, second: str | None) -> str | None:
    """Two roles that one claim gives the same person at the same organisation."""
    if first and second and second not in first:
        return f"{first} and {second}"
    return first or second


def _together(namings: Iterable[Row], redirects: Mapping[str, str]) -> Iterator[Row]:
    """What the document calls each entity: as it calls the one that is kept, if it does, and by all other names too."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for naming in namings:
        groups[redirects.get(naming["id"], naming["id"])].append(naming)
    for entity_id, group in groups.items():
        first = min(group, key=lambda row: (row["id"] != entity_id, *_rank(row)))
        names = {form for row in group for form in (row["name"], *row["aliases"])} - {first["name"]}
        found = sorted(row["id"] for row in group)
        yield {
            "id": entity_id,
            "kind": first["kind"],
            "name": first["name"],
            "aliases": sorted(names),
            "tickers": sorted({ticker for row in group for ticker in row["tickers"]}),
            "found": [] if found == [entity_id] else found,
        }


_KINDS = {kind.value: rank for rank, kind in enumerate(Kind)}


def _rank(naming: Row) -> tuple[int, int, str, str]:
    return _KINDS.get(naming["kind"], len(_KINDS)), -len(naming["name"]), naming["name"], naming["id"]
