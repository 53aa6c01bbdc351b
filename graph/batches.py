"""An extraction as the batches that the queries under `cypher/save` and `cypher/link` take."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from graph.likeness import bands_of
from graph.merging import distinct
from graph.model import Claim, Evidence, Extraction, Figure, Passage, digest
from graph.places import Places
from graph.relation_rows import relation_rows
from graph.sources import source_of
from graph.store import Row

_NOT_READ_OUT = ("recorded_at", "sources", "bands", "first_recorded", "held_fingerprint")
_METADATA = ("title", "publisher", "url", "published_at", "source")

Claims = dict[str, Claim]  # by id


@dataclass(frozen=True)
class Batches:
    """The rows of one document, each thing once."""

    recorded_at: str | None
    document: Row
    stamp: Row  # what all claims of the document share
    passages: list[Row]
    namings: list[Row]
    mentions: list[Row]
    claims: list[Row]
    evidence: list[Row]
    figures: list[Row]
    made_by: list[Row]
    on_behalf_of: list[Row]
    about: list[Row]
    measures: list[Row]
    relations: dict[str, list[Row]]
    sources: list[Row] = field(default_factory=list)  # `{id, name}` of what the document was read from
    bands: list[str] = field(default_factory=list)  # which others may tell the same story
    first_recorded: dict[str, str] = field(default_factory=dict)  # claims that were known before, and since when
    held_fingerprint: str | None = None  # what another store holds, if they were read out of one

    @property
    def id(self) -> str:
        """The document's."""
        return str(self.document["id"])

    @cached_property
    def fingerprint(self) -> str:
        """A hash of all that would be stored but when and where from: the same if nothing was read anew."""
        if self.held_fingerprint is not None:
            return self.held_fingerprint
        content = _without(vars(self), *_NOT_READ_OUT)
        content["document"] = _without(self.document, "source")
        return digest(json.dumps(content, sort_keys=True, ensure_ascii=False))

    def completed(self, stored: Row) -> Batches:
        """The same with the stored metadata where this says nothing of it; what is copied stays as it is."""
        if self.held_fingerprint is not None:
            return self
        document = {**self.document, **{name: stored[name] for name in _METADATA if not self.document[name]}}
        day = {"published_at": document["published_at"]}
        relations = {kind: [{**row, **day} for row in rows] for kind, rows in self.relations.items()}
        return replace(self, document=document, stamp={**self.stamp, **day}, relations=relations)

    @property
    def is_copy(self) -> bool:
        """Whether they were read out of another store, and keep its times."""
        return self.held_fingerprint is not None

    def recorded(self, claim_id: str) -> str | None:
        """Since when the claim is known."""
        return self.first_recorded.get(claim_id, self.recorded_at)

    def is_stored(self, stored: Row) -> bool:
        """Whether a document with this fingerprint and time needs no change; what is copied keeps its time."""
        is_same_time = self.held_fingerprint is None or stored["recorded_at"] == self.recorded_at
        return bool(stored["fingerprint"] == self.fingerprint) and is_same_time


def batches_of(extraction: Extraction, *, now: datetime) -> Batches:
    """The rows of an extraction that has been checked; what is in it twice is in them once."""
    claims = {claim.id: claim for claim in distinct(extraction.claims)}
    figures = list(_numbered(claims))
    return Batches(
        recorded_at=_iso(now),
        document=_document(extraction),
        stamp=_stamp(extraction),
        passages=_unique(_passage(passage) for passage in extraction.passages),
        namings=_namings(extraction),
        mentions=_unique(_mentions(extraction)),
        claims=[_claim(claim_id, claim) for claim_id, claim in claims.items()],
        evidence=_evidence(claims, Places(extraction.passages)),
        figures=[_figure(*numbered) for numbered in figures],
        made_by=_links((claim_id, claim.speaker) for claim_id, claim in claims.items()),
        on_behalf_of=_links((claim_id, claim.org) for claim_id, claim in claims.items()),
        about=_links((claim_id, subject) for claim_id, claim in claims.items() for subject in _subjects(claim)),
        measures=_links((figure_id, figure.about) for figure_id, _, figure in figures),
        relations=relation_rows(extraction.relations, claims, _iso(extraction.document.published_at)),
        sources=[{"id": source_of(extraction.document), "name": extraction.document.source}],
        bands=bands_of(extraction.document.text),
    )


