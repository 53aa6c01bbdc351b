"""When two claims are one, and what then becomes of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.model import Claim


def distinct(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """One claim for each id, in order: with the figures of all claims of the id, and else as the first of them is."""
    found: dict[str, Claim] = {}
    for claim in claims:
        claim_id = claim.id  # a hash: worked out once
        first = found.setdefault(claim_id, claim)
        if first is not claim:
            found[claim_id] = replace(first, figures=tuple(dict.fromkeys(first.figures + claim.figures)))
    return tuple(found.values())
