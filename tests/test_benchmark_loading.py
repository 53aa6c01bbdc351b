"""The ways of loading that are measured against each other store the same."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from neo4j_server import Neo4jServer

from benchmarks.claims import synthetic
from benchmarks.loading import on_ladybug, on_neo4j
from benchmarks.loading.content import Content, content_of
from graph import Store, open_store
from graph.explore import stats
from graph.export import export_json
from graph.ingest import ingest_all, prepared

NOW = datetime(2025, 3, 1, tzinfo=UTC)
EXTRACTIONS = list(islice(synthetic(1000), 3))


@pytest.fixture
def content() -> Content:
    return content_of(EXTRACTIONS, now=NOW)


@pytest.fixture
def expected(tmp_path: Path) -> bytes:
    store = open_store(f"ladybug:{tmp_path / 'expected.lbug'}")
    assert len(list(ingest_all(store, (prepared(each, now=NOW) for each in EXTRACTIONS)))) == 3
    return everything(store)


def everything(store: Store) -> bytes:
    try:
        return b"".join(export_json(store))
    finally:
        store.close()


def test_batches_by_hand_leave_in_a_file_what_streetgraph_leaves(
    tmp_path: Path, content: Content, expected: bytes
) -> None:
    on_ladybug.by_hand(tmp_path / "by_hand.lbug", content)()
    assert everything(open_store(f"ladybug:{tmp_path / 'by_hand.lbug'}")) == expected


def test_copied_tables_leave_in_a_file_what_streetgraph_leaves(
    tmp_path: Path, content: Content, expected: bytes
) -> None:
    pytest.importorskip("pyarrow")
    on_ladybug.by_copy(tmp_path / "copied.lbug", content)()
    assert everything(open_store(f"ladybug:{tmp_path / 'copied.lbug'}")) == expected


def test_batches_by_hand_leave_in_neo4j_what_streetgraph_leaves(
    neo4j_server: Neo4jServer, content: Content, expected: bytes
) -> None:
    open_store(neo4j_server.uri, access=neo4j_server.access).close()
    with neo4j_server.driver() as driver:
        on_neo4j.by_hand(driver, content)()
    store = open_store(neo4j_server.uri, access=neo4j_server.access)
    held = stats(store)
    assert sum(held["nodes"].values()) + sum(held["relationships"].values()) == content.size
    assert everything(store) == expected
