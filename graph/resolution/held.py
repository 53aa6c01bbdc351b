"""The rows of stored documents that name entities, read back as they would be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.resolution.found import Parts, as_found
from graph.store import Row, Run, grouped

_READ = ("namings", "mentions", "claims", "subjects", "figures")
Rows = Mapping[str, list[Row]]  # by document


@dataclass(frozen=True, slots=True)
class Held:
    """What is stored of a document: its claims, and what names entities, as it is and as it was found."""

    claims: list[Row]
    parts: Parts
    original: Parts


def held_of(document_ids: Sequence[str], run: Run) -> dict[str, Held]:
    """What is stored of each of these documents, by its id; read with one query for each part of all of them."""
    ids = list(document_ids)
    if not ids:
        return {}
    rows = {part: grouped(run(f"documents.{part}", ids=ids), "document_id") for part in _READ}
    edges = _edges(rows["namings"], rows["claims"], run)
    found = {row["id"]: row["found"] for row in run("resolution.found", ids=ids)}
    return {one: _held({part: rows[part][one] for part in _READ}, edges[one], found[one]) for one in ids}


def _held(rows: Mapping[str, list[Row]], edges: list[Row], found: str | None) -> Held:
    parts = parts_held(**rows, edges=edges)
    return Held(rows["claims"], parts, as_found(parts, found, stamps_of(rows["claims"])))


def _edges(namings: Rows, claims: Rows, run: Run) -> Rows:
    """The edges between entities that rest on the claims of each document; they lead out of entities that it names."""
    document_of = {claim["id"]: one for one, its in claims.items() for claim in its}
    ids = sorted({row["entity_id"] for its in namings.values() for row in its})
    edges = run("edges.of_claims", ids=ids, claim_ids=sorted(document_of)) if document_of else []
    return grouped(({**edge, "document_id": document_of[edge["claim_id"]]} for edge in edges), "document_id")


def parts_held(
    *,
    namings: Iterable[Row],
    mentions: Iterable[Row],
    claims: list[Row],
    subjects: Iterable[Row],
    figures: Iterable[Row],
    edges: Iterable[Row],
) -> Parts:
    """The parts of a document, from the rows of the queries `documents.…` about it."""
    parts: Parts = {
        "namings": [{"id": row["entity_id"], **_without(row, "entity_id")} for row in namings],
        "mentions": [_link(row, "passage_id", "entity_id") for row in mentions],
        "made_by": list(_links(claims, "id", "speaker_id")),
        "on_behalf_of": list(_links(claims, "id", "org_id")),
        "about": list(_links(subjects, "claim_id", "entity_id")),
        "measures": list(_links(figures, "id", "about_id")),
    }
    for edge in edges:
        parts.setdefault(edge["relation"], []).append(_without(edge, "relation"))
    return parts


def stamps_of(claims: Iterable[Row]) -> dict[str, Row]:
    """The times of each claim, which its edges repeat."""
    return {claim["id"]: {name: claim[name] for name in ("published_at", "recorded_at")} for claim in claims}


def _without(row: Row, *columns: str) -> Row:
    return {name: value for name, value in row.items() if name not in columns}


def _link(row: Row, source: str, target: str) -> Row:
    return {"source": row[source], "target": row[target], **_without(row, source, target)}


def _links(rows: Iterable[Row], source: str, target: str) -> Iterator[Row]:
    return ({"source": row[source], "target": row[target]} for row in rows if row[target] is not None)
