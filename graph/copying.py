"""A whole store into another, document by document, each as it is held: words, times and fingerprints."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from graph.batches import Batches
from graph.contents import DocumentContents, contents_of, held_documents
from graph.explore.stats import stats
from graph.export import export_json
from graph.ingest import Status, ingest_together
from graph.likeness import bands_of
from graph.records.keeping import Kept, keep
from graph.records.reading import records_of
from graph.records.record import record_of
from graph.resolution.found import PARTS, Parts, as_found
from graph.resolution.held import parts_held, stamps_of
from graph.resolution.judging import all_judgements, judge
from graph.store import Row, Store


@dataclass(frozen=True, slots=True)
class Copying:
    """What is to be done: all documents of the source, and those that the target lacks or holds otherwise."""

    source: Store
    target: Store
    documents: int
    wanted: tuple[str, ...]
    surplus: tuple[str, ...]  # documents that only the target holds
    surplus_judgements: tuple[str, ...]

    def copy(self, document_id: str) -> Status | None:
        """What became of the document in the target; None if it has gone from the source meanwhile."""
        for contents in contents_of(self.source, document_id):
            edges = self.source.read(
                "edges.of_claims",
                ids=[row["entity_id"] for row in contents.namings],
                claim_ids=[claim["id"] for claim in contents.claims],
            )
            sources = self.source.read("documents.sources", ids=[document_id])
            return ingest_together(self.target, [_batches(contents, edges, sources)])[0].status
        return None

    def copy_judgements(self) -> int:
        """How many judgements are new to the target, or others than it had; what it holds already follows them."""
        return judge(self.target, list(all_judgements(self.source.read))).judgements

    def copy_records(self) -> Kept:
        """What became of the records of registers in the target; once they are there, nothing changes."""
        return keep(self.target, map(record_of, records_of(self.source)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much each store holds, and a hash of all of it."""

    source: Row
    target: Row

    @property
    def is_equal(self) -> bool:
        """Whether both hold the same, to the byte."""
        return self.source == self.target


def copying(source: Store, target: Store) -> Copying:
    """What a copy has to do; documents that are in the target already, as they are in the source, are left out."""
    held = {row["id"]: row for row in held_documents(target)}
    rows = list(held_documents(source))
    wanted = tuple(row["id"] for row in rows if held.get(row["id"]) != row)
    surplus = held.keys() - {row["id"] for row in rows}
    judged, known = ({each.id for each in all_judgements(store.read)} for store in (target, source))
    return Copying(source, target, len(rows), wanted, tuple(sorted(surplus)), tuple(sorted(judged - known)))


def compared(source: Store, target: Store) -> Comparison:
    """The counts and the content hashes of two stores."""
    return Comparison(_measured(source), _measured(target))


def _measured(store: Store) -> Row:
    counts = stats(store)
    digest = hashlib.sha256()
    for part in export_json(store):
        digest.update(part)
    return {"nodes": counts["nodes"], "relationships": counts["relationships"], "sha256": digest.hexdigest()}


def _batches(contents: DocumentContents, edges: list[Row], sources: list[Row]) -> Batches:
    document, claims, figures = contents.document, contents.claims, contents.figures
    parts = as_found(_parts(contents, edges), document["found"], stamps_of(claims))
    named: dict[str, Any] = {part: parts[part] for part in PARTS}
    return Batches(
        recorded_at=document["recorded_at"],
        document={name: document[name] for name in document.keys() - {"recorded_at", "fingerprint", "found"}},
        stamp={
            "published_at": document["published_at"],
            **{name: claims[0][name] if claims else "" for name in ("extractor", "extractor_version")},
        },
        passages=contents.passages,
        claims=claims,
        evidence=[_link(row, "claim_id", "passage_id") for row in contents.evidence],
        figures=figures,
        relations={relation: rows for relation, rows in parts.items() if relation not in PARTS},
        **named,
        sources=[{name: row[name] for name in ("id", "name")} for row in sources],
        bands=bands_of(document["text"]),
        held_fingerprint=document["fingerprint"],
    )


def _parts(contents: DocumentContents, edges: list[Row]) -> Parts:
    return parts_held(
        namings=contents.namings,
        mentions=contents.mentions,
        claims=contents.claims,
        subjects=contents.subjects,
        figures=contents.figures,
        edges=edges,
    )


def _link(row: Row, source: str, target: str) -> Row:
    rest = {name: value for name, value in row.items() if name not in (source, target)}
    return {"source": row[source], "target": row[target], **rest}
