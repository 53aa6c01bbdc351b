"""The edges between entities that a document's relations and claims make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph.model import Claim, Relation
from graph.store import Row

SPEAKS_ABOUT = "SPEAKS_ABOUT"  # the one relation that follows from the claims


def relation_rows(
    relations: Iterable[Relation], claims: Mapping[str, Claim], published_at: str | None
) -> dict[str, list[Row]]:
    """The edges by their type: those that are stated, and one from each speaker to what its claims are about.

    Two roles that one claim gives somebody at the same organisation are one edge.
    """
    found: dict[str, dict[tuple[str, str, str], Row]] = {}
    for kind, source, target, claim_id, by, role in [*_stated(relations), *_spoken(claims)]:
        row = {"source": source, "target": target, "claim_id": claim_id, "by": by, "role": role}
        kept = found.setdefault(kind, {}).setdefault((source, target, claim_id), {**row, "published_at": published_at})
        kept["role"] = _both(kept["role"], role)
    return {kind: list(rows.values()) for kind, rows in found.items()}


_Edge = tuple[str, str, str, str, str | None, str | None]


def _stated(relations: Iterable[Relation]) -> Iterator[_Edge]:
    for relation in relations:
        ends = relation.source, relation.target
        yield relation.type.value, *ends, relation.claim_id, relation.by, relation.role


def _spoken(claims: Mapping[str, Claim]) -> Iterator[_Edge]:
    for claim_id, claim in claims.items():
        for subject in claim.about:
            if claim.speaker not in (None, subject):
                yield SPEAKS_ABOUT, str(claim.speaker), subject, claim_id, claim.speaker, None


def _both(first: str | None, second: str | None) -> str | None:
    """Two roles that one claim gives the same person at the same organisation."""
    if first and second and second not in first:
        return f"{first} and {second}"
    return first or second
