"""Documents on their way into the store, under the ids that the judgements say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.batches import Batches
from graph.resolution.found import PARTS, parts_of, resolved
from graph.resolution.rearranging import redirects_of
from graph.store import Run


def under_kept_ids(documents: Sequence[Batches], run: Run) -> list[Batches]:
    """The documents with all entities under the ids that are kept, and with what was found where that differs."""
    redirects = redirects_of((naming["id"] for each in documents for naming in each.namings), run)
    return [_under_kept_ids(each, redirects) for each in documents]


def _under_kept_ids(batches: Batches, redirects: Mapping[str, str]) -> Batches:
    """The fingerprint stays that of what was found: the same text read again is no news, whatever was merged."""
    parts, found = resolved(parts_of(vars(batches)), redirects)
    own: dict[str, Any] = {part: parts[part] for part in PARTS}
    return replace(
        batches,
        **own,
        relations={relation: rows for relation, rows in parts.items() if relation not in PARTS},
        document={**batches.document, "found": found},
        held_fingerprint=batches.fingerprint,
    )
