"""Whether an extraction holds together: its quotes stand in the text, and what it refers to is in it."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import EvidenceMismatch, ExtractionInvalid
from graph.model import Evidence, Extraction, Mention, Passage

Anchored = Passage | Mention | Evidence  # what claims to stand in a document


def check(extraction: Extraction) -> None:
    """Raise EvidenceMismatch or ExtractionInvalid at the first thing that is wrong."""
    _check_origin(extraction)
    _check_quotes(extraction)
    _check_entities(extraction)
    _check_relations(extraction)


def _anchored(extraction: Extraction) -> Iterator[Anchored]:
    yield from extraction.passages
    yield from extraction.mentions
    for claim in extraction.claims:
        yield claim.evidence
        yield from (figure.evidence for figure in claim.figures)
    yield from (relation.evidence for relation in extraction.relations)


def _check_quotes(extraction: Extraction) -> None:
    text = extraction.document.text
    for part in _anchored(extraction):
        quote = part.quote if isinstance(part, Evidence) else part.text
        if not 0 <= part.start < part.end <= len(text) or text[part.start : part.end] != quote:
            raise EvidenceMismatch(
                f"{type(part).__name__}: {quote!r:.80} does not stand at {part.start}-{part.end} "
                f"of document {extraction.document.id}."
            )


def _check_origin(extraction: Extraction) -> None:
    expected = extraction.document.id
    found = {passage.document_id for passage in extraction.passages}
    found |= {claim.evidence.document_id for claim in extraction.claims}
    if not found <= {expected}:
        other = min(found - {expected})
        raise ExtractionInvalid(f"The extraction of document {expected} quotes document {other}.")


def _check_entities(extraction: Extraction) -> None:
    known = {entity.id for entity in extraction.entities}
    for reference in _references(extraction):
        if reference not in known:
            raise ExtractionInvalid(
                f"The extraction of document {extraction.document.id} refers to the entity {reference!r}, "
                "which is not among its entities."
            )


def _references(extraction: Extraction) -> Iterator[str]:
    optional: list[str | None] = [mention.entity_id for mention in extraction.mentions]
    for claim in extraction.claims:
        optional += [claim.speaker, claim.org, *claim.about, *(figure.about for figure in claim.figures)]
    for relation in extraction.relations:
        optional += [relation.source, relation.target, relation.by]
    yield from (reference for reference in optional if reference is not None)


def _check_relations(extraction: Extraction) -> None:
    claims = {claim.id for claim in extraction.claims}
    for relation in extraction.relations:
        if relation.claim_id not in claims:
            raise ExtractionInvalid(
                f"{relation.type} from {relation.source} to {relation.target} rests on the claim "
                f"{relation.claim_id!r}, which is not among the claims of document {extraction.document.id}."
            )
