"""One extraction as JSON, in the form that everything outside the project relies on."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import Any

from graph.model import Claim, ClaimType, Document, Entity, Evidence, Extraction, Figure, Mention, Relation

Json = dict[str, Any]


def to_json(extraction: Extraction) -> Json:
    """The extraction, keys in a fixed order; what only states a relation stands under `relations` alone."""
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        mentions[mention.entity_id].append(mention)
    claims = [claim for claim in extraction.claims if claim.type != ClaimType.RELATION]
    return {
        "document": _document(extraction.document),
        "entities": [_entity(entity, mentions[entity.id]) for entity in extraction.entities],
        "relations": [_relation(relation) for relation in extraction.relations],
        "claims": [_claim(claim) for claim in claims],
        "extractor": {"name": extraction.extractor, "version": extraction.extractor_version},
    }


def _document(document: Document) -> Json:
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published_at": document.published_at.isoformat() if document.published_at else None,
        "url": document.url,
        "sha256": hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "text": document.text,
    }


def _entity(entity: Entity, mentions: list[Mention]) -> Json:
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "tickers": list(entity.tickers),
        "mentions": [{"start": one.start, "end": one.end, "text": one.text} for one in mentions],
    }


def _relation(relation: Relation) -> Json:
    return {
        "type": relation.type.value,
        "source": relation.source,
        "target": relation.target,
        "role": relation.role,
        "by": relation.by,
        "claim_id": relation.claim_id,
        "evidence": _evidence(relation.evidence),
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "type": claim.type.value,
        "speaker": claim.speaker,
        "org": claim.org,
        "about": list(claim.about),
        "stance": claim.stance.value,
        "modality": claim.modality.value,
        "horizon": claim.horizon,
        "figures": [entry for figure in claim.figures for entry in _figures(figure)],
        "evidence": _evidence(claim.evidence),
    }


def _figures(figure: Figure) -> list[Json]:
    """One entry, or two for a range: its low and its high end."""
    values = dict.fromkeys((figure.low, figure.high))
    rest = {"unit": figure.unit, "basis": figure.basis, "period": figure.period, "about": figure.about}
    evidence = _evidence(figure.evidence)
    return [{"metric": figure.metric, "value": _plain(value), **rest, "evidence": evidence} for value in values]


def _plain(value: float) -> float | int:
    """Whole numbers without a decimal point, so that 4700 points read as they are written."""
    return int(value) if float(value).is_integer() else value


def _evidence(evidence: Evidence) -> Json:
    return {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}
