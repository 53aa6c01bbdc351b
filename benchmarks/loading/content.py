"""All that some documents put into a store, as plain tables: what every way of loading is given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.batches import Batches, batches_of
from graph.claim_rows import claim_rows
from graph.folding import folded
from graph.model import Extraction
from graph.ontology import EDGES, NODES, EdgeKind
from graph.store import Row

_KINDS = {edge.name: edge for edge in EDGES}


@dataclass(frozen=True)
class Content:
    """The rows of every node by label, and `source`, `target` and the rest of every relationship by type."""

    documents: int
    claims: int
    nodes: dict[str, list[Row]]
    edges: dict[str, list[Row]]

    @property
    def size(self) -> int:
        """How many nodes and relationships there are."""
        return sum(map(len, [*self.nodes.values(), *self.edges.values()]))

    def edges_with_kind(self) -> Iterable[tuple[EdgeKind, list[Row]]]:
        """The rows of each type with what the ontology says of it."""
        return ((_KINDS[name], rows) for name, rows in self.edges.items())


def content_of(extractions: Sequence[Extraction], *, now: datetime) -> Content:
    """What a store holds after these documents, worked out without one."""
    nodes: dict[str, list[Row]] = defaultdict(list)
    edges: dict[str, list[Row]] = defaultdict(list)
    for extraction in extractions:
        _add(batches_of(extraction, now=now), nodes, edges)
    nodes["Entity"] = list(_entities(edges["NAMES"]))
    nodes["Band"] = list({row["id"]: row for row in nodes["Band"]}.values())
    return Content(
        len(nodes["Document"]),
        len(nodes["Claim"]),
        {kind.name: _complete(nodes[kind.name], tuple(kind.properties)) for kind in NODES[1:]},
        {kind.name: _complete(edges[kind.name], ("source", "target", *kind.properties)) for kind in EDGES},
    )


_UNRECORDED: Row = {"identifiers": [], "country": None, "exchanges": [], "records": [], "added": []}  # by any register


def _complete(rows: Iterable[Row], names: tuple[str, ...]) -> list[Row]:
    return [{name: row[name] for name in names} for row in rows]


def _add(batches: Batches, nodes: dict[str, list[Row]], edges: dict[str, list[Row]]) -> None:
    document_id, recorded = batches.document["id"], {"recorded_at": batches.recorded_at}
    nodes["Document"].append({**batches.document, **recorded, "fingerprint": batches.fingerprint, "found": None})
    nodes["Source"] += [{"id": source["id"]} for source in batches.sources]
    nodes["Band"] += [{"id": band} for band in batches.bands]
    nodes["Passage"] += batches.passages
    nodes["Claim"] += [{**row, **batches.stamp, **recorded, "document_id": document_id} for row in claim_rows(batches)]
    nodes["Figure"] += batches.figures
    edges["READ_FROM"] += [{"source": document_id, "target": row["id"], "name": row["name"]} for row in batches.sources]
    edges["IN_BAND"] += [{"source": document_id, "target": band} for band in batches.bands]
    edges["PART_OF"] += [{"source": row["id"], "target": document_id} for row in batches.passages]
    edges["NAMES"] += [{"source": document_id, "target": row["id"], "found": [], **row} for row in batches.namings]
    edges["STATES"] += [{"source": document_id, "target": row["id"]} for row in batches.claims]
    edges["HAS_FIGURE"] += [{"source": row["claim_id"], "target": row["id"]} for row in batches.figures]
    edges["MENTIONS"] += batches.mentions
    edges["EVIDENCED_BY"] += batches.evidence
    for name in ("made_by", "on_behalf_of", "about", "measures"):
        edges[name.upper()] += getattr(batches, name)
    for relation, rows in batches.relations.items():
        edges[relation] += [edge_row({**row, **recorded, "relation": relation}) for row in rows]


def edge_row(row: Row) -> Row:
    """The row with what `cypher/link` works out."""
    places = (row["published_at"] or "", row["relation"], row["source"], row["target"], row["claim_id"])
    return {**row, "source_id": row["source"], "target_id": row["target"], "position": " ".join(places)}


def _entities(names: Iterable[Row]) -> Iterable[Row]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in names:
        found[row["target"]].append({**row, "documents": 1})
    return ({**_UNRECORDED, **folded(entity_id, rows)} for entity_id, rows in found.items())
