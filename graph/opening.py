"""From an address to a store."""

from __future__ import annotations

from pathlib import Path

from graph.errors import StoreUnavailable
from graph.ladybug_store import LadybugStore
from graph.store import Store

_BOLT_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def open_store(address: str) -> Store:
    """The store at `ladybug:PATH` or a bare path, made if it is not there. Close it when done."""
    scheme, _, rest = address.partition(":")
    if scheme in _BOLT_SCHEMES:
        raise StoreUnavailable(f"This streetgraph has no Neo4j engine: give a file, as in ladybug:PATH, not {address}.")
    path = rest if scheme == "ladybug" else address
    if not path.strip() or "://" in path:
        raise StoreUnavailable(f"{address!r} is no address of a store: give ladybug:PATH or a path.")
    return LadybugStore(Path(path))
