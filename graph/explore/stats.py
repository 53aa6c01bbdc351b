"""How much the store holds."""

from __future__ import annotations

from graph.ontology import KNOWN_EDGES, KNOWN_NODES, SCHEMA_VERSION
from graph.store import Row, Store


def stats(store: Store) -> Row:
    """`{nodes, relationships, schema_version, engine}`: how many there are of each kind, zeros included."""
    nodes = {row["label"]: row["total"] for row in store.read("stats.nodes")}
    edges = {row["type"]: row["total"] for row in store.read("stats.relationships")}
    return {
        "nodes": {kind.name: nodes.get(kind.name, 0) for kind in KNOWN_NODES},
        "relationships": {kind.name: edges.get(kind.name, 0) for kind in KNOWN_EDGES},
        "schema_version": SCHEMA_VERSION,
        "engine": store.engine,
    }
