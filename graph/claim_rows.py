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
    figures = grouped(batches.figures, "claim_id")
    ends = claim_ends(batches.claims, made_by=batches.made_by, on_behalf_of=batches.on_behalf_of, about=batches.about)
    for claim, ends_of_claim in zip(batches.claims, ends, strict=True):
        yield {
            **claim,
            **ends_of_claim,
            "metrics": _between_bars(row["metric"] for row in figures[claim["id"]]),
            "story": batches.id,  # until it turns out that others tell the same
        }


def claim_ends(
    claims: Iterable[Row], *, made_by: Iterable[Row], on_behalf_of: Iterable[Row], about: Iterable[Row]
) -> Iterator[Row]:
    """For each claim, by its `id`, the ids of its speaker, its organisation and its subjects, from its edges."""
    speakers, orgs, subjects = (grouped(links, "source") for links in (made_by, on_behalf_of, about))
    for claim in claims:
        yield {
            "id": claim["id"],
            "speaker_id": next((row["target"] for row in speakers[claim["id"]]), None),
            "org_id": next((row["target"] for row in orgs[claim["id"]]), None),
            "about_ids": _between_bars(row["target"] for row in subjects[claim["id"]]),
        }


def _between_bars(words: Iterable[str]) -> str:
    found = sorted(set(words))
    return f"|{'|'.join(found)}|" if found else ""
