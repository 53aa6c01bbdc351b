"""What a new version of a document does to its claims: which stay, known since they were first read, which come and go.

A claim stays if the same speaker says the same words with the same numbers about the same entities, wherever in the
document they stand now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.batches import Batches
from graph.claim_rows import claim_rows
from graph.model import digest
from graph.resolution.rearranging import claims_as_found
from graph.store import Row, Run, grouped


class Status(StrEnum):
    """What loading a document did to the store."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"  # the same text, read anew
    CHANGED = "changed"  # its source held another text before


@dataclass(frozen=True, slots=True)
class Change:
    """How many claims of what was there before stay, come and go."""

    previous_id: str  # of the document before; the same where only the reading of it is new
    kept: int
    added: int
    gone: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document, and of its claims where it was there before."""

    status: Status
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim that is stored: what it says, and since when it is known."""

    id: str
    content: str
    recorded_at: str


def known_claims(document_ids: Iterable[str], run: Run) -> list[KnownClaim]:
    """The claims of these documents, as they are stored."""
    ids = list(document_ids)
    return list(_known(ids, run)) if ids else []


def known_since(batches: Batches, known: Iterable[KnownClaim], text_known_since: str | None) -> Batches:
    """The same with each claim recorded when it was first known, and so the document, if its text was known."""
    by_id, by_content = dict[str, str](), dict[str, str]()
    for one in sorted(known, key=lambda claim: claim.recorded_at, reverse=True):
        by_id[one.id] = by_content[one.content] = one.recorded_at
    times = {
        claim_id: by_id.get(claim_id) or by_content.get(content) or str(batches.recorded_at)
        for claim_id, content in _contents(batches)
    }
    return replace(batches, recorded_at=text_known_since or batches.recorded_at, first_recorded=times)


def change_of(batches: Batches, known: Iterable[KnownClaim], previous_id: str) -> Change:
    """How the claims of a document differ from those that are known."""
    before, now = {one.id: one.content for one in known}, dict(_contents(batches))
    same = before.keys() & now.keys()
    left, come = (Counter(text for one, text in each.items() if one not in same) for each in (before, now))
    kept = len(same) + (left & come).total()
    return Change(previous_id, kept, added=len(now) - kept, gone=len(before) - kept)


def _known(document_ids: Sequence[str], run: Run) -> Iterator[KnownClaim]:
    figures = grouped(run("documents.figures", ids=document_ids), "claim_id")
    for claim in claims_as_found(document_ids, run):
        yield KnownClaim(claim["id"], _content(claim, figures[claim["id"]]), claim["recorded_at"])


def _contents(batches: Batches) -> Iterator[tuple[str, str]]:
    """Each claim with what it says, wherever it stands."""
    figures = grouped(batches.figures, "claim_id")
    for claim in claim_rows(batches):
        yield claim["id"], _content(claim, figures[claim["id"]])


def _content(claim: Row, figures: Iterable[Row]) -> str:
    numbers = sorted(str([row[name] for name in ("metric", "low", "high", "unit", "period")]) for row in figures)
    words = " ".join(str(claim["text"]).split())
    return digest(claim["type"], claim["speaker_id"], claim["about_ids"], words, *numbers)
