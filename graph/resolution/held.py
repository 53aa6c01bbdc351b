"""The rows of a stored document that name entities, read back as they would be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.resolution.found import Parts
from graph.store import Row


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
