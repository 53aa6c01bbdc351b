"""From an address to a store. The engine is imported when a store of its kind is opened, not before."""

from __future__ import annotations

from pathlib import Path

from graph import bolt
from graph.bolt import ANYBODY, Neo4jAccess
from graph.errors import StoreMissing, StoreUnavailable
from graph.store import Store


def open_store(address: str, *, access: Neo4jAccess = ANYBODY, make: bool = True) -> Store:
    """The store at `ladybug:PATH`, a bare path or a Bolt address, made if it is not there. Close it when done.

    With `make=False`, StoreMissing says that there is none yet. `access` is for Neo4j alone.
    """
    if bolt.is_bolt(address):
        from graph.neo4j_store import Neo4jStore

        return Neo4jStore(address, access, make=make)
    from graph.ladybug_store import LadybugStore

    path = _path(address)
    if not make and not path.expanduser().exists():
        raise StoreMissing(f"There is no store at {path} yet.")
    return LadybugStore(path)


def init_store(address: str, *, access: Neo4jAccess = ANYBODY) -> Store:
    """The same, with every constraint and index in place, even if somebody has dropped some."""
    store = open_store(address, access=access)
    try:
        store.ensure_schema()
    except BaseException:
        store.close()
        raise
    return store


def _path(address: str) -> Path:
    path = address.removeprefix("ladybug:")
    if not path.strip() or "://" in path:
        raise StoreUnavailable(f"{address!r} is no address of a store: give ladybug:PATH, a path or a Bolt address.")
    return Path(path)