def _numbered(claims: Claims) -> Iterator[tuple[str, str, Figure]]:
    """Each figure with its id, which is the claim's and the place among its figures."""
    for claim_id, claim in claims.items():
        for number, figure in enumerate(claim.figures):
            yield f"{claim_id}:{number}", claim_id, figure


def _without(row: Mapping[str, Any], *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def _iso(moment: date | datetime | None) -> str | None:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return moment.isoformat() if moment is not None else None


def _unique(rows: Iterable[Row]) -> list[Row]:
    return list({tuple(row.values()): row for row in rows}.values())


def _links(pairs: Iterable[tuple[str, str | None]]) -> list[Row]:
    return _unique({"source": source, "target": target} for source, target in pairs if target is not None)


def _subjects(claim: Claim) -> tuple[str | None, ...]:
    """What a claim is about: what its words are said of, and what its figures measure."""
    return (*claim.about, *(figure.about for figure in claim.figures))


def _document(extraction: Extraction) -> Row:
    document = extraction.document
    names = ("id", "text", "title", "publisher", "url", "source", "language")
    return {**{name: getattr(document, name) for name in names}, "published_at": _iso(document.published_at)}


def _stamp(extraction: Extraction) -> Row:
    return {
        "published_at": _iso(extraction.document.published_at),
        "extractor": extraction.extractor,
        "extractor_version": extraction.extractor_version,
    }


def _span(where: Passage | Evidence) -> Row:
    return {"start": where.start, "end": where.end}


def _passage(passage: Passage) -> Row:
    return {"id": passage.id, **_span(passage), "text": passage.text}


def _namings(extraction: Extraction) -> list[Row]:
    return [
        {
            "id": entity.id,
            "kind": entity.kind.value,
            "name": entity.name,
            "aliases": sorted(set(entity.aliases)),
            "tickers": sorted(set(entity.tickers)),
        }
        for entity in {entity.id: entity for entity in extraction.entities}.values()
    ]


def _mentions(extraction: Extraction) -> Iterator[Row]:
    places = Places(extraction.passages)
    for mention in extraction.mentions:
        source = places.overlapping(mention.start, mention.end)[0].id
        span = {"start": mention.start, "end": mention.end, "text": mention.text}
        yield {"source": source, "target": mention.entity_id, **span}


def _claim(claim_id: str, claim: Claim) -> Row:
    return {
        "id": claim_id,
        "type": claim.type.value,
        "stance": claim.stance.value,
        "modality": claim.modality.value,
        "horizon": claim.horizon,
        "horizon_end": claim.horizon_end.isoformat() if claim.horizon_end else None,
        "confidence": float(claim.confidence),
        **_span(claim.evidence),
        "text": claim.evidence.quote,
    }


def _figure(figure_id: str, claim_id: str, figure: Figure) -> Row:
    return {
        "id": figure_id,
        "claim_id": claim_id,
        "metric": figure.metric,
        "low": float(figure.low),
        "high": float(figure.high),
        "unit": figure.unit,
        "basis": figure.basis,
        "period": figure.period,
        "approximate": figure.approximate,
        **_span(figure.evidence),
        "text": figure.evidence.quote,
    }


def _evidence(claims: Claims, places: Places) -> list[Row]:
    return [
        {"source": claim_id, "target": passage.id, "start": max(start, passage.start), "end": min(end, passage.end)}
        for claim_id, claim in claims.items()
        for start, end in [(claim.evidence.start, claim.evidence.end)]
        for passage in places.overlapping(start, end)
    ]
