"""Claims with what their edges say repeated on them, so that a list of them is filtered and counted without a walk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.batches import Batches
from graph.store import Row, grouped


def claim_rows(batches: Batches) -> Iterator[Row]:
    """The claims of a document with the ids of speaker, organisation and subjects, and the metrics of their figures.

    Subjects and metrics are texts such as `|msci-china|csi-300|`, which engines search and count many times faster than
    lists.
    """
    speakers, orgs, subjects = (
        grouped(links, "source") for links in (batches.made_by, batches.on_behalf_of, batches.about)
    )
    figures = grouped(batches.figures, "claim_id")
    for claim in batches.claims:
        claim_id = claim["id"]
        yield {
            **claim,
            "speaker_id": next((row["target"] for row in speakers[claim_id]), None),
            "org_id": next((row["target"] for row in orgs[claim_id]), None),
            "about_ids": _between_bars(row["target"] for row in subjects[claim_id]),
            "metrics": _between_bars(row["metric"] for row in figures[claim_id]),
            "story": batches.id,  # until it turns out that others tell the same
        }


def _between_bars(words: Iterable[str]) -> str:
    found = sorted(set(words))
    return f"|{'|'.join(found)}|" if found else ""
