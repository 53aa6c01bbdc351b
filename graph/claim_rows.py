"""Claims with what their edges say repeated on them, so that a list of them is filtered and counted without a walk."""

from __future__ import annotations

from collections.abc import Iterator

from graph.batches import Batches
from graph.store import Row, grouped


def claim_rows(batches: Batches) -> Iterator[Row]:
    """The claims of a document with the ids of speaker, organisation and subjects, and the metrics of their figures."""
    speakers, orgs, about = (
        {claim_id: sorted(row["target"] for row in rows) for claim_id, rows in grouped(links, "source").items()}
        for links in (batches.made_by, batches.on_behalf_of, batches.about)
    )
    figures = grouped(batches.figures, "claim_id")
    metrics = {claim_id: {row["metric"] for row in rows} for claim_id, rows in figures.items()}
    for claim in batches.claims:
        yield {
            **claim,
            "speaker_id": next(iter(speakers.get(claim["id"], [])), None),
            "org_id": next(iter(orgs.get(claim["id"], [])), None),
            "about_ids": about.get(claim["id"], []),
            "metrics": sorted(metrics.get(claim["id"], ())),
        }
