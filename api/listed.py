"""The ids of the reviewed reference data, of which no two are one entity."""

from __future__ import annotations

from functools import cache


@cache
def listed_ids() -> frozenset[str]:
    """The ids of all companies, institutions, indices, people, places and products that come with streetgraph."""
    from loaders.reference import references  # read when first needed

    return frozenset(reference.id for reference in references())
