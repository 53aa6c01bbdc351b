"""How the claims of a list fall apart: by who speaks, for whom, what they do, on which side and what they measure."""

from __future__ import annotations

from collections import Counter
from typing import Unpack

from graph.errors import ParameterInvalid
from graph.explore.claim_filters import ClaimFilter, Several, Wishes, claim_filter, several
from graph.explore.claims import tallied
from graph.store import Reader, Row, Store

FACETS = ("speaker", "organisation", "type", "stance", "metric")
MOST_VALUES = 50
_MOST_COMBINATIONS = 5000  # of metrics in one claim
_NAMED = ("speaker", "organisation")


def facets(store: Store, names: Several, **wishes: Unpack[Wishes]) -> dict[str, list[Row]]:
    """For each facet its most frequent values, over all claims that fit the wishes.

    Each is `{value, name, total, independent_sources}`. A value is an id where the facet is an entity, and None where
    the claim has none: the document itself speaks. Documents that tell the same story are one source; how many there
    are is None for metrics, of which a claim may have several. The wishes are those of `claims`.
    """
    asked = several(names)
    for name in asked:
        if name not in FACETS:
            raise ParameterInvalid(f"'facets' must be one or more of {', '.join(FACETS)}, not {name!r:.80}.")
    with store.view() as view:
        wanted = claim_filter(view, **wishes)
        counted = {name: _counted(view, wanted, name) for name in asked}
        ids = {row["value"] for name in _NAMED for row in counted.get(name, []) if row["value"]}
        names_of = {row["id"]: row["name"] for row in view.read("entities.names_of", ids=sorted(ids))} if ids else {}
    return {name: [_value(row, names_of) for row in rows] for name, rows in counted.items()}


def _counted(reader: Reader, wanted: ClaimFilter, facet: str) -> list[Row]:
    if facet != "metric":
        return tallied(reader, wanted, facet=facet, limit=MOST_VALUES)
    totals: Counter[str] = Counter()  # a claim may have figures of several metrics
    for row in tallied(reader, wanted, facet=facet, limit=_MOST_COMBINATIONS):
        totals.update(dict.fromkeys(filter(None, row["value"].split("|")), row["total"]))
    ordered = sorted(totals.items(), key=lambda one: (-one[1], one[0]))
    return [{"value": metric, "total": total, "stories": None} for metric, total in ordered[:MOST_VALUES]]


def _value(row: Row, names: dict[str, str]) -> Row:
    value = row["value"] or None
    name, sources = names.get(str(value), value), row["stories"]
    return {"value": value, "name": name, "total": row["total"], "independent_sources": sources}
